import { code, isGiven, type Facts } from './facts.ts'
import { decimal } from './decimal.ts'
import type { DocumentTotals, InvoicingPeriod, Party } from './model.ts'
import { every, everyLine, itsLine, lineAllowances, lineCharges, whole, type Rule } from './rules.ts'

/** EN 16931-1:2017, the integrity rules BR-1 to BR-67: what an invoice must hold. */
export const presenceRules: readonly Rule[] = [
  whole({ id: 'BR-01', at: 'BT-24' }, ({ invoice }) => isGiven(invoice.specification)),
  whole({ id: 'BR-02', at: 'BT-1' }, ({ invoice }) => isGiven(invoice.number)),
  whole({ id: 'BR-03', at: 'BT-2' }, ({ invoice }) => isGiven(invoice.issuedOn)),
  whole({ id: 'BR-04', at: 'BT-3' }, ({ invoice }) => isGiven(invoice.typeCode)),
  whole({ id: 'BR-05', at: 'BT-5' }, ({ invoice }) => isGiven(invoice.currency)),
  whole({ id: 'BR-06', at: 'BT-27' }, ({ invoice }) => isGiven(invoice.seller?.name)),
  whole({ id: 'BR-07', at: 'BT-44' }, ({ invoice }) => isGiven(invoice.buyer?.name)),
  whole({ id: 'BR-08', at: 'BG-5' }, ({ invoice }) => present(invoice.seller?.address)),
  whole({ id: 'BR-09', at: 'BT-40' }, ({ invoice }) => hasCountry(invoice.seller?.address)),
  whole({ id: 'BR-10', at: 'BG-8', text: 'buyer-address-missing' }, ({ invoice }) => present(invoice.buyer?.address)),
  whole({ id: 'BR-11', at: 'BT-55', text: 'buyer-country-missing' }, ({ invoice }) => hasCountry(invoice.buyer?.address)),
  hasTotal('BR-12', 'BT-106', 'lines'),
  hasTotal('BR-13', 'BT-109', 'withoutTax'),
  hasTotal('BR-14', 'BT-112', 'withTax'),
  hasTotal('BR-15', 'BT-115', 'payable'),
  whole({ id: 'BR-16', at: 'BG-25', text: 'no-lines' }, ({ lines }) => lines.length > 0),
  whole({ id: 'BR-17', at: 'BT-59', text: 'payee-name' }, payeeIsNamed),
  whole({ id: 'BR-18', at: 'BT-62' }, ({ invoice }) => invoice.taxRepresentative === null || isGiven(invoice.taxRepresentative.name)),
  whole({ id: 'BR-19', at: 'BG-12' }, ({ invoice }) => invoice.taxRepresentative === null || present(invoice.taxRepresentative.address)),
  whole({ id: 'BR-20', at: 'BT-69' }, ({ invoice }) => hasCountry(invoice.taxRepresentative?.address)),
  everyLine({ id: 'BR-21', at: 'BT-126' }, ({ line }) => isGiven(line.id)),
  everyLine({ id: 'BR-22', at: 'BT-129' }, ({ line }) => present(line.quantity)),
  everyLine({ id: 'BR-23', at: 'BT-130' }, ({ line }) => present(line.unitCode)),
  everyLine({ id: 'BR-24', at: 'BT-131' }, ({ line }) => present(line.amount)),
  everyLine({ id: 'BR-25', at: 'BT-153' }, ({ line }) => isGiven(line.item?.name)),
  everyLine({ id: 'BR-26', at: 'BT-146' }, ({ line }) => present(line.price?.net)),
  everyLine({ id: 'BR-27', at: 'BT-146', text: 'negative' }, ({ line }) => !present(line.price?.net) || isNotNegative(line.price?.net)),
  everyLine({ id: 'BR-28', at: 'BT-148', text: 'negative' }, ({ line }) => !present(line.price?.gross) || isNotNegative(line.price?.gross)),
  whole({ id: 'BR-29', at: 'BT-74', text: 'period-backwards' }, ({ invoice }) => isForwards(invoice.period)),
  everyLine({ id: 'BR-30', at: 'BT-135', text: 'period-backwards' }, ({ line }) => isForwards(line.period)),
  every({ id: 'BR-31', at: 'BT-92' }, ({ allowances }) => allowances, ({ item }) => present(item.amount)),
  every({ id: 'BR-32', at: 'BT-95' }, ({ allowances }) => allowances, ({ item }) => present(item.taxCategory)),
  every({ id: 'BR-33', at: 'BT-97', text: 'reason-missing' }, ({ allowances }) => allowances, ({ item }) => hasReason(item)),
  every({ id: 'BR-36', at: 'BT-99' }, ({ charges }) => charges, ({ item }) => present(item.amount)),
  every({ id: 'BR-37', at: 'BT-102' }, ({ charges }) => charges, ({ item }) => present(item.taxCategory)),
  every({ id: 'BR-38', at: 'BT-104', text: 'reason-missing' }, ({ charges }) => charges, ({ item }) => hasReason(item)),
  every({ id: 'BR-41', at: 'BT-136' }, lineAllowances, ({ item }) => present(item.amount), itsLine),
  every({ id: 'BR-42', at: 'BT-139', text: 'reason-missing' }, lineAllowances, ({ item }) => hasReason(item), itsLine),
  every({ id: 'BR-43', at: 'BT-141' }, lineCharges, ({ item }) => present(item.amount), itsLine),
  every({ id: 'BR-44', at: 'BT-144', text: 'reason-missing' }, lineCharges, ({ item }) => hasReason(item), itsLine),
  every({ id: 'BR-45', at: 'BT-116' }, ({ breakdown }) => breakdown, ({ subtotal }) => present(subtotal.taxable)),
  every({ id: 'BR-46', at: 'BT-117' }, ({ breakdown }) => breakdown, ({ subtotal }) => present(subtotal.tax)),
  every({ id: 'BR-47', at: 'BT-118' }, ({ breakdown }) => breakdown, ({ subtotal }) => present(subtotal.category)),
  every({ id: 'BR-48', at: 'BT-119' }, ({ breakdown }) => breakdown, ({ subtotal, category }) => present(subtotal.rate) || category === 'O'),
  every({ id: 'BR-49', at: 'BT-81' }, ({ invoice }) => invoice.payments, (payment) => present(payment.meansCode)),
  every({ id: 'BR-50', at: 'BT-84', text: 'account-missing' }, transfers, (transfer) => isGiven(transfer.account)),
  every({ id: 'BR-51', at: 'BT-87', text: 'card-number-in-full', severity: 'warning' }, cards, (card) => (card.number ?? '').trim().length <= 10),
  every({ id: 'BR-52', at: 'BT-122' }, ({ invoice }) => invoice.attachments, (attachment) => isGiven(attachment.reference)),
  whole({ id: 'BR-53', at: 'BT-111', text: 'tax-in-tax-currency' }, hasTaxInTaxCurrency),
  everyLine({ id: 'BR-54', at: 'BG-32' }, ({ line }) => (line.item?.attributes ?? []).every(({ name, value }) => present(name) && present(value))),
  every({ id: 'BR-55', at: 'BT-25' }, ({ invoice }) => invoice.precedingInvoices, (preceding) => isGiven(preceding.number)),
  whole({ id: 'BR-56', at: 'BT-63' }, ({ invoice }) => invoice.taxRepresentative === null || isGiven(invoice.taxRepresentative.vatNumber)),
  whole({ id: 'BR-57', at: 'BT-80' }, ({ invoice }) => hasCountry(invoice.delivery?.address)),
  whole({ id: 'BR-61', at: 'BT-84', text: 'account-missing' }, transfersHaveAccounts),
  whole({ id: 'BR-62', at: 'BT-34-1', text: 'scheme-missing' }, ({ invoice }) => hasScheme(invoice.seller?.electronicAddress)),
  whole({ id: 'BR-63', at: 'BT-49-1', text: 'scheme-missing' }, ({ invoice }) => hasScheme(invoice.buyer?.electronicAddress)),
  everyLine({ id: 'BR-64', at: 'BT-157-1', text: 'scheme-missing' }, ({ line }) => hasScheme(line.item?.standardIdentifier)),
  everyLine({ id: 'BR-65', at: 'BT-158-1', text: 'scheme-missing' }, ({ line }) => (line.item?.classifications ?? []).every(hasScheme)),
  whole({ id: 'BR-66', at: 'BG-18', text: 'more-than-one' }, (facts) => [...cards(facts)].length <= 1),
  whole({ id: 'BR-67', at: 'BG-19', text: 'more-than-one' }, ({ invoice }) => invoice.payments.filter(({ directDebit }) => directDebit !== null).length <= 1),
] // prettier-ignore

