import { useState } from 'react'
import { DayText, Money } from '../../../web/kit/figures.tsx'
import { FormError } from '../../../web/kit/form.tsx'
import { useFormat } from '../../../web/kit/format.ts'
import { Facts, Page, Section, Waiting } from '../../../web/kit/layout.tsx'
import { Link, usePath } from '../../../web/kit/navigation.tsx'
import type { CallOutput } from '../../../web/kit/operations.ts'
import { useOperation } from '../../../web/kit/query.ts'
import { Slot } from '../../../web/kit/slot.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { CreditSheet } from './credit-sheet.tsx'
import { DraftFindings } from './draft-findings.tsx'
import { DownloadMenu } from './download-menu.tsx'
import { InvoiceActions } from './invoice-actions.tsx'
import { InvoiceState } from './invoice-state.tsx'
import styles from './invoicing.module.css'

export type Invoice = CallOutput<'invoicing.read'>

/** One invoice as the customer sees it, with what has happened to it beside and what can be done above. */
export function InvoicePage() {
  const { t } = useTexts()
  const { invoiceId } = usePath<'invoiceId'>()
  const [isCrediting, setIsCrediting] = useState(false)
  const read = useOperation('invoicing.read', { invoiceId })
  const preview = useOperation('invoicing.preview', { invoiceId })
  if (read.error)
    return (
      <Page title={t('invoicing.one')}>
        <FormError problem={read.error} />
      </Page>
    )
  if (!read.data) return <Waiting />
  const invoice = read.data
  const title =
    invoice.number === null
      ? t('invoicing.draft')
      : t(invoice.kind === 'credit_note' ? 'invoicing.credit-note-number' : 'invoicing.invoice-number', { number: invoice.number })
  return (
    <Page
      title={title}
      titleBefore={<Link to={`/customers/${invoice.contactId}`}>{invoice.contactName}</Link>}
      actions={
        <>
          <InvoiceActions invoice={invoice} onCredit={() => setIsCrediting(true)} />
          {invoice.state === 'issued' && invoice.kind !== 'opening' ? <DownloadMenu invoiceId={invoice.id} /> : null}
        </>
      }
      aside={<InvoiceFacts invoice={invoice} />}
    >
      {invoice.number === null ? <DraftFindings invoiceId={invoice.id} /> : null}
      <Section title={t('invoicing.preview')} isTitleHidden>
        {preview.error ? <FormError problem={preview.error} /> : null}
        {/* The server escapes every value of the document; see html/document-html.ts. */}
        {preview.data ? <div className={styles.sheet} dangerouslySetInnerHTML={{ __html: preview.data.html }} /> : null}
      </Section>
      {invoice.open ? <Slot name="invoice.after" invoiceId={invoice.id} contactId={invoice.contactId} /> : null}
      {isCrediting ? <CreditSheet invoice={invoice} onClose={() => setIsCrediting(false)} /> : null}
    </Page>
  )
}

function InvoiceFacts({ invoice }: { readonly invoice: Invoice }) {
  const { t } = useTexts()
  const format = useFormat()
  const moment = (key: string, value: string | null) =>
    value === null ? undefined : ([t(key), `${format.day(value.slice(0, 10))}, ${format.time(value)}`] as const)
  return (
    <Facts
      facts={[
        [t('invoicing.state'), <InvoiceState key="state" status={invoice.status} />],
        [t('invoicing.total'), <Money key="total" value={invoice.totals.gross} />],
        invoice.open ? [t('invoicing.open'), <Money key="open" value={invoice.open} isStrong />] : undefined,
        invoice.issuedOn ? [t('invoicing.issued-on'), <DayText key="issued" value={invoice.issuedOn} />] : undefined,
        invoice.nextDueOn ? [t('invoicing.due-on'), <DayText key="due" value={invoice.nextDueOn} />] : undefined,
        invoice.settledOn ? [t('invoicing.settled-on'), <DayText key="settled" value={invoice.settledOn} />] : undefined,
        [t('invoicing.recipient-format'), t(`invoicing.format-${invoice.format}`)],
        moment('invoicing.sent-at', invoice.sentAt),
        moment('invoicing.seen-at', invoice.seenAt),
        invoice.agreementId
          ? [
              t('invoicing.agreement'),
              <Link key="agreement" to={`/agreements/${invoice.agreementId}`}>
                {t('invoicing.agreement-open')}
              </Link>,
            ]
          : undefined,
        invoice.corrects
          ? [
              t('invoicing.corrects'),
              <Link key="corrects" to={`/money/invoices/${invoice.corrects.id}`}>
                {invoice.corrects.number}
              </Link>,
            ]
          : undefined,
        ...invoice.creditNotes.map(
          (note) =>
            [
              t('invoicing.credited-by'),
              <Link key={note.id} to={`/money/invoices/${note.id}`}>
                {note.number}
              </Link>,
            ] as const,
        ),
      ]}
    />
  )
}
