import { Button } from '../../../web/kit/button.tsx'
import { useKeys } from '../../../web/kit/keys.tsx'
import { useLater } from '../../../web/kit/later.ts'
import { Menu } from '../../../web/kit/menu.tsx'
import { useGo } from '../../../web/kit/navigation.tsx'
import { useAction } from '../../../web/kit/query.ts'
import { useMay } from '../../../web/kit/session.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import type { Agreement } from './agreement-page.tsx'
import type { EventVerb } from './event-sheet.tsx'

interface Deed {
  readonly key: string
  readonly label: string
  readonly act: () => void
  readonly isMain?: boolean
}

/** What can be done with an agreement in its state: the first thing as the button, the rest behind it, each with a letter. */
export function AgreementActions({ agreement, onSheet }: { agreement: Agreement; onSheet: (sheet: EventVerb | 'adjust') => void }) {
  const { t } = useTexts()
  const deeds = useDeeds(agreement, onSheet)
  const mayChange = useMay('owner', 'staff')
  useKeys(mayChange ? deeds.map(({ key, label, act }) => ({ key, label, act })) : [])
  if (!mayChange || deeds.length === 0) return null
  const shown = deeds.slice(0, 3)
  const rest = deeds.slice(3)
  return (
    <>
      {shown.map((deed, index) => (
        <Button key={deed.key} look={index === 0 && deed.isMain ? 'primary' : 'plain'} shortcut={deed.key} onClick={deed.act}>
          {deed.label}
        </Button>
      ))}
      {rest.length > 0 ? <Menu label={t('kit.actions')} entries={rest.map(({ label, act }) => ({ label, act }))} /> : null}
    </>
  )
}

function useDeeds(agreement: Agreement, onSheet: (sheet: EventVerb | 'adjust') => void): Deed[] {
  const { t } = useTexts()
  const go = useGo()
  const { id: agreementId, state } = agreement
  const offer = useLater('agreements.offer', { waiting: t('agreements.offer-goes-out'), done: t('agreements.offered') })
  const remind = useLater('agreements.remind-offer', { waiting: t('agreements.reminder-goes-out'), done: t('agreements.reminded') })
  const accept = useAction('agreements.accept', { done: t('agreements.accepted') })
  const withdraw = useAction('agreements.withdraw', { done: t('agreements.withdrawn') })
  const renew = useAction('agreements.renew', { done: t('agreements.renewed'), onDone: ({ id, isNew }) => isNew && go(`/agreements/${id}`) })
  const remove = useAction('agreements.delete-draft', { done: t('agreements.deleted'), onDone: () => go(`/customers/${agreement.payerId}`, { replace: true }) })
  const change: Deed = { key: 'e', label: t('agreements.change'), act: () => go(`/agreements/${agreementId}/terms`) }
  const event = (key: string, verb: EventVerb): Deed => ({ key, label: t(`agreements.verb-${verb}`), act: () => onSheet(verb) })
  const acceptDeed: Deed = { key: 'a', label: t('agreements.accept-by-word'), act: () => accept.run({ agreementId }) }
  const running: Deed[] = [
    { key: 'm', label: t('agreements.amend'), act: () => go(`/agreements/${agreementId}/terms`) },
    event('n', 'give-notice'),
    event('x', 'end-early'),
    { key: 'b', label: t('agreements.adjust'), act: () => onSheet('adjust') },
  ]
  if (state === 'draft') {
    return [
      { key: 'o', label: t('agreements.offer'), act: () => offer.run({ agreementId }), isMain: true },
      acceptDeed,
      change,
      { key: 'x', label: t('agreements.delete-draft'), act: () => remove.run({ agreementId }) },
    ]
  }
  if (state === 'offered' || state === 'expired') {
    return [
      { key: 'r', label: t('agreements.remind'), act: () => remind.run({ agreementId }), isMain: true },
      acceptDeed,
      event('d', 'decline'),
      change,
      { key: 'w', label: t('agreements.withdraw'), act: () => withdraw.run({ agreementId }) },
    ]
  }
  if (state === 'paused') return [{ ...event('u', 'resume'), isMain: true }, ...running]
  const again: Deed = { key: 'r', label: t('agreements.renew'), act: () => renew.run({ agreementId }), isMain: true }
  if (state === 'ended') return [again]
  if (state !== 'active' && state !== 'upcoming') return []
  return [again, ...(agreement.terms.duration.pause.isAllowed ? [event('p', 'pause')] : []), ...running]
}
