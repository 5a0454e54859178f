import { someone } from './people.ts'

const organisation = { kind: 'organisation' } as const

export const retainerClients = [
  someone('Grünwerk Energie GmbH; buchhaltung@gruenwerk.example; Köpenicker Straße 148; 10997 Berlin', 'DE', organisation),
  someone('Kaffeerösterei Nordlicht; hallo@nordlicht.example; Schönhauser Allee 71; 10437 Berlin', 'DE', organisation),
] as const

export const hourlyClients = [
  someone('Praxis Dr. Yildiz; praxis@yildiz.example; Kottbusser Damm 25; 10967 Berlin', 'DE', organisation),
  someone('Verlag Sonntag & Partner; honorare@sonntag-verlag.example; Torstraße 99; 10119 Berlin', 'DE', organisation),
  someone('Spielraum e. V.; vorstand@spielraum.example; Boxhagener Straße 18; 10245 Berlin', 'DE', organisation),
] as const

/** Each with the project and its fixed net price in euro. */
export const projectClients = [
  {
    client: someone('Landesamt für Denkmalpflege; rechnung@denkmal.example; Wünsdorfer Platz 4; 15806 Zossen', 'DE', {
      ...organisation,
      buyerReference: '12-1234567890-35',
    }),
    project: 'Ausstellung „Stein und Zeit“',
    price: '18400.00',
  },
  {
    client: someone('Maison Duval SARL; compta@maison-duval.example; 14 rue Oberkampf; 75011 Paris', 'FR', {
      ...organisation,
      vatNumber: 'FR40303265045',
      language: 'fr',
    }),
    project: 'Identité visuelle',
    price: '9600.00',
  },
  {
    client: someone('Acme Robotics Ltd; accounts@acme-robotics.example; 22 Hanbury Street; E1 London', 'GB', { ...organisation, language: 'en' }),
    project: 'Website redesign',
    price: '14200.00',
  },
  {
    client: someone('Brauhaus Kastanie; info@brauhaus-kastanie.example; Dorfstraße 7; 14467 Potsdam', 'DE', organisation),
    project: 'Etiketten und Speisekarte',
    price: '5200.00',
  },
] as const

export const prospects = [
  someone('Schwimmverein Spree; kontakt@sv-spree.example; Stralauer Allee 2; 10245 Berlin', 'DE', organisation),
  someone('Hotel am Lietzensee; direktion@lietzensee.example; Kaiserdamm 90; 14057 Berlin', 'DE', organisation),
] as const

export const tasks = [
  'Abstimmung und Korrekturen',
  'Newsletter gestaltet',
  'Startseite überarbeitet',
  'Bildauswahl und Retusche',
  'Layout Broschüre',
  'Druckdaten geprüft',
  'Workshop vorbereitet',
  'Icons gezeichnet',
  'Typografie verfeinert',
  'Social-Media-Vorlagen',
] as const
