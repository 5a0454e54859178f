import { add, negate, vatOn, type Money } from '../../../kernel/money.ts'
import { Percent } from '../../../kernel/percent.ts'
import type { ToBook } from './document-entry.ts'
import { exchangeLine, shareOf, sumOf, type Carried, type Entry, type Posting } from './entry.ts'
import { entryOf, type FactOf } from './money-entry.ts'

/** A cost as the journal reads it. */
export interface BookedExpense extends FactOf {
  /** Source of the entry, another one for each time that the expense is booked: "expense/<id>/<revision>/<count>". */
  readonly source: string
  readonly category: string
  readonly isOwedToMember: boolean
  readonly parts: readonly {
    readonly treatment: 'domestic' | 'not_deductible' | 'foreign' | 'reverse_charge' | 'import' | 'exempt'
    readonly basisPoints: number
    readonly rateKind: 'standard' | 'reduced' | 'special'
    readonly net: Money
    readonly tax: Money
    readonly gross: Money
  }[]
  /** Whether the company may deduct input tax: neither a small business nor by flat rates. */
  readonly deductsTax: boolean
}

/**
 * A cost: its account by category, input tax where it may be deducted, and what is owed to the payee or to the member
 * who paid. In a reverse charge the company owes the tax itself and deducts it as input tax where it may
 * (Directive 2006/112/EC art. 196 and 168; MWSTG art. 45 and 28; § 13b UStG).
 */
export function expenseEntry(expense: BookedExpense, toBook: ToBook): Entry {
  const { source } = expense
  const costs = expense.parts.flatMap((part) => linesOfPart(part, expense, toBook))
  const owed: Posting = {
    kind: expense.isOwedToMember ? 'member_owed' : 'payable',
    minor: -sumOf(costs),
    foreign: expense.parts.reduce<Money | undefined>((soFar, part) => addTo(soFar, negate(part.gross)), undefined),
    subject: expense.id,
    fact: source,
  }
  return entryOf('expense', source, expense, { postings: [...costs, owed].filter((line) => line.minor !== 0n) })
}

/** Money that left for an expense: `amount` of what is owed, `paid` from the account, perhaps in another currency. */
export function expensePaymentEntry(
  payment: FactOf & { fact: string; amount: Money; paid: Money; account: string; expenseId: string; owedKind: string; carried: Carried },
  toBook: ToBook,
): Entry {
  const fact = `expense-payment/${payment.fact}`
  const lines: Posting[] = [
    {
      kind: payment.owedKind,
      minor: shareOf(-payment.carried.minor, payment.amount.minor, -payment.carried.foreign),
      foreign: payment.amount,
      subject: payment.expenseId,
      fact,
    },
    { kind: payment.account, minor: -toBook(payment.paid), foreign: negate(payment.paid), fact },
  ]
  return entryOf('expense_payment', fact, payment, { postings: [...lines, ...exchangeLine(-sumOf(lines), fact)] })
}

function linesOfPart(part: BookedExpense['parts'][number], expense: BookedExpense, toBook: ToBook): Posting[] {
  const cost = `expense.${expense.category}`
  const material = expense.category === 'goods' || expense.category === 'subcontractors' ? 'material' : 'other'
  const line = (kind: string, amount: Money, tax?: Posting['tax']): Posting => ({ kind, minor: toBook(amount), foreign: amount, fact: expense.source, tax })
  const tax = { code: `input.${part.treatment}`, basisPoints: part.basisPoints }
  if (part.treatment === 'reverse_charge') {
    const owed = vatOn(part.net, new Percent(part.basisPoints))
    return [
      line(cost, part.net, tax),
      line(expense.deductsTax ? 'input_tax.reverse_charge' : cost, owed, tax),
      line('reverse_charge_tax', negate(owed), tax),
    ].filter((each) => each.minor !== 0n)
  }
  if (part.treatment === 'import') return [line(expense.deductsTax ? 'input_tax.import' : cost, part.gross, tax)]
  if (part.treatment !== 'domestic' || !expense.deductsTax) return [line(cost, part.gross)]
  return [line(cost, part.net, tax), line(`input_tax.${part.rateKind}.${material}`, part.tax, tax)].filter((each) => each.minor !== 0n)
}

function addTo(soFar: Money | undefined, amount: Money): Money {
  return soFar ? add(soFar, amount) : amount
}
