/** Far above what a person who forgot mistypes, far below what a guesser needs. */
const usualMax = 50
const windowMilliseconds = 3_600_000
const accountsMax = 20_000

/**
 * Wrong passwords per account and hour, from wherever they come: the limits per address do not see one guesser with
 * many addresses. Known and unknown addresses of mail count alike. Passkeys and mailed links stay open meanwhile.
 */
export class Guesses {
  readonly #max: number
  readonly #counts = new Map<string, { count: number; until: number }>()

  constructor(max: number = usualMax) {
    this.#max = max
  }

  areTooMany(email: string): boolean {
    return (this.#current(email)?.count ?? 0) >= this.#max
  }

  addWrong(email: string): void {
    if (this.#counts.size >= accountsMax) this.#counts.clear()
    const before = this.#current(email)
    this.#counts.set(keyOf(email), { count: (before?.count ?? 0) + 1, until: before?.until ?? performance.now() + windowMilliseconds })
  }

  forget(email: string): void {
    this.#counts.delete(keyOf(email))
  }

  #current(email: string): { count: number; until: number } | undefined {
    const entry = this.#counts.get(keyOf(email))
    return entry && entry.until > performance.now() ? entry : undefined
  }
}

function keyOf(email: string): string {
  return email.trim().toLowerCase().slice(0, 320)
}
