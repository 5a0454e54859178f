/** How grave: what is fatal is refused by portals; a warning is accepted and read by somebody; an information is a hint. */
export type Severity = 'fatal' | 'warning' | 'information'

/** What a rule found in an electronic invoice. */
export interface Finding {
  /** The rule as its standard names it: "BR-CO-10". */
  readonly rule: string
  readonly severity: Severity
  /** The business term or group it is about: "BT-106". */
  readonly at: string
  /** Which line, from 0, where it is about one. */
  readonly line?: number
  /** The sentence that says it, a key under `e-invoice.`. */
  readonly text: string
  readonly parameters: FindingParameters
}

export type FindingParameters = Readonly<Record<string, string | number>>
