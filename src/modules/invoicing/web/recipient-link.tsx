import { LinkButton } from '../../../web/kit/button.tsx'
import { useMay } from '../../../web/kit/session.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'

/** On the thread: how this customer wants invoices. */
export function RecipientLink({ contactId }: { readonly contactId: string }) {
  const { t } = useTexts()
  if (!useMay('owner', 'staff')) return null
  return <LinkButton to={`/customers/${contactId}/invoices`}>{t('invoicing.recipient')}</LinkButton>
}
