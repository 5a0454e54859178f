import { isValidIBAN } from 'ibantools'
import { code, isGiven, type Facts } from './facts.ts'
import type { Address, PaymentInstruction } from './model.ts'
import { every, whole, type Rule } from './rules.ts'

/** The specification identifiers of XRechnung 3.0, as CIUS and with its extension. */
export const xrechnung30 = 'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0'
export const xrechnung30Extension = `${xrechnung30}#conformant#urn:xeinkauf.de:kosit:extension:xrechnung_3.0`

/** Discounts for early payment as XRechnung writes them into the payment terms (BR-DE-18). */
const earlyPayment = /#SKONTO#TAGE=[0-9]+#PROZENT=[0-9]+\.[0-9]{2}(#BASISBETRAG=-?[0-9]+\.[0-9]{2})?#$/
const telephone = /(?:[0-9][^0-9]*){3}/
const mailPart = '[a-zA-Z0-9!#$%&"*+/=?^_`{|}~-]+'
const hostPart = '[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?'
const mail = new RegExp(`^${mailPart}(?:\\.${mailPart})*@(?:${hostPart}\\.)+${hostPart}$`)
const absoluteUrl = /[a-zA-Z][a-zA-Z0-9+.-]+:.*/

/** XRechnung 3.0 (KoSIT), BR-DE: what German public bodies ask for beyond EN 16931. */
export const xrechnung30Rules: readonly Rule[] = [
  whole({ id: 'BR-DE-1', at: 'BG-16', text: 'payment-missing' }, ({ invoice }) => invoice.payments.length > 0),
  whole({ id: 'BR-DE-2', at: 'BG-6', text: 'contact-missing' }, ({ invoice }) => invoice.seller === null || invoice.seller.contact !== null),
  place('BR-DE-3', 'BT-37', ({ invoice }) => invoice.seller?.address, 'city'),
  place('BR-DE-4', 'BT-38', ({ invoice }) => invoice.seller?.address, 'postalCode'),
  contact('BR-DE-5', 'BT-41', 'name'),
  contact('BR-DE-6', 'BT-42', 'phone'),
  contact('BR-DE-7', 'BT-43', 'email'),
  place('BR-DE-8', 'BT-52', ({ invoice }) => invoice.buyer?.address, 'city'),
  place('BR-DE-9', 'BT-53', ({ invoice }) => invoice.buyer?.address, 'postalCode'),
  place('BR-DE-10', 'BT-77', ({ invoice }) => invoice.delivery?.address, 'city'),
  place('BR-DE-11', 'BT-78', ({ invoice }) => invoice.delivery?.address, 'postalCode'),
  every({ id: 'BR-DE-14', at: 'BT-119' }, ({ breakdown }) => breakdown, ({ subtotal }) => isGiven(subtotal.rate)),
  whole({ id: 'BR-DE-15', at: 'BT-10', text: 'buyer-reference' }, ({ invoice }) => isGiven(invoice.buyerReference)),
  whole({ id: 'BR-DE-16', at: 'BT-31', text: 'parties-seller' }, sellerIsKnownToTaxOffice),
  whole({ id: 'BR-DE-17', at: 'BT-3', text: 'document-type', severity: 'warning' }, ({ invoice }) => ['326', '380', '384', '389', '381', '875', '876', '877'].includes(code(invoice.typeCode) ?? '')),
  whole({ id: 'BR-DE-18', at: 'BT-20', text: 'early-payment' }, ({ invoice }) => isEarlyPaymentWellSaid(invoice.paymentTerms)),
  every({ id: 'BR-DE-19', at: 'BT-84', text: 'iban', severity: 'warning' }, paidBy('58'), ({ creditTransfers }) => isIban(creditTransfers[0]?.account)),
  every({ id: 'BR-DE-20', at: 'BT-91', text: 'iban', severity: 'warning' }, paidBy('59'), ({ directDebit }) => isIban(directDebit?.debitedAccount)),
  whole({ id: 'BR-DE-21', at: 'BT-24', text: 'specification', severity: 'warning' }, ({ invoice }) => [xrechnung30, xrechnung30Extension].includes(code(invoice.specification) ?? '')),
  whole({ id: 'BR-DE-22', at: 'BT-125', text: 'file-names' }, fileNamesDiffer),
  every({ id: 'BR-DE-23-a', at: 'BG-17', text: 'account-missing' }, paidBy('30', '58'), ({ creditTransfers }) => creditTransfers.length > 0),
  every({ id: 'BR-DE-23-b', at: 'BG-16', text: 'payment-mixed' }, paidBy('30', '58'), ({ card, directDebit }) => card === null && directDebit === null),
  every({ id: 'BR-DE-24-a', at: 'BG-18' }, paidBy('48', '54', '55'), ({ card }) => card !== null),
  every({ id: 'BR-DE-24-b', at: 'BG-16', text: 'payment-mixed' }, paidBy('48', '54', '55'), ({ creditTransfers, directDebit }) => creditTransfers.length === 0 && directDebit === null),
  every({ id: 'BR-DE-25-a', at: 'BG-19' }, paidBy('59'), ({ directDebit }) => directDebit !== null),
  every({ id: 'BR-DE-25-b', at: 'BG-16', text: 'payment-mixed' }, paidBy('59'), ({ creditTransfers, card }) => creditTransfers.length === 0 && card === null),
  whole({ id: 'BR-DE-26', at: 'BG-3', text: 'preceding-missing', severity: 'warning' }, ({ invoice }) => code(invoice.typeCode) !== '384' || invoice.precedingInvoices.length > 0),
  whole({ id: 'BR-DE-27', at: 'BT-42', text: 'phone-form', severity: 'warning' }, ({ invoice }) => !invoice.seller?.contact || telephone.test(invoice.seller.contact.phone ?? '')),
  whole({ id: 'BR-DE-28', at: 'BT-43', text: 'mail-form', severity: 'warning' }, ({ invoice }) => !invoice.seller?.contact || isMail(invoice.seller.contact.email)),
  whole({ id: 'BR-DE-30', at: 'BT-90' }, ({ invoice }) => debits(invoice.payments).every(({ creditor }) => creditor !== null)),
  whole({ id: 'BR-DE-31', at: 'BT-91' }, ({ invoice }) => debits(invoice.payments).every(({ debitedAccount }) => debitedAccount !== null)),
  whole({ id: 'BR-DE-TMP-32', at: 'BT-72', text: 'supply-day', severity: 'information' }, saysWhenSupplied),
  every({ id: 'BR-TMP-2', at: 'BT-124', text: 'url', severity: 'warning' }, ({ invoice }) => invoice.attachments, ({ location }) => location === null || absoluteUrl.test(location.slice(0, 2_000))),
] // prettier-ignore

