import { addDays, later, type Day, type Period } from '../../../kernel/day.ts'
import { fromWire, type Money } from '../../../kernel/money.ts'
import { parsePercent } from '../../../kernel/percent.ts'
import type { Context } from '../../../platform/operation/context.ts'
import type { CompanyDetails } from '../../company/index.ts'
import { vatNumberForm } from '../../company/vat-number.ts'
import { convert, exchangeRate, type ExchangeRate } from '../../currencies/index.ts'
import { expensesBetween, type Expense } from '../../expenses/index.ts'
import { documentsForTax, type DocumentForTax } from '../../invoicing/index.ts'
import { creditNoteUses, usesOfCreditNotes } from '../../payments/index.ts'
import { purchaseFacts, type TaxedExpense } from './purchase-facts.ts'
import { saleFacts, type TaxedDocument } from './sale-facts.ts'
import { policyOf, purchasePolicyOf } from './settings.ts'
import type { TaxFact } from './tax-fact.ts'

type Place = Pick<Context, 'database' | 'company'>

export interface FoundFacts {
  readonly facts: readonly TaxFact[]
  /** Documents and costs in a currency without a known rate: they are in no figure, and a person must know. */
  readonly withoutRate: readonly { readonly id: string; readonly number: string }[]
}

/** A supply may be invoiced, and a cost paid, long after the days that are looked at. */
const reachDays = 400

/** Every fact of tax in the days, both ends included, from documents, their money, and costs. */
export async function taxFactsBetween(context: Context, company: CompanyDetails, days: Period & { start: Day }): Promise<FoundFacts> {
  const rates = new Rates(context)
  const documents = await readDocuments(context, rates, { from: days.from, to: addDays(days.to, reachDays) })
  const expenses = await readExpenses(context, rates, { from: addDays(days.from, -reachDays), to: days.to })
  const sales = saleFacts(documents, policyOf(company)).map((fact) => ({ ...fact, on: later(fact.on, days.start) }))
  const facts = [...sales, ...purchaseFacts(expenses, purchasePolicyOf(company))]
  return { facts: facts.filter((fact) => fact.on >= days.from && fact.on <= days.to), withoutRate: rates.missing }
}

async function readDocuments(context: Place, rates: Rates, days: Period): Promise<TaxedDocument[]> {
  const usedThen = await creditNoteUses(context, days)
  const found = await documentsForTax(context, { ...days, ids: [...new Set(usedThen.map((use) => use.creditNoteId))] })
  const notes = found.filter((each) => each.kind === 'credit_note').map((each) => each.id)
  const uses = Map.groupBy(await usesOfCreditNotes(context, notes), (use) => use.creditNoteId)
  const documents: TaxedDocument[] = []
  for (const each of found) {
    const toCompany = await rates.of(each.document.currency, each.document.issuedOn, { id: each.id, number: each.number })
    if (toCompany) documents.push(taxedDocument(each, toCompany, uses.get(each.id) ?? []))
  }
  return documents
}

function taxedDocument(each: DocumentForTax, toCompany: (value: Money) => bigint, uses: readonly { amount: bigint; on: Day }[]): TaxedDocument {
  const { document } = each
  const atOnce = each.settledAtOnce === 0n ? [] : [{ kind: 'settled' as const, amount: each.settledAtOnce, on: document.issuedOn }]
  const settlements = each.kind === 'credit_note' ? [...atOnce, ...uses.map((use) => ({ kind: 'settled' as const, ...use }))] : ofInvoice(each)
  return {
    source: { noun: 'invoice', id: each.id, number: each.number, name: document.buyer.name, on: document.issuedOn },
    kind: each.kind,
    issuedOn: document.issuedOn,
    suppliedUntil: document.period?.to ?? null,
    country: document.buyer.country,
    gross: fromWire(document.totals.gross).minor,
    settlements,
    groups: document.totals.groups.map((group) => ({
      code: group.code,
      reason: group.reason,
      basisPoints: parsePercent(group.rate)!.basisPoints,
      isGoods: document.lines.some((line) => line.taxCode === group.code && line.taxRate === group.rate && line.isGoods),
      net: toCompany(fromWire(group.net)),
      tax: toCompany(fromWire(group.tax)),
    })),
  }
}

function ofInvoice(each: DocumentForTax): TaxedDocument['settlements'] {
  return each.settlements.map(({ kind, amount, on }) => ({ kind: kind === 'write_off' ? 'written_off' : 'settled', amount, on }))
}

async function readExpenses(context: Context, rates: Rates, days: Period): Promise<TaxedExpense[]> {
  const expenses: TaxedExpense[] = []
  for (const each of await expensesBetween(context, days)) {
    if (each.issuedOn === null) continue
    const name = each.payee?.name ?? each.description
    const number = each.documentNumber ?? name
    const toCompany = await rates.of(each.currency, each.issuedOn, { id: each.id, number })
    if (!toCompany) continue
    expenses.push({
      source: { noun: 'expense', id: each.id, number, name, on: each.issuedOn },
      country: countryOf(each) ?? context.company.country,
      category: each.category,
      gross: each.gross.minor,
      payments: each.payments.map((payment) => ({ amount: payment.amount.minor, on: payment.on })),
      parts: each.parts.map((part) => ({
        treatment: part.treatment,
        basisPoints: part.rate.basisPoints,
        net: toCompany(part.net),
        tax: toCompany(part.tax),
      })),
    })
  }
  return expenses
}

/** Where the supplier is: by its address, else by its VAT number. */
function countryOf(expense: Expense): string | null {
  if (expense.payee?.country) return expense.payee.country
  return expense.payee?.vatNumber ? vatNumberForm(expense.payee.vatNumber).country : null
}

/** Rates by currency and day, each looked up once. */
class Rates {
  readonly missing: { id: string; number: string }[] = []
  readonly #context: Place
  readonly #known = new Map<string, ExchangeRate | null>()

  constructor(context: Place) {
    this.#context = context
  }

  /** Into the company's currency; undefined where no rate is known, which is noted. */
  async of(currency: string, on: Day, source: { id: string; number: string }): Promise<((value: Money) => bigint) | undefined> {
    const to = this.#context.company.currency
    if (currency === to) return (value) => value.minor
    const key = `${currency} ${on}`
    const rate = this.#known.has(key) ? this.#known.get(key) : ((await exchangeRate(this.#context, { from: currency, to, on })) ?? null)
    this.#known.set(key, rate ?? null)
    if (!rate) this.missing.push(source)
    return rate ? (value) => convert(value, to, rate).minor : undefined
  }
}
