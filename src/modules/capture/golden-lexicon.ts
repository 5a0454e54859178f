import { day } from '../../kernel/day.ts'
import type { Zone } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import type { History, Lexicon, Situation } from './understanding.ts'

/** The names that the golden lines speak of: a little of each of the five companies. */
export const goldenLexicon: Lexicon = {
  currency: 'CHF',
  contacts: [
    { id: 'acme', name: 'Acme Studio GmbH', kind: 'organisation' },
    { id: 'anna', name: 'Anna Keller', kind: 'person' },
    { id: 'marie', name: 'Marie Dupont', kind: 'person' },
    { id: 'bebbo', name: 'Bebbo', kind: 'thing', ownerId: 'marie' },
    { id: 'luna', name: 'Luna', kind: 'thing', ownerId: 'anna' },
    { id: 'meier', name: 'Hans Meier', kind: 'person' },
    { id: 'julia-roth', name: 'Julia Roth', kind: 'person' },
    { id: 'julia-weber', name: 'Julia Weber', kind: 'person' },
    { id: 'sam', name: 'Sam Brown', kind: 'person' },
    { id: 'rossi', name: 'Giulia Rossi', kind: 'person' },
    { id: 'bianchi', name: 'Bianchi & Figli S.r.l.', kind: 'organisation' },
    { id: 'stadt', name: 'Stadt Bern, Schulamt', kind: 'organisation' },
    { id: 'lefevre', name: 'Éloïse Lefèvre', kind: 'person' },
    { id: 'muller', name: 'Jürg Müller', kind: 'person' },
    { id: 'de-luca', name: 'Paolo De Luca', kind: 'person' },
    { id: 'wagner', name: 'Wagner Architekten AG', kind: 'organisation' },
    { id: 'bill', name: 'Bill Gates', kind: 'person' },
  ],
  services: [
    { id: 'beratung', name: 'Beratung' },
    { id: 'design', name: 'Design' },
    { id: 'lektion', name: 'Einzellektion', minutes: 60 },
    { id: 'yoga', name: 'Hatha Yoga', minutes: 75 },
  ],
  products: [
    { id: 'welpenkurs', name: 'Welpenkurs', price: { amount: '280.00', currency: 'CHF' } },
    { id: 'karte', name: '10er-Karte Yoga', price: { amount: '240.00', currency: 'CHF' } },
  ],
  agreements: [
    { id: 'acme-logo', name: 'Logo redesign', contactId: 'acme' },
    { id: 'acme-retainer', name: 'Monthly retainer', contactId: 'acme' },
    { id: 'wagner-web', name: 'Webseite Neubau', contactId: 'wagner' },
  ],
  openInvoices: [
    { id: 'i14', number: '2026-0014', contactId: 'acme', open: { amount: '500.00', currency: 'CHF' } },
    { id: 'i15', number: '2026-0015', contactId: 'anna', open: { amount: '300.00', currency: 'CHF' } },
    { id: 'i16', number: '2026-0016', contactId: 'anna', open: { amount: '120.00', currency: 'CHF' } },
    { id: 'i7', number: '2025-0007', contactId: 'meier', open: { amount: '80.00', currency: 'CHF' } },
    { id: 'i7b', number: '2026-0007', contactId: 'stadt', open: { amount: '950.00', currency: 'CHF' } },
  ],
  companies: [
    { id: 'nord', name: 'Studio Nord' },
    { id: 'photo', name: 'Lumière Photo' },
  ],
  commands: [{ id: 'company.export', name: 'Export everything' }],
}

/** Acme was used most and last; nobody sets the two Julias apart. */
export const goldenHistory: History = {
  acme: { lastUsedOn: day('2026-11-20'), count: 40 },
  anna: { lastUsedOn: day('2026-11-10'), count: 9 },
  marie: { lastUsedOn: day('2026-11-18'), count: 12 },
}

/** Tuesday, 24 November 2026, in Zurich. */
export function goldenSituation(text: string, language: Language = 'en'): Situation {
  return {
    text,
    language,
    today: day('2026-11-24'),
    zone: 'Europe/Zurich' as Zone,
    lexicon: goldenLexicon,
    history: goldenHistory,
  }
}