function place(id: string, at: string, address: (facts: Facts) => Address | null | undefined, name: 'city' | 'postalCode'): Rule {
  return whole({ id, at }, (facts) => {
    const found = address(facts)
    return found === null || found === undefined || isGiven(found[name])
  })
}

function contact(id: string, at: string, name: 'name' | 'phone' | 'email'): Rule {
  return whole({ id, at, text: `contact-${name}` }, ({ invoice }) => !invoice.seller?.contact || isGiven(invoice.seller.contact[name]))
}

function paidBy(...means: string[]): (facts: Facts) => readonly PaymentInstruction[] {
  return ({ invoice }) => invoice.payments.filter(({ meansCode }) => means.includes(code(meansCode) ?? ''))
}

function debits(payments: readonly PaymentInstruction[]) {
  return payments.flatMap(({ directDebit }) => (directDebit === null ? [] : [directDebit]))
}

/** BR-DE-16: whoever writes any category but "outside the scope" has a VAT number, a tax number or a representative. */
function sellerIsKnownToTaxOffice({ invoice, uses }: Facts): boolean {
  const asks = ['S', 'Z', 'E', 'AE', 'K', 'G', 'L', 'M'].some((category) => uses.has(category))
  return !asks || invoice.taxRepresentative !== null || isGiven(invoice.seller?.vatNumber) || isGiven(invoice.seller?.taxNumber)
}

/** BR-DE-18: every line that begins with # is a discount in KoSIT's form, and a line break follows the last one. */
function isEarlyPaymentWellSaid(terms: string | null): boolean {
  const lines = (terms ?? '').split(/\r?\n/)
  const marked = lines.filter((line) => line.trim().startsWith('#'))
  if (marked.length === 0) return true
  const last = lines.findLastIndex((line) => /#.+#/.test(line))
  return marked.every((line) => earlyPayment.test(line.trim())) && last < lines.length - 1 && (lines[last] ?? '').trimEnd().endsWith('#')
}

function isIban(account: string | null | undefined): boolean {
  return isValidIBAN((account ?? '').replace(/\s/g, '').toUpperCase())
}

function isMail(text: string | null): boolean {
  const address = (text ?? '').trim()
  return address.length <= 320 && mail.test(address)
}

function fileNamesDiffer({ invoice }: Facts): boolean {
  const names = invoice.attachments.map(({ content }) => content?.fileName ?? null).filter((name) => name !== null)
  return new Set(names).size === names.length
}

/** BR-DE-TMP-32: a day of supply, a period, or a period on every line. */
function saysWhenSupplied({ invoice }: Facts): boolean {
  return isGiven(invoice.delivery?.deliveredOn) || invoice.period !== null || invoice.lines.every(({ period }) => period !== null)
}
