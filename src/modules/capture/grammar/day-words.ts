import type { Language } from '../../../kernel/language.ts'

/** A phrase and the languages that use it; where languages share a word, all are named. */
export interface DayWord {
  readonly languages: readonly Language[]
  /** Days from today. */
  readonly offset: number
}

const relative: readonly [Language, number, string][] = [
  ['en', 0, 'today'],
  ['en', -1, 'yesterday'],
  ['en', 1, 'tomorrow'],
  ['en', -2, 'day before yesterday'],
  ['en', -2, 'the day before yesterday'],
  ['en', 2, 'day after tomorrow'],
  ['en', 2, 'the day after tomorrow'],
  ['en', -7, 'last week'],
  ['en', 7, 'next week'],
  ['de', 0, 'heute'],
  ['de', -1, 'gestern'],
  ['de', 1, 'morgen'],
  ['de', -2, 'vorgestern'],
  ['de', 2, 'ubermorgen'],
  ['de', 2, 'uebermorgen'],
  ['de', -7, 'letzte woche'],
  ['de', 7, 'nachste woche'],
  ['de', 7, 'naechste woche'],
  ['fr', 0, "aujourd'hui"],
  ['fr', -1, 'hier'],
  ['fr', 1, 'demain'],
  ['fr', -2, 'avant-hier'],
  ['fr', -2, 'avant hier'],
  ['fr', 2, 'apres-demain'],
  ['fr', 2, 'apres demain'],
  ['fr', -7, 'la semaine derniere'],
  ['fr', -7, 'semaine derniere'],
  ['fr', 7, 'la semaine prochaine'],
  ['fr', 7, 'semaine prochaine'],
  ['it', 0, 'oggi'],
  ['it', -1, 'ieri'],
  ['it', 1, 'domani'],
  ['it', -2, "l'altro ieri"],
  ['it', -2, 'altroieri'],
  ['it', -2, 'avantieri'],
  ['it', 2, 'dopodomani'],
  ['it', -7, 'la settimana scorsa'],
  ['it', -7, 'settimana scorsa'],
  ['it', 7, 'la settimana prossima'],
  ['it', 7, 'settimana prossima'],
  ['it', 7, 'prossima settimana'],
]

/** Today, gestern, demain, l'altro ieri: folded phrase to days from today. */
export const relativeDays: ReadonlyMap<string, DayWord> = new Map(relative.map(([language, offset, phrase]) => [phrase, { languages: [language], offset }]))

/** Folded weekday words to ISO numbers, Monday is 1. The short ones are also names and other words. */
export interface WeekdayWord {
  readonly weekday: number
  readonly languages: readonly Language[]
  readonly isShort: boolean
}

const full: Readonly<Record<Language, readonly string[]>> = {
  en: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
  de: ['montag', 'dienstag', 'mittwoch', 'donnerstag', 'freitag', 'samstag', 'sonntag'],
  fr: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  it: ['lunedi', 'martedi', 'mercoledi', 'giovedi', 'venerdi', 'sabato', 'domenica'],
}

const short: Readonly<Record<Language, readonly (readonly string[])[]>> = {
  en: [['mon'], ['tue', 'tues'], ['wed', 'weds'], ['thu', 'thur', 'thurs'], ['fri'], ['sat'], ['sun']],
  de: [['mo'], ['di'], ['mi'], ['do'], ['fr'], ['sa'], ['so']],
  fr: [['lun'], ['mar'], ['mer'], ['jeu'], ['ven'], ['sam'], ['dim']],
  it: [['lun'], ['mar'], ['mer'], ['gio'], ['ven'], ['sab'], ['dom']],
}

export const weekdays: ReadonlyMap<string, WeekdayWord> = new Map(weekdayEntries())

function weekdayEntries(): [string, WeekdayWord][] {
  const entries = new Map<string, WeekdayWord>()
  const put = (word: string, weekday: number, language: Language, isShort: boolean): void => {
    const known = entries.get(word)
    entries.set(word, { weekday, languages: [...(known?.languages ?? []), language], isShort })
  }
  for (const language of ['en', 'de', 'fr', 'it'] as const) {
    full[language].forEach((word, index) => put(word, index + 1, language, false))
    short[language].forEach((words, index) => {
      for (const word of words) {
        put(word, index + 1, language, true)
        put(`${word}.`, index + 1, language, false)
      }
    })
  }
  put('sonnabend', 6, 'de', false)
  return [...entries]
}

