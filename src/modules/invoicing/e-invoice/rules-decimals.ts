import { placesOf } from './decimal.ts'
import type { DocumentTotals } from './model.ts'
import { every, everyLine, itsLine, lineAllowances, lineCharges, whole, type Rule } from './rules.ts'

const text = 'too-many-places'

/** EN 16931-1:2017, BR-DEC: amounts have at most two places. */
export const decimalsRules: readonly Rule[] = [
  every({ id: 'BR-DEC-01', at: 'BT-92', text }, ({ allowances }) => allowances, ({ item }) => isShort(item.amount)),
  every({ id: 'BR-DEC-02', at: 'BT-93', text }, ({ allowances }) => allowances, ({ item }) => isShort(item.baseAmount)),
  every({ id: 'BR-DEC-05', at: 'BT-99', text }, ({ charges }) => charges, ({ item }) => isShort(item.amount)),
  every({ id: 'BR-DEC-06', at: 'BT-100', text }, ({ charges }) => charges, ({ item }) => isShort(item.baseAmount)),
  ofTotal('BR-DEC-09', 'BT-106', 'lines'),
  ofTotal('BR-DEC-10', 'BT-107', 'allowances'),
  ofTotal('BR-DEC-11', 'BT-108', 'charges'),
  ofTotal('BR-DEC-12', 'BT-109', 'withoutTax'),
  ofTotal('BR-DEC-13', 'BT-110', 'tax'),
  ofTotal('BR-DEC-14', 'BT-112', 'withTax'),
  ofTotal('BR-DEC-15', 'BT-111', 'taxInTaxCurrency'),
  ofTotal('BR-DEC-16', 'BT-113', 'prepaid'),
  ofTotal('BR-DEC-17', 'BT-114', 'rounding'),
  ofTotal('BR-DEC-18', 'BT-115', 'payable'),
  every({ id: 'BR-DEC-19', at: 'BT-116', text }, ({ breakdown }) => breakdown, ({ subtotal }) => isShort(subtotal.taxable)),
  every({ id: 'BR-DEC-20', at: 'BT-117', text }, ({ breakdown }) => breakdown, ({ subtotal }) => isShort(subtotal.tax)),
  everyLine({ id: 'BR-DEC-23', at: 'BT-131', text }, ({ line }) => isShort(line.amount)),
  every({ id: 'BR-DEC-24', at: 'BT-136', text }, lineAllowances, ({ item }) => isShort(item.amount), itsLine),
  every({ id: 'BR-DEC-25', at: 'BT-137', text }, lineAllowances, ({ item }) => isShort(item.baseAmount), itsLine),
  every({ id: 'BR-DEC-27', at: 'BT-141', text }, lineCharges, ({ item }) => isShort(item.amount), itsLine),
  every({ id: 'BR-DEC-28', at: 'BT-142', text }, lineCharges, ({ item }) => isShort(item.baseAmount), itsLine),
] // prettier-ignore

function ofTotal(id: string, at: string, name: keyof DocumentTotals): Rule {
  return whole({ id, at, text }, ({ invoice }) => isShort(invoice.totals?.[name]))
}

function isShort(amount: string | null | undefined): boolean {
  return amount === null || amount === undefined || placesOf(amount) <= 2
}
