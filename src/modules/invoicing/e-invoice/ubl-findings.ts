import type { Finding } from './finding.ts'
import type { PartyShape, TaxRegistration } from './shapes.ts'
import type { UblShape } from './ubl-shape.ts'

/** What is wrong in a UBL file where its elements tell more than the model keeps: what stands there too often. */
export function ublFindings(shape: UblShape, kind: 'invoice' | 'credit_note'): Finding[] {
  const { taxTotals, currency, documents, seller, buyer } = shape
  const found: Finding[] = []
  const tell = (rule: string, at: string, holds: boolean) => {
    if (!holds) found.push({ rule, severity: 'fatal', at, text: 'e-invoice.more-than-one', parameters: {} })
  }
  // BR-CO-15: of two totals of the tax in one currency nobody knows which one counts.
  tell('BR-CO-15', 'BT-110', taxTotals.filter((total) => total.amount !== null && total.currency === currency).length <= 1)
  tell('UBL-SR-04', 'BT-18', documents.filter(({ typeCode }) => typeCode === '130').length <= 1)
  tell('UBL-SR-12', 'BT-31', registrationsOf(seller, isVat).length <= 1)
  tell('UBL-SR-13', 'BT-32', registrationsOf(seller, (one) => !isVat(one)).length <= 1)
  tell('UBL-SR-18', 'BT-48', registrationsOf(buyer, isVat).length <= 1)
  tell('UBL-SR-42', 'BT-31', registrationsOf(seller, () => true).length <= 2)
  for (const { typeCode, id } of documents) {
    const isKnown = typeCode === '130' || (kind === 'credit_note' && typeCode === '50') || (typeCode === null && (id?.scheme ?? null) === null)
    if (!isKnown) found.push({ rule: 'UBL-SR-43', severity: 'fatal', at: 'BG-24', text: 'e-invoice.scheme-of-object', parameters: {} })
  }
  return found
}

function registrationsOf(party: PartyShape | null, isAsked: (registration: TaxRegistration) => boolean): readonly TaxRegistration[] {
  return party?.taxRegistrations.filter(isAsked) ?? []
}

function isVat({ scheme }: TaxRegistration): boolean {
  return scheme?.toUpperCase() === 'VAT'
}
