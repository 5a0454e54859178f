import type { Language } from '../../../kernel/language.ts'
import type { Intent } from '../understanding.ts'

/** A word that says what the line is. */
export interface Cue {
  readonly intent: Intent
  readonly languages: readonly Language[]
  /** For agreements: the way of selling. For tasks: whether the word is the deed itself (call) or names a task (todo). */
  readonly shade: string | undefined
}

type Row = readonly [Intent, string | undefined, Readonly<Partial<Record<Language, string>>>]

const rows: readonly Row[] = [
  ['note', undefined, { en: 'note memo', de: 'notiz notieren notiere vermerk', fr: 'note noter memo', it: 'nota appunto annota annotare' }],
  [
    'task',
    'noun',
    {
      en: 'task todo remind reminder',
      de: 'aufgabe erinnern erinnerung erinnere pendenz',
      fr: 'tache rappel',
      it: 'compito promemoria ricordami ricorda ricordare',
    },
  ],
  [
    'task',
    'deed',
    {
      en: 'call phone ring email mail write send ask visit meet',
      de: 'anrufen telefonieren ruckruf zuruckrufen schreiben mailen senden schicken nachfragen nachfassen nachhaken treffen',
      fr: 'appeler appelle rappeler telephoner ecrire envoyer relancer contacter',
      it: 'chiamare chiama richiamare telefonare telefona scrivere scrivi inviare mandare contattare',
    },
  ],
  [
    'offer',
    undefined,
    { en: 'offer quote quotation proposal estimate', de: 'offerte angebot kostenvoranschlag offerieren anbieten', fr: 'devis offre', it: 'preventivo offerta' },
  ],
  ['agreement', 'retainer', { en: 'retainer', de: 'retainer mandat stundenkontingent kontingent', fr: 'forfait', it: 'forfait' }],
  [
    'agreement',
    'pass',
    {
      en: 'pass punchcard package',
      de: 'pass karte mehrfachkarte zehnerkarte 10er-karte 10er-abo zehnerabo paket',
      fr: 'carte carnet pass',
      it: 'carnet tessera pacchetto',
    },
  ],
  ['agreement', 'subscription', { en: 'subscription membership', de: 'abo abonnement mitgliedschaft', fr: 'abonnement abo adhesion', it: 'abbonamento' }],
  ['agreement', 'project', { en: 'project', de: 'projekt', fr: 'projet', it: 'progetto' }],
  ['agreement', 'rate', { en: 'agreement contract', de: 'vertrag vereinbarung', fr: 'contrat', it: 'contratto accordo' }],
  [
    'session',
    undefined,
    {
      en: 'lesson session appointment class book booking',
      de: 'lektion termin unterricht training stunde einzelstunde buchen',
      fr: 'lecon seance rendez-vous rdv cours reserver',
      it: 'lezione appuntamento seduta prenota prenotare',
    },
  ],
  [
    'invoice',
    undefined,
    { en: 'invoice bill', de: 'rechnung fakturieren verrechnen abrechnen abrechnung faktura', fr: 'facture facturer', it: 'fattura fatturare' },
  ],
  [
    'payment',
    undefined,
    {
      en: 'paid payment received pays',
      de: 'bezahlt zahlung gezahlt eingegangen zahlungseingang zahlt',
      fr: 'paye payee paiement regle reglee encaisse recu',
      it: 'pagato pagata pagamento incassato ricevuto saldato saldata',
    },
  ],
  [
    'contact',
    undefined,
    { en: 'new add create', de: 'neu neue neuer neuen erfassen', fr: 'nouveau nouvelle ajouter creer', it: 'nuovo nuova aggiungi aggiungere' },
  ],
  [
    'expense',
    undefined,
    {
      en: 'expense lunch dinner breakfast taxi train hotel parking receipt fuel stamps',
      de: 'spesen ausgabe mittagessen abendessen beleg quittung zug parkplatz parking benzin briefmarken',
      fr: 'frais depense dejeuner diner repas train parking essence timbres',
      it: 'spesa spese pranzo cena treno scontrino parcheggio benzina francobolli',
    },
  ],
  ['switch', undefined, { en: 'switch', de: 'wechsle wechseln', fr: 'changer basculer', it: 'cambia cambiare' }],
  ['go', undefined, { en: 'go goto', de: 'gehe geh zeig', fr: 'aller', it: 'vai' }],
]

/** Folded word to what it can mean; `note` is English and French, `cours` a session. */
export const cues: ReadonlyMap<string, readonly Cue[]> = new Map(gather())

/** All cue words, for completion of the first word. */
export const cueWords: readonly string[] = [...cues.keys()].sort()

function gather(): [string, Cue[]][] {
  const found = new Map<string, { intent: Intent; languages: Language[]; shade: string | undefined }[]>()
  for (const [intent, shade, words] of rows) {
    for (const language of ['en', 'de', 'fr', 'it'] as const) {
      for (const word of (words[language] ?? '').split(' ').filter(Boolean)) {
        const list = found.get(word) ?? []
        const same = list.find((cue) => cue.intent === intent && cue.shade === shade)
        if (same) same.languages.push(language)
        else list.push({ intent, languages: [language], shade })
        found.set(word, list)
      }
    }
  }
  return [...found]
}

/** The six places of the rail, under the names the languages give them. */
export const places = ['today', 'customers', 'calendar', 'money', 'offer', 'company'] as const
export type Place = (typeof places)[number]

export const placeNames: Readonly<Record<Language, Readonly<Record<Place, string>>>> = {
  en: { today: 'Today', customers: 'Customers', calendar: 'Calendar', money: 'Money', offer: 'Offer', company: 'Company' },
  de: { today: 'Heute', customers: 'Kunden', calendar: 'Kalender', money: 'Geld', offer: 'Angebot', company: 'Firma' },
  fr: { today: 'Aujourd’hui', customers: 'Clients', calendar: 'Agenda', money: 'Argent', offer: 'Offre', company: 'Entreprise' },
  it: { today: 'Oggi', customers: 'Clienti', calendar: 'Calendario', money: 'Denaro', offer: 'Offerta', company: 'Azienda' },
}

/** Words after "new" that say what kind of contact it is; a thing keeps the word. */
export const contactKinds: ReadonlyMap<string, 'person' | 'organisation' | 'thing'> = new Map([
  ...'customer client contact person kunde kundin kontakt cliente contatto persona personne'.split(' ').map((word) => [word, 'person'] as const),
  ...'company organisation firma unternehmen entreprise societe azienda societa ditta'.split(' ').map((word) => [word, 'organisation'] as const),
  ...'dog hund chien cane cat katze chat gatto horse pferd cheval cavallo car auto voiture instrument instrumento'
    .split(' ')
    .map((word) => [word, 'thing'] as const),
])

/** Endings of company names in the countries we serve. */
export const legalForms: ReadonlySet<string> = new Set([
  'ag',
  'gmbh',
  'sa',
  'sarl',
  'srl',
  's.r.l.',
  's.a.',
  'spa',
  's.p.a.',
  'ltd',
  'ltd.',
  'inc',
  'inc.',
  'llc',
  'plc',
  'kg',
  'ohg',
  'gbr',
  'ug',
  'e.v.',
  'sas',
  'eurl',
  'sasu',
  'snc',
  'verein',
  'stiftung',
  'genossenschaft',
  'corp',
  '&',
])
