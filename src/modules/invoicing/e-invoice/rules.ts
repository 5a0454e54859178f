import type { Facts, LineFacts, LineAllowanceFacts } from './facts.ts'
import type { FindingParameters, Severity } from './finding.ts'
import type { LineAllowanceCharge } from './model.ts'

/** One rule of a standard. The tables in the `rules-*.ts` files hold nothing else. */
export interface Rule {
  readonly id: string
  readonly severity: Severity
  /** The business term or group it is about. */
  readonly at: string
  /** The sentence that says it, a key under `e-invoice.`. */
  readonly text: string
  /** Where the invoice breaks it: nothing where it is kept, at most `breaksMax` places. */
  readonly broken: (facts: Facts) => readonly Break[]
}

/** One place where a rule is broken. */
export interface Break {
  readonly line?: number
  readonly parameters?: FindingParameters
}

/** One more or less of the same does not help anybody, and a hostile file has thousands. */
const breaksMax = 100

interface RuleWords {
  readonly id: string
  readonly at: string
  /** Where it is left out: that the term is missing. */
  readonly text?: string
  readonly severity?: Severity
}

/** A rule about the invoice as a whole: `holds` says whether it is kept. */
export function whole(words: RuleWords, holds: (facts: Facts) => boolean, parameters?: (facts: Facts) => FindingParameters): Rule {
  return {
    ...withDefaults(words),
    broken: (facts) => (holds(facts) ? [] : [parameters ? { parameters: parameters(facts) } : {}]),
  }
}

/** A rule about each line. */
export function everyLine(
  words: RuleWords,
  holds: (line: LineFacts, facts: Facts) => boolean,
  parameters?: (line: LineFacts, facts: Facts) => FindingParameters,
): Rule {
  return {
    ...withDefaults(words),
    broken: (facts) => {
      const breaks: Break[] = []
      for (const line of facts.lines) {
        if (holds(line, facts)) continue
        breaks.push({ line: line.index, ...(parameters && { parameters: parameters(line, facts) }) })
        if (breaks.length === breaksMax) break
      }
      return breaks
    },
  }
}

/** A rule about each of some parts of the invoice. */
export function every<Part>(
  words: RuleWords,
  parts: (facts: Facts) => Iterable<Part>,
  holds: (part: Part, facts: Facts) => boolean,
  describe?: (part: Part, facts: Facts) => Break,
): Rule {
  return {
    ...withDefaults(words),
    broken: (facts) => {
      const breaks: Break[] = []
      for (const part of parts(facts)) {
        if (holds(part, facts)) continue
        breaks.push(describe ? describe(part, facts) : {})
        if (breaks.length === breaksMax) break
      }
      return breaks
    },
  }
}

/** The allowances of all lines, one after the other. */
export function* lineAllowances(facts: Facts): Iterable<LineAllowanceFacts> {
  for (const { line, index } of facts.lines) yield* onLine(line.allowances, index)
}

/** The charges of all lines. */
export function* lineCharges(facts: Facts): Iterable<LineAllowanceFacts> {
  for (const { line, index } of facts.lines) yield* onLine(line.charges, index)
}

/** Says which line an allowance or charge is on. */
export function itsLine(part: { readonly line: number }): Break {
  return { line: part.line }
}

function* onLine(items: readonly LineAllowanceCharge[], line: number): Iterable<LineAllowanceFacts> {
  for (const item of items) yield { item, line }
}

function withDefaults(words: RuleWords): Omit<Rule, 'broken'> {
  return { id: words.id, at: words.at, text: words.text ?? 'missing', severity: words.severity ?? 'fatal' }
}
