import { code, isGiven, type Facts } from './facts.ts'
import type { Address, Identifier, Party } from './model.ts'
import { bothIn } from './rules-peppol.ts'
import { xrechnung30Rules } from './rules-xrechnung.ts'
import { every, everyLine, whole, type Rule } from './rules.ts'

type Holds = (facts: Facts) => boolean

/**
 * Peppol BIS Billing 3, the rules of countries, for sellers from there, and how identifiers look. Those of Greece and
 * Iceland are not here: Greece asks for a mark of its tax office that no other country knows.
 */
export const peppolCountryRules: readonly Rule[] = [
  ...xrechnung30Rules.filter(({ id }) => /^BR-DE-\d/.test(id) && id !== 'BR-DE-21').map(betweenGermans),
  ofSeller('DK', { id: 'DK-R-002', at: 'BT-30' }, ({ invoice }) => isGiven(invoice.seller?.legalRegistration?.id)),
  ofSeller('DK', { id: 'DK-R-014', at: 'BT-30-1', text: 'scheme-of-country' }, ({ invoice }) => isOfScheme(invoice.seller?.legalRegistration, '0184')),
  ofSeller('DK', { id: 'DK-R-016', at: 'BT-115', text: 'negative' }, (facts) => facts.kind !== 'credit_note' || !bothIn(facts, 'DK') || (facts.totals.payable ?? 0n) >= 0n),
  ofSeller('IT', { id: 'IT-R-001', at: 'BT-32', text: 'identifier-form' }, ({ invoice }) => (invoice.seller?.taxNumber ?? null) === null || /^[A-Z0-9]{11,16}$/.test(invoice.seller?.taxNumber?.trim() ?? '')),
  ofSeller('IT', { id: 'IT-R-002', at: 'BT-35' }, ({ invoice }) => hasAll(invoice.seller?.address, ['line1'])),
  ofSeller('IT', { id: 'IT-R-003', at: 'BT-37' }, ({ invoice }) => hasAll(invoice.seller?.address, ['city'])),
  ofSeller('IT', { id: 'IT-R-004', at: 'BT-38' }, ({ invoice }) => hasAll(invoice.seller?.address, ['postalCode'])),
  ofSeller('NL', { id: 'NL-R-001', at: 'BG-3', text: 'preceding-missing' }, ({ invoice, kind }) => kind === 'invoice' || invoice.precedingInvoices.length > 0),
  ofSeller('NL', { id: 'NL-R-002', at: 'BG-5', text: 'address-complete' }, ({ invoice }) => hasAll(invoice.seller?.address, ['line1', 'city', 'postalCode'])),
  ofSeller('NL', { id: 'NL-R-003', at: 'BT-30-1', text: 'scheme-of-country' }, ({ invoice }) => isOfScheme(invoice.seller?.legalRegistration, '0106', '0190')),
  ofSeller('NL', { id: 'NL-R-004', at: 'BG-8', text: 'address-complete' }, (facts) => !bothIn(facts, 'NL') || hasAll(facts.invoice.buyer?.address, ['line1', 'city', 'postalCode'])),
  ofSeller('NL', { id: 'NL-R-005', at: 'BT-47-1', text: 'scheme-of-country' }, (facts) => !bothIn(facts, 'NL') || isOfScheme(facts.invoice.buyer?.legalRegistration, '0106', '0190')),
  ofSeller('NL', { id: 'NL-R-007', at: 'BG-16', text: 'payment-missing' }, ({ invoice, totals, kind }) => invoice.payments.length > 0 || (kind === 'invoice' ? (totals.payable ?? 0n) <= 0n : (totals.payable ?? 0n) >= 0n)),
  ofSeller('NL', { id: 'NL-R-008', at: 'BT-81', text: 'payment-means' }, ({ invoice }) => invoice.payments.every(({ meansCode }) => ['30', '48', '49', '57', '58', '59'].includes(code(meansCode) ?? ''))),
  ofSeller('NL', { id: 'NL-R-009', at: 'BT-13' }, ({ invoice, lines }) => invoice.purchaseOrderReference !== null || lines.every(({ line }) => line.orderLineReference === null)),
  ofSeller('NO', { id: 'NO-R-001', at: 'BT-31', text: 'identifier-form' }, ({ invoice }) => isNorwegian(invoice.seller?.vatNumber)),
  ofSeller('NO', { id: 'NO-R-002', at: 'BT-32', text: 'foretaksregisteret', severity: 'warning' }, ({ invoice }) => invoice.seller?.taxNumber?.trim() === 'Foretaksregisteret'),
  ofSeller('SE', { id: 'SE-R-001', at: 'BT-31', text: 'identifier-form' }, ({ invoice }) => !isSwedish(invoice.seller?.vatNumber) || invoice.seller?.vatNumber?.trim().length === 14),
  ofSeller('SE', { id: 'SE-R-002', at: 'BT-31', text: 'identifier-form' }, ({ invoice }) => !isSwedish(invoice.seller?.vatNumber) || /^SE\d{12}/.test(invoice.seller?.vatNumber ?? '')),
  ofSeller('SE', { id: 'SE-R-005', at: 'BT-32', text: 'f-skatt' }, ({ invoice }) => (invoice.seller?.taxNumber ?? null) === null || (invoice.seller?.legalRegistration ?? null) === null || invoice.seller?.taxNumber?.trim().toUpperCase() === 'GODKÄND FÖR F-SKATT'),
  everyLine({ id: 'SE-R-006', at: 'BT-152', text: 'swedish-rate' }, ({ category, line }, { invoice }) => invoice.seller?.address?.country !== 'SE' || !isSwedish(invoice.seller.vatNumber) || category !== 'S' || [25, 12, 6].includes(Number(line.tax?.rate))),
  identifiers('PEPPOL-COMMON-R040', '0088', isGln),
  identifiers('PEPPOL-COMMON-R041', '0192', (id) => /^\d{9}$/.test(id) && isModulo11(id)),
  identifiers('PEPPOL-COMMON-R042', '0184', (id) => /^DK\d{8}$/.test(id)),
  identifiers('PEPPOL-COMMON-R043', '0208', (id) => /^\d{10}$/.test(id) && Number(id.slice(8)) === 97 - (Number(id.slice(0, 8)) % 97)),
  identifiers('PEPPOL-COMMON-R049', '0007', (id) => /^\d{10}$/.test(id) && isLuhn(id)),
] // prettier-ignore

