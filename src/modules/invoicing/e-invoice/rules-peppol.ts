import { decimal, hundredths, isLineAmount, isShare, toCents, total } from './decimal.ts'
import { code, isGiven, type Facts, type LineFacts } from './facts.ts'
import { every, everyLine, lineAllowances, lineCharges, whole, type Rule } from './rules.ts'

/** Peppol BIS Billing 3: its specification and its process for billing. */
export const peppolBis3 = 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0'
export const peppolBilling = 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0'

const slack = hundredths(2n)
const invoiceTypes = '71 80 82 84 102 218 219 326 331 380 382 383 384 386 388 393 395 553 575 623 780 817 870 875 876 877'.split(' ')
const creditNoteTypes = '381 396 81 83 532'.split(' ')
/** Schemes of electronic addresses that the European list has and Peppol's network does not. */
const schemesOutsidePeppol = new Set(['AN', 'AQ', 'AS', 'AU', 'EM', '0219', '0220'])

/** Peppol BIS Billing 3, the rules about what an invoice says; R008, R043, R044, R051, R080, R100 and R101 are about how it is written. */
export const peppolBis3Rules: readonly Rule[] = [
  whole({ id: 'PEPPOL-EN16931-R001', at: 'BT-23' }, ({ invoice }) => invoice.businessProcess !== null),
  whole({ id: 'PEPPOL-EN16931-R002', at: 'BG-1', text: 'more-than-one' }, (facts) => facts.invoice.notes.length <= 1 || bothIn(facts, 'DE')),
  whole({ id: 'PEPPOL-EN16931-R003', at: 'BT-10', text: 'buyer-reference-or-order' }, ({ invoice }) => invoice.buyerReference !== null || invoice.purchaseOrderReference !== null),
  whole({ id: 'PEPPOL-EN16931-R004', at: 'BT-24', text: 'specification' }, ({ invoice }) => (code(invoice.specification) ?? '').startsWith(peppolBis3)),
  whole({ id: 'PEPPOL-EN16931-R005', at: 'BT-6', text: 'tax-currency-same' }, ({ invoice }) => invoice.taxCurrency === null || code(invoice.taxCurrency) !== code(invoice.currency)),
  whole({ id: 'PEPPOL-EN16931-R007', at: 'BT-23', text: 'business-process' }, ({ invoice }) => /urn:fdc:peppol\.eu:2017:poacc:billing:[0-9]{2}:1\.0/.test(invoice.businessProcess ?? '')),
  whole({ id: 'PEPPOL-EN16931-R010', at: 'BT-49', text: 'buyer-electronic-address' }, ({ invoice }) => (invoice.buyer?.electronicAddress ?? null) !== null),
  whole({ id: 'PEPPOL-EN16931-R020', at: 'BT-34', text: 'seller-electronic-address' }, ({ invoice }) => (invoice.seller?.electronicAddress ?? null) !== null),
  every({ id: 'PEPPOL-EN16931-R040', at: 'BT-92', text: 'percentage-of-base' }, allowancesAndCharges, isPercentageOfBase, describeLine),
  every({ id: 'PEPPOL-EN16931-R041', at: 'BT-93', text: 'base-missing' }, allowancesAndCharges, ({ item }) => item.percentage === null || item.baseAmount !== null, describeLine),
  every({ id: 'PEPPOL-EN16931-R042', at: 'BT-94', text: 'percentage-missing' }, allowancesAndCharges, ({ item }) => item.percentage !== null || item.baseAmount === null, describeLine),
  everyLine({ id: 'PEPPOL-EN16931-R046', at: 'BT-146', text: 'net-price' }, isNetPrice),
  whole({ id: 'PEPPOL-EN16931-R053', at: 'BG-23' }, ({ breakdown }) => breakdown.length > 0),
  whole({ id: 'PEPPOL-EN16931-R054', at: 'BT-111', text: 'tax-in-tax-currency' }, ({ invoice }) => (invoice.taxCurrency !== null) === ((invoice.totals?.taxInTaxCurrency ?? null) !== null)),
  whole({ id: 'PEPPOL-EN16931-R055', at: 'BT-111', text: 'tax-signs' }, taxesHaveOneSign),
  every({ id: 'PEPPOL-EN16931-R061', at: 'BT-89' }, directDebits, ({ directDebit }) => isGiven(directDebit?.mandate)),
  everyLine({ id: 'PEPPOL-EN16931-R110', at: 'BT-134', text: 'period-outside' }, ({ line }, { invoice }) => isOrdered(invoice.period?.from, line.period?.from)),
  everyLine({ id: 'PEPPOL-EN16931-R111', at: 'BT-135', text: 'period-outside' }, ({ line }, { invoice }) => isOrdered(line.period?.to, invoice.period?.to)),
  everyLine({ id: 'PEPPOL-EN16931-R120', at: 'BT-131', text: 'line-amount' }, isLineAmountRight),
  everyLine({ id: 'PEPPOL-EN16931-R121', at: 'BT-149', text: 'base-quantity' }, ({ line }) => (line.price?.baseQuantity ?? null) === null || (decimal(line.price?.baseQuantity) ?? 0n) > 0n),
  everyLine({ id: 'PEPPOL-EN16931-R130', at: 'BT-150', text: 'base-quantity-unit' }, ({ line }) => (line.price?.baseQuantityUnit ?? null) === null || line.quantity === null || line.price?.baseQuantityUnit === line.unitCode),
  whole({ id: 'PEPPOL-EN16931-P0100', at: 'BT-3', text: 'document-type' }, (facts) => facts.kind !== 'invoice' || !isBilling(facts) || invoiceTypes.includes(code(facts.invoice.typeCode) ?? '')),
  whole({ id: 'PEPPOL-EN16931-P0101', at: 'BT-3', text: 'document-type' }, (facts) => facts.kind !== 'credit_note' || !isBilling(facts) || creditNoteTypes.includes(code(facts.invoice.typeCode) ?? '')),
  whole({ id: 'PEPPOL-EN16931-P0112', at: 'BT-3', text: 'document-type-german' }, (facts) => !['326', '384'].includes(code(facts.invoice.typeCode) ?? '') || bothIn(facts, 'DE')),
  exemption('P0104', 'G', 'G'),
  exemption('P0105', 'O', 'O'),
  exemption('P0106', 'IC', 'K'),
  exemption('P0107', 'AE', 'AE'),
  exemption('P0108', 'D', 'E'),
  exemption('P0109', 'F', 'E'),
  exemption('P0110', 'I', 'E'),
  exemption('P0111', 'J', 'E'),
  every({ id: 'PEPPOL-EN16931-F001', at: 'BT-2', text: 'day-form' }, days, isDay, (day) => ({ parameters: { value: day.slice(0, 40) } })),
  every({ id: 'PEPPOL-EN16931-CL008', at: 'BT-49-1', text: 'code' }, electronicSchemes, (scheme) => !schemesOutsidePeppol.has(scheme), (scheme) => ({ parameters: { value: scheme } })),
] // prettier-ignore