/** The shown short forms, Monday first. */
export const weekdayLabels: Readonly<Record<Language, readonly string[]>> = {
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  de: ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'],
  fr: ['lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.', 'dim.'],
  it: ['lun', 'mar', 'mer', 'gio', 'ven', 'sab', 'dom'],
}

export const monthLabels: Readonly<Record<Language, readonly string[]>> = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  de: ['Jan.', 'Feb.', 'März', 'April', 'Mai', 'Juni', 'Juli', 'Aug.', 'Sept.', 'Okt.', 'Nov.', 'Dez.'],
  fr: ['janv.', 'févr.', 'mars', 'avril', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
  it: ['gen', 'feb', 'mar', 'apr', 'mag', 'giu', 'lug', 'ago', 'set', 'ott', 'nov', 'dic'],
}

export const todayLabels: Readonly<Record<Language, { readonly yesterday: string; readonly today: string; readonly tomorrow: string }>> = {
  en: { yesterday: 'yesterday', today: 'today', tomorrow: 'tomorrow' },
  de: { yesterday: 'gestern', today: 'heute', tomorrow: 'morgen' },
  fr: { yesterday: 'hier', today: 'aujourd’hui', tomorrow: 'demain' },
  it: { yesterday: 'ieri', today: 'oggi', tomorrow: 'domani' },
}

const monthNames: readonly (readonly string[])[] = [
  ['january', 'jan', 'januar', 'janner', 'jaenner', 'janvier', 'janv', 'gennaio', 'gen'],
  ['february', 'feb', 'februar', 'fevrier', 'fevr', 'febbraio'],
  ['march', 'mar', 'marz', 'maerz', 'mars', 'marzo'],
  ['april', 'apr', 'avril', 'avr', 'aprile'],
  ['may', 'mai', 'maggio', 'mag'],
  ['june', 'jun', 'juni', 'juin', 'giugno', 'giu'],
  ['july', 'jul', 'juli', 'juillet', 'juil', 'luglio', 'lug'],
  ['august', 'aug', 'aout', 'agosto', 'ago'],
  ['september', 'sep', 'sept', 'septembre', 'settembre', 'set'],
  ['october', 'oct', 'oktober', 'okt', 'octobre', 'ottobre', 'ott'],
  ['november', 'nov', 'novembre'],
  ['december', 'dec', 'dezember', 'dez', 'decembre', 'dicembre', 'dic'],
]

/** Folded month word to 1 to 12. */
export const months: ReadonlyMap<string, number> = new Map(
  monthNames.flatMap((words, index) =>
    words.flatMap((word): [string, number][] => [
      [word, index + 1],
      [`${word}.`, index + 1],
    ]),
  ),
)

export const nextWords = new Set([
  'next',
  'nachsten',
  'nachster',
  'nachste',
  'nachstes',
  'naechsten',
  'naechste',
  'kommenden',
  'kommender',
  'prossimo',
  'prossima',
  'this',
  'diesen',
  'dieser',
  'ce',
  'questo',
  'questa',
  'coming',
])
export const lastWords = new Set(['last', 'letzten', 'letzter', 'letzte', 'letztes', 'vergangenen', 'scorso', 'scorsa', 'past'])
export const nextAfterWords = new Set(['prochain', 'prochaine', 'prossimo', 'prossima', 'next'])
export const lastAfterWords = new Set(['dernier', 'derniere', 'passe', 'scorso', 'scorsa'])
/** Little words before a day; they fall away with it. */
export const beforeDay = new Set([
  'on',
  'by',
  'for',
  'until',
  'til',
  'from',
  'the',
  'am',
  'vom',
  'den',
  'der',
  'bis',
  'auf',
  'fur',
  'le',
  'du',
  'pour',
  'avant',
  'il',
  'lo',
  'la',
  'del',
  'per',
  'entro',
  'di',
  'de',
])
export const unitsOfDays: ReadonlyMap<string, { readonly days: number } | { readonly months: number }> = new Map<string, { days: number } | { months: number }>(
  [
    ...['day', 'days', 'tag', 'tage', 'tagen', 'jour', 'jours', 'giorno', 'giorni'].map((word) => [word, { days: 1 }] as const),
    ...['week', 'weeks', 'woche', 'wochen', 'semaine', 'semaines', 'settimana', 'settimane'].map((word) => [word, { days: 7 }] as const),
    ...['month', 'months', 'monat', 'monate', 'monaten', 'mois', 'mese', 'mesi'].map((word) => [word, { months: 1 }] as const),
  ],
)
