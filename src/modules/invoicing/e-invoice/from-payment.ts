import type { InvoiceDocument } from '../invoice.ts'
import type { PaymentInstruction } from './model.ts'

/** UNTDID 4461: SEPA credit transfer, credit transfer, instrument not defined. */
const means = { sepa: '58', transfer: '30', open: '1' } as const

/** BG-16: by transfer to the company's account; where it names none, the means is left open. */
export function paymentOf(document: InvoiceDocument): PaymentInstruction {
  const { seller, paymentReference } = document
  const iban = (paymentReference.kind === 'qr' ? (seller.qrIban ?? seller.iban) : (seller.iban ?? seller.qrIban))?.replace(/\s/g, '').toUpperCase() ?? null
  return {
    meansCode: iban === null ? means.open : document.currency === 'EUR' && isSepa(iban) ? means.sepa : means.transfer,
    meansText: null,
    remittance: paymentReference.text || document.number,
    creditTransfers:
      iban === null
        ? []
        : [{ account: iban, accountName: seller.legalName || seller.name, serviceProvider: seller.bic?.replace(/\s/g, '').toUpperCase() || null }],
    card: null,
    directDebit: null,
  }
}

/** Accounts that SEPA reaches (EPC409-09, ISO 3166 letters in front of the IBAN). */
const sepaCountries = new Set(
  'AD AL AT BE BG CH CY CZ DE DK EE ES FI FR GB GI GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS SE SI SK SM VA'.split(' '),
)

function isSepa(iban: string): boolean {
  return sepaCountries.has(iban.slice(0, 2))
}
