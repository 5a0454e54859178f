import { LinkButton } from '../../../web/kit/button.tsx'
import type { Place } from '../../../web/kit/navigation.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'

/** To the next page of a list; nothing when this is the last. */
export function OlderLink({ path, next }: { readonly path: string; readonly next: string | null }) {
  const { t } = useTexts()
  if (next === null) return null
  const query = path.includes('?') ? '&' : '?'
  return (
    <LinkButton to={`${path}${query}after=${encodeURIComponent(next)}` as Place} look="quiet">
      {t('payments.older')}
    </LinkButton>
  )
}
