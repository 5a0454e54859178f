import type { Facts } from './facts.ts'
import { whole, type Rule } from './rules.ts'

/** UBL-SR of EN 16931's UBL artefacts, those that are about what is said: several ways to pay differ only in the account. */
export const shapeRules: readonly Rule[] = [
  whole({ id: 'UBL-SR-44', at: 'BT-83', text: 'one-remittance' }, (facts) => facts.syntax === 'cii' || distinct(facts, 'remittance') <= 1),
  whole({ id: 'UBL-SR-47', at: 'BT-81', text: 'one-means' }, (facts) => facts.syntax === 'cii' || distinct(facts, 'meansCode') <= 1),
]

function distinct({ invoice }: Facts, name: 'remittance' | 'meansCode'): number {
  return new Set(invoice.payments.map((payment) => payment[name]).filter((value) => value !== null)).size
}
