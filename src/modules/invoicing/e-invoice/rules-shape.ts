import { isGiven, type Facts } from './facts.ts'
import { every, whole, type Rule } from './rules.ts'

/** UBL-SR and UBL-DT of EN 16931's UBL artefacts, those that are about what is said and not how. */
export const shapeRules: readonly Rule[] = [
  whole({ id: 'UBL-SR-16', at: 'BT-46', text: 'more-than-one' }, ({ invoice, syntax }) => syntax === 'cii' || (invoice.buyer?.identifiers.length ?? 0) <= 1),
  whole({ id: 'UBL-SR-44', at: 'BT-83', text: 'one-remittance' }, (facts) => facts.syntax === 'cii' || distinct(facts, 'remittance') <= 1),
  whole({ id: 'UBL-SR-47', at: 'BT-81', text: 'one-means' }, (facts) => facts.syntax === 'cii' || distinct(facts, 'meansCode') <= 1),
  every({ id: 'UBL-DT-06', at: 'BT-125-1' }, contents, (content) => isGiven(content.mediaType)),
  every({ id: 'UBL-DT-07', at: 'BT-125-2' }, contents, (content) => isGiven(content.fileName)),
] // prettier-ignore

function contents({ invoice, syntax }: Facts) {
  return syntax === 'cii' ? [] : invoice.attachments.flatMap(({ content }) => (content === null ? [] : [content]))
}

/** Several ways to pay differ in the account only. */
function distinct({ invoice }: Facts, name: 'remittance' | 'meansCode'): number {
  return new Set(invoice.payments.map((payment) => payment[name]).filter((value) => value !== null)).size
}