/** Whether an element stands there at all, even an empty one. */
function present<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined
}

function hasTotal(id: string, at: string, name: keyof DocumentTotals): Rule {
  return whole({ id, at }, ({ invoice }) => present(invoice.totals?.[name]))
}

/** An address that is there names its country; one that is not is another rule's business. */
function hasCountry(address: { readonly country: string | null } | null | undefined): boolean {
  return !present(address) || isGiven(address.country)
}

function hasReason(item: { readonly reason: string | null; readonly reasonCode: string | null }): boolean {
  return present(item.reason) || present(item.reasonCode)
}

function hasScheme(identifier: { readonly scheme: string | null } | null | undefined): boolean {
  return !present(identifier) || isGiven(identifier.scheme)
}

function isNotNegative(text: string | null | undefined): boolean {
  const value = decimal(text)
  return value !== undefined && value >= 0n
}

/** Days as "2026-11-24" compare as texts. */
function isForwards(period: InvoicingPeriod | null): boolean {
  return !present(period?.from) || !present(period.to) || period.to >= period.from
}

/** BR-17: a payee is named, and is somebody else than the seller. UBL compares the trading name, CII the name. */
function payeeIsNamed({ invoice, syntax }: Facts): boolean {
  const { payee, seller } = invoice
  if (payee === null) return true
  if (!present(payee.name)) return false
  const sellerName = syntax === 'ubl' ? seller?.tradingName : seller?.name
  return payee.name !== sellerName && !sharesIdentifier(payee.identifiers, seller)
}

