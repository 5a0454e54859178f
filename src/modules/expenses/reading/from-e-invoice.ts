import { isCurrency } from '../../../kernel/currency.ts'
import { parseDay, type Day } from '../../../kernel/day.ts'
import { add, money, negate, parseMoney, type Money } from '../../../kernel/money.ts'
import { parsePercent, Percent } from '../../../kernel/percent.ts'
import type { ReadEInvoice } from '../../invoicing/index.ts'
import { readIban } from '../../payments/index.ts'
import type { ExpensePart, ExpenseTreatment, Payee, PayeeReference } from '../expense.ts'
import { categoryOf } from './category.ts'
import { payeeReferenceOf } from './numbers.ts'
import { completedByEarlier, nothingRead, untaxedPart, type Proposal, type ProposalSituation, type ProposedDetails } from './proposal.ts'

/** An electronic invoice as an expense: nothing is guessed but the category. A credit note has negative amounts. */
export function proposalOfEInvoice({ model, kind, findings }: ReadEInvoice, situation: ProposalSituation): Proposal {
  const currency = model.currency !== null && isCurrency(model.currency) ? model.currency : situation.currency
  const sign = kind === 'credit_note' || model.typeCode === '381' ? -1n : 1n
  const amount = (text: string | null): Money | undefined => (text === null ? undefined : signed(parseMoney(text.replace(/^\+/, ''), currency), sign))
  const total = amount(model.totals?.withTax ?? null)
  const isHome = (model.seller?.address?.country ?? situation.country) === situation.country
  const parts = model.taxBreakdown.flatMap((subtotal) => {
    const [net, tax] = [amount(subtotal.taxable), amount(subtotal.tax) ?? money(0n, currency)]
    if (!net) return []
    const treatment = treatmentOf(subtotal.category, isHome)
    const rate = treatment === 'reverse_charge' ? new Percent(situation.ownRate) : (parsePercent(plain(subtotal.rate)) ?? Percent.zero)
    return [{ treatment, rate, net, tax, gross: add(net, tax) }]
  })
  const transfer = model.payments.flatMap((payment) => payment.creditTransfers).find((each) => each.account !== null)
  const details: ProposedDetails = {
    ...nothingRead(currency),
    payee: payeeOf(model, transfer?.account ?? null),
    documentNumber: model.number?.slice(0, 100) || null,
    issuedOn: dayOf(model.issuedOn),
    dueOn: dayOf(model.dueOn),
    category: categoryOf([model.seller?.name, ...model.lines.slice(0, 20).map((line) => line.item?.name)].join(' ')) ?? 'other',
    description: describe(model.lines.map((line) => line.item?.name ?? '')),
    parts: parts.length > 0 ? fittedTo(parts, total) : total ? [untaxedPart(total.minor, currency)] : [],
    paidBy: model.payments.some((payment) => payment.card !== null) && !transfer ? 'card' : 'bank',
    reference: referenceOf(model),
  }
  const completed = completedByEarlier(details, { earlier: situation.earlier, isPaidBySaid: true })
  const isWhole = completed.details.payee !== null && completed.details.issuedOn !== null && parts.length > 0
  return { kind: 'e_invoice', details: completed.details, isCertain: isWhole && !findings.some((finding) => finding.severity === 'fatal') }
}

/** UNTDID 5305 as EN 16931 uses it; of a seller abroad, tax that is charged is that country's. */
function treatmentOf(category: string | null, isHome: boolean): ExpenseTreatment {
  if (category === 'AE' || category === 'K') return 'reverse_charge'
  if (category === 'S' || category === 'L' || category === 'M' || category === 'B') return isHome ? 'domestic' : 'foreign'
  return 'exempt'
}

/** What was rounded off the whole (BT-114) or charged besides is in the last part. */
function fittedTo(parts: readonly ExpensePart[], total: Money | undefined): ExpensePart[] {
  const sum = parts.reduce((soFar, part) => soFar + part.gross.minor, 0n)
  const off = total ? total.minor - sum : 0n
  return off === 0n || !total ? [...parts] : [...parts, untaxedPart(off, total.currency)]
}

function payeeOf(model: ReadEInvoice['model'], account: string | null): Payee | null {
  const { seller } = model
  const name = seller?.name ?? seller?.tradingName
  if (!name) return null
  const { address } = seller!
  return {
    name: name.trim().slice(0, 200),
    street: [address?.line1, address?.line2].filter((line) => line).join(', ').slice(0, 200) || null, // prettier-ignore
    postalCode: address?.postalCode?.slice(0, 20) || null,
    city: address?.city?.slice(0, 100) || null,
    country: address?.country && /^[A-Z]{2}$/.test(address.country) ? address.country : null,
    vatNumber: seller!.vatNumber?.slice(0, 30) || null,
    iban: account === null ? null : readIban(account),
  }
}

function referenceOf(model: ReadEInvoice['model']): PayeeReference | null {
  const remittance = model.payments.find((payment) => payment.remittance)?.remittance?.trim()
  if (!remittance) return model.number ? { kind: 'text', text: model.number.slice(0, 140) } : null
  return payeeReferenceOf(remittance) ?? { kind: 'text', text: remittance.slice(0, 140) }
}

function describe(names: readonly string[]): string {
  return [...new Set(names.filter((name) => name !== ''))].slice(0, 3).join(', ').slice(0, 200)
}

function dayOf(text: string | null): Day | null {
  return parseDay((text ?? '').slice(0, 10)) ?? null
}

function plain(rate: string | null): string {
  return (rate ?? '').replace(/(\.\d\d)0+$/, '$1')
}

function signed(amount: Money | undefined, sign: bigint): Money | undefined {
  return amount && sign < 0n ? negate(amount) : amount
}
