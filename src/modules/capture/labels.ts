import { addDays, weekdayOf, yearOf, type Day } from '../../kernel/day.ts'
import type { Language } from '../../kernel/language.ts'
import type { MoneyOnTheWire } from '../../kernel/money.ts'
import { monthLabels, todayLabels, weekdayLabels } from './grammar/day-words.ts'
import type { Choice } from './understanding.ts'

interface LabelFrame {
  readonly language: Language
  readonly today: Day
}

/** "yesterday", "Fri 27 Nov", "Fr 27. Nov.", and the year where it is another one. */
export function dayLabel(day: Day, frame: LabelFrame): string {
  const words = todayLabels[frame.language]
  if (day === frame.today) return words.today
  if (day === addDays(frame.today, -1)) return words.yesterday
  if (day === addDays(frame.today, 1)) return words.tomorrow
  const weekday = weekdayLabels[frame.language][weekdayOf(day) - 1]
  const month = monthLabels[frame.language][Number(day.slice(5, 7)) - 1]
  const number = `${Number(day.slice(8))}${frame.language === 'de' ? '.' : ''}`
  return `${weekday} ${number} ${month}${yearOf(day) === yearOf(frame.today) ? '' : ` ${yearOf(day)}`}`
}

export function dayChoice(day: Day, frame: LabelFrame): Choice {
  return { value: day, label: dayLabel(day, frame) }
}

/** "2 h", "1 h 30", "45 min": the same in the four languages. */
export function minutesLabel(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return `${rest} min`
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`
}

/** "CHF 1’200.50" in German and Italian as Switzerland writes it for francs, else by the language. */
export function moneyLabel(amount: MoneyOnTheWire, language: Language): string {
  const [whole, fraction] = amount.amount.split('.')
  const isSwiss = amount.currency === 'CHF'
  const thousands = isSwiss ? '’' : language === 'en' ? ',' : language === 'fr' ? ' ' : '.'
  const grouped = (whole ?? '').replace(/\B(?=(\d{3})+$)/g, thousands)
  const mark = isSwiss || language === 'en' ? '.' : ','
  const cents = fraction === undefined || /^0+$/.test(fraction) ? '' : `${mark}${fraction}`
  return `${amount.currency} ${grouped}${cents}`
}

const wayLabels: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    retainer: 'retainer',
    pass: 'pass',
    subscription: 'subscription',
    project: 'project in parts',
    fixed: 'fixed price',
    rate: 'by the hour',
    goods: 'paid at once',
  },
  de: {
    retainer: 'Kontingent',
    pass: 'Karte',
    subscription: 'Abo',
    project: 'Projekt in Teilen',
    fixed: 'Festpreis',
    rate: 'nach Stunden',
    goods: 'sofort zahlbar',
  },
  fr: {
    retainer: 'forfait',
    pass: 'carte',
    subscription: 'abonnement',
    project: 'projet en parties',
    fixed: 'prix fixe',
    rate: 'à l’heure',
    goods: 'payé tout de suite',
  },
  it: {
    retainer: 'forfait',
    pass: 'carnet',
    subscription: 'abbonamento',
    project: 'progetto a tappe',
    fixed: 'prezzo fisso',
    rate: 'a ore',
    goods: 'paga subito',
  },
}

/** The way of selling as people call it. */
export function wayLabel(way: string, language: Language): string {
  return wayLabels[language][way] ?? way
}

const kindLabels: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: { person: 'person', organisation: 'organisation', thing: 'animal or thing' },
  de: { person: 'Person', organisation: 'Organisation', thing: 'Tier oder Sache' },
  fr: { person: 'personne', organisation: 'organisation', thing: 'animal ou chose' },
  it: { person: 'persona', organisation: 'organizzazione', thing: 'animale o cosa' },
}

/** What kind of contact, in words. */
export function kindLabel(kind: string, language: Language): string {
  return kindLabels[language][kind] ?? kind
}

/** What an agreement is called when the line gives no name; the customer reads it on the offer and the invoice. */
export function agreementName(way: string, scope: { units?: number | undefined; minutes?: number | undefined }, language: Language): string {
  const count = scope.units ?? ''
  const hours = scope.minutes === undefined ? '' : ` ${minutesLabel(scope.minutes)}`
  const names: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
    en: {
      retainer: `Retainer${hours}`,
      pass: `Pass of ${count}`,
      subscription: 'Subscription',
      project: 'Project',
      rate: 'Work by the hour',
      goods: 'Delivery',
    },
    de: { retainer: `Kontingent${hours}`, pass: `${count}er-Karte`, subscription: 'Abo', project: 'Projekt', rate: 'Arbeit nach Stunden', goods: 'Lieferung' },
    fr: {
      retainer: `Forfait${hours}`,
      pass: `Carte de ${count}`,
      subscription: 'Abonnement',
      project: 'Projet',
      rate: 'Travail à l’heure',
      goods: 'Livraison',
    },
    it: { retainer: `Forfait${hours}`, pass: `Carnet da ${count}`, subscription: 'Abbonamento', project: 'Progetto', rate: 'Lavoro a ore', goods: 'Fornitura' },
  }
  return names[language][way] ?? way
}