function sharesIdentifier(identifiers: Party['identifiers'], seller: Party | null): boolean {
  return identifiers.some(({ id }) => seller?.identifiers.some((other) => other.id === id))
}

function transfers({ invoice }: Facts) {
  return invoice.payments.filter(({ meansCode }) => isTransfer(meansCode)).flatMap(({ creditTransfers }) => creditTransfers)
}

function cards({ invoice }: Facts) {
  return invoice.payments.flatMap(({ card }) => (card === null ? [] : [card]))
}

/** BR-61. In CII the official rule speaks only where an account is written at all. */
function transfersHaveAccounts({ invoice, syntax }: Facts): boolean {
  return invoice.payments.every(
    ({ meansCode, creditTransfers }) =>
      !isTransfer(meansCode) || (syntax === 'cii' && creditTransfers.length === 0) || creditTransfers.some(({ account }) => present(account)),
  )
}

function isTransfer(meansCode: string | null): boolean {
  const means = code(meansCode)
  return means === '30' || means === '58'
}

/** BR-53. In CII the tax currency must be another than the invoice's. */
function hasTaxInTaxCurrency({ invoice, syntax }: Facts): boolean {
  if (!present(invoice.taxCurrency)) return true
  if (invoice.taxCurrency === invoice.currency) return syntax === 'ubl' && present(invoice.totals?.tax)
  return present(invoice.totals?.taxInTaxCurrency)
}
