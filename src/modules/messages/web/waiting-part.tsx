import { LinkButton } from '../../../web/kit/button.tsx'
import { useOperation } from '../../../web/kit/query.ts'
import { useTexts } from '../../../web/kit/texts.tsx'

/** Under Today: that mail waits in the outbox. Nothing when none does. */
export function WaitingPart() {
  const { t } = useTexts()
  const waiting = useOperation('messages.list', { box: 'waiting', limit: 1 }).data?.waiting ?? 0
  if (waiting === 0) return null
  return (
    <p>
      <LinkButton look="quiet" size="small" to="/messages?box=waiting">
        {t('messages.waiting-count', { count: waiting })}
      </LinkButton>
    </p>
  )
}
