import type { Choice } from '../kit/select.tsx'

const first = ['CH', 'DE', 'AT', 'FR', 'IT', 'LI', 'LU', 'BE', 'NL']
const others = [
  'BG',
  'CY',
  'CZ',
  'DK',
  'EE',
  'ES',
  'FI',
  'GB',
  'GR',
  'HR',
  'HU',
  'IE',
  'IS',
  'LT',
  'LV',
  'MT',
  'NO',
  'PL',
  'PT',
  'RO',
  'SE',
  'SI',
  'SK',
  'US',
  'CA',
  'AU',
  'NZ',
]

/** The countries in the reader's language: those where we know the rules best come first, the rest by name. */
export function countryChoices(language: string): Choice[] {
  const names = new Intl.DisplayNames(language, { type: 'region' })
  const choice = (code: string) => ({ value: code, label: names.of(code) ?? code })
  return [...first.map(choice), ...others.map(choice).toSorted((left, right) => left.label.localeCompare(right.label, language))]
}

const countryOfZone: Readonly<Record<string, string>> = {
  'Europe/Zurich': 'CH',
  'Europe/Berlin': 'DE',
  'Europe/Vienna': 'AT',
  'Europe/Paris': 'FR',
  'Europe/Rome': 'IT',
  'Europe/Vaduz': 'LI',
  'Europe/London': 'GB',
  'Europe/Luxembourg': 'LU',
  'Europe/Brussels': 'BE',
  'Europe/Amsterdam': 'NL',
  'Europe/Madrid': 'ES',
  'Europe/Lisbon': 'PT',
  'Europe/Dublin': 'IE',
}

/** Where the person probably is: by the clock's zone, else by the browser's language. */
export function guessCountry(): string {
  const byZone = countryOfZone[Intl.DateTimeFormat().resolvedOptions().timeZone]
  if (byZone) return byZone
  const region = navigator.languages.map((tag) => /-([A-Z]{2})$/.exec(tag)?.[1]).find((code) => code && [...first, ...others].includes(code))
  return region ?? 'CH'
}
