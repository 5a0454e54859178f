/** A person or organisation of the demo, as one line of a cast list tells it. */
export interface Someone {
  readonly name: string
  readonly kind: 'person' | 'organisation'
  readonly email: string
  readonly street: string
  readonly postalCode: string
  readonly city: string
  readonly country: string
  readonly phone?: string
  readonly language?: 'en' | 'de' | 'fr' | 'it'
  readonly currency?: string
  readonly vatNumber?: string
  readonly buyerReference?: string
}

/** Reads "Marie Keller; marie.keller@post.example; Seestrasse 12; 8002 Zürich" of a country. */
export function someone(line: string, country: string, more: Partial<Someone> = {}): Someone {
  const [name, email, street, place] = line.split('; ') as [string, string, string, string]
  const at = place.indexOf(' ')
  return { name, kind: 'person', email, street, postalCode: place.slice(0, at), city: place.slice(at + 1), country, ...more }
}

/** The input of `contacts.create`. */
export function contactInput(who: Someone): Record<string, unknown> {
  const { name, kind, email, phone, street, postalCode, city, country, language, currency, vatNumber, buyerReference } = who
  return {
    kind,
    name,
    email,
    ...(phone ? { phone } : {}),
    ...(language ? { language } : {}),
    ...(currency ? { currency } : {}),
    ...(vatNumber ? { vatNumber } : {}),
    ...(buyerReference ? { buyerReference } : {}),
    addresses: [{ label: 'home', street, postalCode, city, country, isPreferred: true }],
  }
}
