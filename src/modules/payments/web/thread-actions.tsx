import { LinkButton } from '../../../web/kit/button.tsx'
import { useMay } from '../../../web/kit/session.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'

/** On the thread: record what the customer paid, and how the account stands. */
export function PaymentActions({ contactId }: { readonly contactId: string }) {
  const { t } = useTexts()
  if (!useMay('owner', 'staff')) return null
  return (
    <>
      <LinkButton to={`/money/payments/new?contact=${contactId}`}>{t('payments.record')}</LinkButton>
      <LinkButton to={`/money/statements/${contactId}`}>{t('payments.statement')}</LinkButton>
    </>
  )
}
