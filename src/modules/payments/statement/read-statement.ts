import type { Day } from '../../../kernel/day.ts'
import type { ContactId } from '../../../kernel/id.ts'
import { fromWire, isPositive, negate, subtract } from '../../../kernel/money.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { invoicesOf, issuedDocuments } from '../../invoicing/index.ts'
import { payableInvoices } from '../invoices.ts'
import { creditsLeft } from '../ledger/store.ts'
import { selectFees } from '../reminding/claims/store.ts'
import { daysLate, statementOf, type Movement, type OpenItem, type Statement } from './statement.ts'
import { moneyMovements } from './store.ts'

export interface CustomerStatement {
  readonly from: Day
  readonly to: Day
  readonly statements: readonly Statement[]
  /** What is open now, whatever the days of the statement. */
  readonly openItems: readonly OpenItem[]
}

const documentsMax = 100_000

/** All that a customer was invoiced, paid and owes; from the first day where none is given, up to today. */
export async function readStatement(
  context: Context,
  options: { contactId: ContactId; from?: Day | undefined; to?: Day | undefined },
): Promise<CustomerStatement> {
  const { contactId } = options
  const movements = [...(await documentMovements(context, contactId)), ...(await otherMovements(context, contactId))]
  const to = options.to ?? context.today
  const from = options.from ?? movements.map((movement) => movement.on).sort()[0] ?? to
  const openItems = await openItemsOf(context, contactId)
  const currencies = [...new Set([...movements.map((movement) => movement.amount.currency), ...openItems.map((item) => item.open.currency)])].sort()
  return { from, to, statements: currencies.map((currency) => statementOf(movements, { from, to }, currency)), openItems }
}

/** Of an invoice from before Cloudburo only what was open then: what had been paid has no payment here. */
async function documentMovements(context: Context, contactId: ContactId): Promise<Movement[]> {
  const rows = (await invoicesOf(context, contactId, documentsMax)).filter((row) => row.number !== null)
  const issued = await issuedDocuments(context, { ids: rows.map((row) => row.id) })
  return issued.map(({ kind, number, document, settledAtOnce }) => {
    const gross = fromWire(document.totals.gross)
    const isUndoing = false
    if (kind === 'credit_note') return { on: document.issuedOn, kind, about: number, amount: negate(gross), isUndoing }
    if (kind === 'opening') return { on: document.issuedOn, kind, about: number, amount: subtract(gross, settledAtOnce), isUndoing }
    return { on: document.issuedOn, kind: 'invoice', about: number, amount: gross, isUndoing }
  })
}

async function otherMovements(context: Context, contactId: ContactId): Promise<Movement[]> {
  const found = await moneyMovements(context, contactId)
  const invoices = await payableInvoices(context, { ids: [...new Set(found.flatMap((each) => (each.invoiceId as never) ?? []))] })
  const numbers = new Map<string, string>(invoices.map((invoice) => [invoice.id, invoice.number]))
  return found.map(({ invoiceId, ...movement }) => ({ ...movement, about: invoiceId ? (numbers.get(invoiceId) ?? null) : movement.about }))
}

async function openItemsOf(context: Context, contactId: ContactId): Promise<OpenItem[]> {
  const open = (await payableInvoices(context, { contactId })).filter((invoice) => isPositive(invoice.open))
  const fees = (await selectFees(context, { contactId })).filter((fee) => isPositive(fee.open))
  const ofFees = await payableInvoices(context, { ids: [...new Set(fees.map((fee) => fee.invoiceId))] })
  const numbers = new Map(ofFees.map((invoice) => [invoice.id, invoice.number]))
  const itemOf = (kind: OpenItem['kind'], item: { number: string; dueOn: Day; open: OpenItem['open'] }): OpenItem => ({
    kind,
    ...item,
    daysLate: kind === 'credit' ? 0 : daysLate(item.dueOn, context.today),
  })
  return [
    ...open
      .map((invoice) => itemOf('invoice', { number: invoice.number, dueOn: invoice.nextDueOn ?? invoice.issuedOn, open: invoice.open }))
      .sort((left, right) => (left.dueOn < right.dueOn ? -1 : left.dueOn > right.dueOn ? 1 : 0)),
    ...fees.map((fee) => itemOf('fee', { number: numbers.get(fee.invoiceId) ?? '', dueOn: fee.on, open: fee.open })),
    ...(await creditsLeft(context, contactId)).map((credit) => itemOf('credit', { number: '', dueOn: credit.on, open: negate(credit.left) })),
  ]
}
