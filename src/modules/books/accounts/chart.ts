import type { Language } from '../../../kernel/language.ts'
import { charts, type ChartName } from './charts.ts'
import { typeOfKind, type AccountType } from './kinds.ts'
import { accountNames } from './names.ts'

/** An account as reports and exports show it. */
export interface Account {
  readonly number: string
  readonly name: string
  readonly type: AccountType
  /** The kind, or beginning of a kind, that is booked here. */
  readonly kind: string
}

/** A company's own choice: another number or name for what is booked from now on. */
export interface AccountChoice {
  readonly kind: string
  readonly number: string
  readonly name: string | null
}

/** The accounts of a company: its chart, changed by its own choices (the latest of a kind counts). */
export class Accounts {
  readonly #chart: Readonly<Record<string, string>>
  readonly #choices: ReadonlyMap<string, AccountChoice>
  readonly #language: Language
  readonly #byNumber = new Map<string, Account>()
  readonly #resolved = new Map<string, Account>()

  constructor(options: { chart: ChartName; language: Language; choices: readonly AccountChoice[] }) {
    this.#chart = charts[options.chart]
    this.#language = options.language
    this.#choices = new Map(options.choices.map((choice) => [choice.kind, choice]))
    for (const [kind, number] of Object.entries(this.#chart)) this.#remember({ number, name: this.#nameOf(kind), type: typeOfKind(kind), kind })
    // Numbers that were chosen once keep their name, since entries of that time stand under them.
    for (const choice of options.choices) this.#remember(this.#chosen(choice))
  }

  /** Where a kind is booked today. */
  ofKind(kind: string): Account {
    const known = this.#resolved.get(kind)
    if (known) return known
    const pattern = bestPattern(kind, [...Object.keys(this.#chart), ...this.#choices.keys()])
    if (pattern === undefined) throw new Error(`the chart has no account for ${kind}`)
    const choice = this.#choices.get(pattern)
    const account = choice ? this.#chosen(choice) : { number: this.#chart[pattern]!, name: this.#nameOf(pattern), type: typeOfKind(pattern), kind: pattern }
    this.#resolved.set(kind, account)
    return account
  }

  /** The account under a number, whenever it was used. */
  ofNumber(number: string, kind: string): Account {
    return this.#byNumber.get(number) ?? { number, name: this.#nameOf(kind), type: typeOfKind(kind), kind }
  }

  /** Every kind that has an account of its own, with where it is booked today; by number. */
  all(): Account[] {
    const kinds = new Set([...Object.keys(this.#chart), ...this.#choices.keys()])
    return [...kinds].map((kind) => this.ofKind(kind)).sort((left, right) => (left.number < right.number ? -1 : 1))
  }

  #chosen(choice: AccountChoice): Account {
    return { number: choice.number, name: choice.name ?? this.#nameOf(choice.kind), type: typeOfKind(choice.kind), kind: choice.kind }
  }

  #nameOf(kind: string): string {
    const key = bestPattern(kind, Object.keys(accountNames))
    return key === undefined ? kind : accountNames[key]![this.#language]
  }

  #remember(account: Account): void {
    this.#byNumber.set(account.number, account)
  }
}

/** The pattern that says most about a kind: the longest beginning, and of two of the same length the one without a star. */
export function bestPattern(kind: string, patterns: readonly string[]): string | undefined {
  const words = kind.split('.')
  let best: { pattern: string; score: number } | undefined
  for (const pattern of patterns) {
    const parts = pattern.split('.')
    if (parts.length > words.length || parts.some((part, index) => part !== '*' && part !== words[index])) continue
    const score = parts.length * 2 - parts.filter((part) => part === '*').length
    if (!best || score > best.score) best = { pattern, score }
  }
  return best?.pattern
}
