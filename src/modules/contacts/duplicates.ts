import type { Day } from '../../kernel/day.ts'
import { fold, foldedWords } from '../../kernel/fold.ts'

/** What tells that two contacts are one. Keys are normalised: e-mails in lower case, phones by `phoneKey`. */
export interface Traits<Subject> {
  readonly subject: Subject
  readonly name: string
  readonly emails: readonly string[]
  readonly phoneKeys: readonly string[]
  readonly cities: readonly string[]
  readonly birthDay: Day | null
}

export type DuplicateReason = 'same_email' | 'same_phone' | 'same_name_and_birthday' | 'same_name_and_city' | 'same_name'

export interface Duplicate<Subject> {
  readonly subject: Subject
  readonly reason: DuplicateReason
}

/** Looks up which known contacts may be the same as another one, in constant time per contact, the surest first. */
export class DuplicateFinder<Subject> {
  readonly #byKey = new Map<string, Traits<Subject>[]>()

  add(traits: Traits<Subject>): void {
    for (const key of keysOf(traits)) {
      const known = this.#byKey.get(key)
      if (known) known.push(traits)
      else this.#byKey.set(key, [traits])
    }
  }

  /** At most five, each once. The same name alone counts only where neither side tells more. */
  find(traits: Traits<unknown>): Duplicate<Subject>[] {
    const found = new Map<Subject, DuplicateReason>()
    for (const key of keysOf(traits)) {
      for (const other of (this.#byKey.get(key) ?? []).slice(0, 20)) {
        const reason = reasonOf(key, traits, other)
        const known = found.get(other.subject)
        if (reason && (!known || order.indexOf(reason) < order.indexOf(known))) found.set(other.subject, reason)
      }
    }
    return [...found]
      .map(([subject, reason]) => ({ subject, reason }))
      .sort((left, right) => order.indexOf(left.reason) - order.indexOf(right.reason))
      .slice(0, 5)
  }
}

const order: readonly DuplicateReason[] = ['same_email', 'same_phone', 'same_name_and_birthday', 'same_name_and_city', 'same_name']

function keysOf(traits: Traits<unknown>): string[] {
  const name = nameKey(traits.name)
  return [
    ...traits.emails.map((email) => `email ${email.toLowerCase()}`),
    ...traits.phoneKeys.filter((key) => key !== '').map((key) => `phone ${key}`),
    ...(name === '' ? [] : [`name ${name}`]),
  ]
}

function reasonOf(key: string, left: Traits<unknown>, right: Traits<unknown>): DuplicateReason | undefined {
  if (key.startsWith('email ')) return 'same_email'
  if (key.startsWith('phone ')) return 'same_phone'
  if (left.birthDay && right.birthDay) return left.birthDay === right.birthDay ? 'same_name_and_birthday' : undefined
  const cities = new Set(left.cities.map(fold))
  if (right.cities.some((city) => cities.has(fold(city)))) return 'same_name_and_city'
  const tellsNothing = (traits: Traits<unknown>) => traits.emails.length + traits.phoneKeys.length + traits.cities.length === 0
  return tellsNothing(left) || tellsNothing(right) ? 'same_name' : undefined
}

/** "Marie Dupont", "DUPONT, Marie" and "Dupont Marie" are one name. */
function nameKey(name: string): string {
  return foldedWords(name).sort().join(' ')
}
