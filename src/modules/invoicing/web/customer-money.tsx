import { Button } from '../../../web/kit/button.tsx'
import { Money } from '../../../web/kit/figures.tsx'
import { useKeys } from '../../../web/kit/keys.tsx'
import { useLater } from '../../../web/kit/later.ts'
import { Facts } from '../../../web/kit/layout.tsx'
import { Link } from '../../../web/kit/navigation.tsx'
import { useOperation } from '../../../web/kit/query.ts'
import { useMay } from '../../../web/kit/session.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { InvoiceState } from './invoice-state.tsx'

/** On a customer's thread: what is not yet invoiced, with the button that invoices it, and the open invoices. */
export function CustomerMoney({ contactId }: { readonly contactId: string }) {
  const { t } = useTexts()
  const mayChange = useMay('owner', 'staff')
  const unbilled = useOperation('invoicing.unbilled', { contactId }).data?.customers.filter((each) => each.contactId === contactId) ?? []
  const invoices = useOperation('invoicing.list', { contactId, limit: 6 }).data?.invoices ?? []
  const bill = useLater('invoicing.bill-customer', { waiting: t('invoicing.goes-out'), done: t('invoicing.issued') })
  const mayBill = mayChange && unbilled.some((each) => !each.amount.amount.startsWith('-'))
  const run = () => bill.run({ contactId, send: true })
  useKeys(mayBill ? [{ key: 'b', label: t('invoicing.bill'), act: run }] : [])
  if (unbilled.length === 0 && invoices.length === 0) return null
  return (
    <>
      <Facts
        title={t('invoicing.title')}
        facts={[
          ...unbilled.map((each) => [t('invoicing.unbilled'), <Money key={each.amount.currency} value={each.amount} isStrong />] as const),
          ...invoices
            .map(
              (invoice) =>
                [
                  invoice.number ?? t('invoicing.status-draft'),
                  <Link key={invoice.id} to={`/money/invoices/${invoice.id}`}>
                    <Money value={invoice.gross} /> <InvoiceState status={invoice.status} />
                  </Link>,
                ] as const,
            )
            .map(([name, value], index) => [invoices[index]!.number === null ? `${name} ${index + 1}` : name, value] as const),
        ]}
      />
      {mayBill ? (
        <p>
          <Button shortcut="b" onClick={run}>
            {t('invoicing.bill')}
          </Button>
        </p>
      ) : null}
    </>
  )
}
