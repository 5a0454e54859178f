import { State } from '../../../web/kit/layout.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import type { InvoiceStatus } from '../invoice.ts'

const tones = { draft: 'plain', open: 'plain', overdue: 'bad', paid: 'good', credited: 'plain', credit_note: 'plain' } as const

/** The one word for where an invoice stands. */
export function InvoiceState({ status }: { readonly status: InvoiceStatus }) {
  const { t } = useTexts()
  return <State tone={tones[status]}>{t(`invoicing.status-${status}`)}</State>
}