/** Between a German seller and a German buyer Peppol asks what XRechnung asks: DE-R-015 is BR-DE-15, DE-R-023-1 is BR-DE-23-a. */
function betweenGermans(rule: Rule): Rule {
  const [, number = '', part] = /^BR-DE-(\d+)(?:-([ab]))?$/.exec(rule.id) ?? []
  const suffix = part === undefined ? '' : part === 'a' ? '-1' : '-2'
  return { ...rule, id: `DE-R-${number.padStart(3, '0')}${suffix}`, broken: (facts) => (bothIn(facts, 'DE') ? rule.broken(facts) : []) }
}

/** The seller's country as Peppol finds it: from the VAT number, its representative's, or the address. */
function sellerCountry({ invoice }: Facts): string {
  const vatNumber = invoice.seller?.vatNumber ?? invoice.taxRepresentative?.vatNumber
  return (vatNumber?.trim().slice(0, 2) ?? invoice.seller?.address?.country ?? '').toUpperCase()
}

function ofSeller(country: string, words: Parameters<typeof whole>[0], holds: Holds): Rule {
  return whole(words, (facts) => sellerCountry(facts) !== country || holds(facts))
}

function hasAll(address: Address | null | undefined, names: readonly (keyof Address)[]): boolean {
  return address === null || address === undefined || names.every((name) => address[name] !== null)
}

/** An identifier that is there is of one of these schemes. */
function isOfScheme(identifier: Identifier | null | undefined, ...schemes: string[]): boolean {
  return identifier === null || identifier === undefined || schemes.includes(code(identifier.scheme) ?? '')
}

function isNorwegian(vatNumber: string | null | undefined): boolean {
  if (!vatNumber?.startsWith('NO')) return true
  return /^\d{9}MVA$/.test(vatNumber.slice(2)) && isModulo11(vatNumber.slice(2, 11))
}

function isSwedish(vatNumber: string | null | undefined): boolean {
  return vatNumber?.startsWith('SE') ?? false
}

function identifiers(id: string, scheme: string, isRight: (identifier: string) => boolean): Rule {
  return every(
    { id, at: 'BT-29', text: 'identifier-form', severity: 'fatal' },
    ({ invoice }) => [...identifiersOf(invoice.seller), ...identifiersOf(invoice.buyer)].filter((identifier) => code(identifier.scheme) === scheme),
    (identifier) => isRight(identifier.id.trim().slice(0, 100)),
    (identifier) => ({ parameters: { value: identifier.id.slice(0, 40) } }),
  )
}

function identifiersOf(party: Party | null): Identifier[] {
  return [party?.electronicAddress, party?.legalRegistration, ...(party?.identifiers ?? [])].filter(
    (identifier) => identifier !== null && identifier !== undefined,
  )
}

/** GS1's check digit: weights 3 and 1 from the right. */
function isGln(id: string): boolean {
  if (!/^\d+$/.test(id)) return false
  const digits = [...id].map(Number)
  const check = digits.pop() ?? 0
  const sum = digits.toReversed().reduce((carried, digit, index) => carried + digit * (index % 2 === 0 ? 3 : 1), 0)
  return (10 - (sum % 10)) % 10 === check
}

/** The check digit of Norwegian organisation numbers: weights 2 to 7 from the right, modulo 11. */
function isModulo11(id: string): boolean {
  const digits = [...id].map(Number)
  const check = digits.pop() ?? 0
  const sum = digits.toReversed().reduce((carried, digit, index) => carried + digit * ((index % 6) + 2), 0)
  return Number(id) > 0 && (11 - (sum % 11)) % 11 === check
}

function isLuhn(id: string): boolean {
  const sum = [...id].map(Number).toReversed().reduce((carried, digit, index) => carried + (index % 2 === 0 ? digit : Math.floor((digit * 2) / 10) + ((digit * 2) % 10)), 0) // prettier-ignore
  return sum % 10 === 0
}