/** Whether seller and buyer are both in a country, by their addresses. */
export function bothIn({ invoice }: Facts, country: string): boolean {
  return invoice.seller?.address?.country === country && invoice.buyer?.address?.country === country
}

function* allowancesAndCharges(facts: Facts) {
  for (const { item } of facts.allowances) yield { item, line: undefined }
  for (const { item } of facts.charges) yield { item, line: undefined }
  yield* lineAllowances(facts)
  yield* lineCharges(facts)
}

type AnyAllowance = { readonly item: { readonly amount: string | null; readonly baseAmount: string | null; readonly percentage: string | null } }

function describeLine({ line }: { readonly line?: number | undefined }) {
  return line === undefined ? {} : { line }
}

/** R040: the amount is the percentage of the base, at most 0.02 away. */
function isPercentageOfBase({ item }: AnyAllowance): boolean {
  if (item.percentage === null || item.baseAmount === null) return true
  const [amount, base, percentage] = [decimal(item.amount ?? '0'), decimal(item.baseAmount), decimal(item.percentage)]
  return amount !== undefined && base !== undefined && percentage !== undefined && isShare({ amount, base, percentage, slack })
}

/** R046: net price = gross price − discount. */
function isNetPrice({ line }: LineFacts): boolean {
  if ((line.price?.gross ?? null) === null) return true
  const [net, gross, discount] = [decimal(line.price?.net), decimal(line.price?.gross), decimal(line.price?.discount ?? '0')]
  return net !== undefined && gross !== undefined && discount !== undefined && net === gross - discount
}

function taxesHaveOneSign({ invoice, totals }: Facts): boolean {
  if (invoice.taxCurrency === null || totals.tax === undefined || totals.taxInTaxCurrency === undefined) return true
  return (totals.tax <= 0n && totals.taxInTaxCurrency <= 0n) || (totals.tax >= 0n && totals.taxInTaxCurrency >= 0n)
}

function directDebits({ invoice }: Facts) {
  return invoice.payments.filter(({ meansCode }) => ['49', '59'].includes(code(meansCode) ?? ''))
}

function isOrdered(earlier: string | null | undefined, later: string | null | undefined): boolean {
  return !earlier || !later || earlier <= later
}

/** R120: quantity × (price ÷ base quantity) + charges − allowances of the line, at most 0.02 away. */
function isLineAmountRight({ line, amount }: LineFacts): boolean {
  const quantity = decimal(line.quantity ?? '1')
  const price = decimal(line.price?.net ?? '0')
  const base = decimal(line.price?.baseQuantity ?? '1')
  if (quantity === undefined || price === undefined || base === undefined) return false
  const sum = (items: typeof line.charges) => toCents(total(items.map((item) => decimal(item.amount))))
  const added = sum(line.charges) - sum(line.allowances)
  const per = base > 0n ? base : hundredths(100n)
  return isLineAmount({ amount: amount ?? 0n, quantity, price, per, added, slack })
}

function isBilling({ invoice }: Facts): boolean {
  return (invoice.businessProcess ?? '').includes(peppolBilling)
}

/** P0104 to P0111: a reason code goes with one category. */
function exemption(rule: string, reason: string, category: string): Rule {
  return every(
    { id: `PEPPOL-EN16931-${rule}`, at: 'BT-121', text: 'exemption-category' },
    ({ breakdown }) => breakdown,
    (subtotal) => code(subtotal.subtotal.exemptionCode)?.toUpperCase() !== `VATEX-EU-${reason}` || subtotal.category === category,
    () => ({ parameters: { value: `VATEX-EU-${reason}`, category } }),
  )
}

function* days({ invoice }: Facts): Iterable<string> {
  const periods = [invoice.period, ...invoice.lines.map(({ period }) => period)].flatMap((period) => [period?.from, period?.to])
  for (const day of [invoice.issuedOn, invoice.dueOn, invoice.taxPointOn, invoice.delivery?.deliveredOn, ...periods]) {
    if (day !== null && day !== undefined) yield day
  }
}

/** F001: a day of the calendar as 2026-11-24. */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  return days !== undefined && day >= 1 && day <= days
}

function electronicSchemes({ invoice }: Facts): string[] {
  return [invoice.seller, invoice.buyer].flatMap((party) => party?.electronicAddress?.scheme ?? [])
}
