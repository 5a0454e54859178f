import { amountText, type Money } from '../../../kernel/money.ts'
import { bankText, bankTextLossy } from './characters.ts'
import { compact, isCreditorReference } from './references.ts'

/** The countries and territories whose accounts a SEPA credit transfer reaches (EPC409-09), without CH and LI, which have their own code. */
const sepaCountries = new Set(
  'AD AL AT BE BG CY CZ DE DK EE ES FI FR GB GI GR HR HU IE IS IT LT LU LV MC MD ME MK MT NL NO PL PT RO RS SE SI SK SM VA'.split(' '),
)

/**
 * The text of an EPC QR code (EPC069-12, version 002): twelve lines, UTF-8, at most 331 bytes. Euro only, 0.01 to
 * 999,999,999.99. Null where the payee's name cannot be written or the account is outside SEPA.
 */
export function epcPayload(request: {
  creditor: { name: string }
  iban: string
  bic: string | null
  amount: Money | null
  reference: { kind: 'qr' | 'scor' | 'none'; text: string | null }
  message: string
}): string | null {
  const iban = compact(request.iban)
  const name = bankText(request.creditor.name, 70)
  const { amount } = request
  if (name === undefined || !sepaCountries.has(iban.slice(0, 2))) return null
  if (amount !== null && (amount.currency !== 'EUR' || amount.minor <= 0n || amount.minor > 99_999_999_999n)) return null
  const reference = request.reference.kind === 'scor' ? compact(request.reference.text ?? '') : ''
  const isStructured = isCreditorReference(reference)
  const lines = [
    'BCD',
    '002',
    '1',
    'SCT',
    request.bic && /^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(compact(request.bic)) ? compact(request.bic) : '',
    name,
    iban,
    amount === null ? '' : `EUR${amountText(amount)}`,
    '',
    isStructured ? reference : '',
    // One or the other: a reference, or a text of 140 signs.
    isStructured ? '' : bankTextLossy(request.message, 140),
  ]
  return fitting(lines)
}

/** The whole may have 331 bytes: a long text gives way. Lines left empty at the end are left out. */
function fitting(lines: string[]): string {
  const bytes = (text: string) => new TextEncoder().encode(text).length
  while (bytes(lines.join('\n')) > 331) lines[10] = [...lines[10]!].slice(0, -1).join('')
  let end = lines.length
  while (lines[end - 1] === '') end -= 1
  return lines.slice(0, end).join('\n')
}
