import type { InvoiceDocument } from '../invoice.ts'
import type { EInvoice } from './model.ts'

/**
 * What a French seller must say to a French business on every invoice (Code de commerce, art. L441-9 and D441-5): penalties for late
 * payment (PMD), the fixed charge for recovery (PMT) and that there is no discount for early payment (AAB).
 */
export function frenchNotes(document: InvoiceDocument): EInvoice['notes'] {
  const isFrench = document.seller.country === 'FR' && document.buyer.country === 'FR' && document.buyer.isBusiness
  if (!isFrench || document.kind !== 'invoice') return []
  return [
    { subjectCode: 'PMD', text: 'Pénalités de retard : trois fois le taux d’intérêt légal, exigibles sans rappel.' },
    { subjectCode: 'PMT', text: 'Indemnité forfaitaire pour frais de recouvrement : 40 €.' },
    { subjectCode: 'AAB', text: 'Pas d’escompte pour paiement anticipé.' },
  ]
}
