import { someone } from './people.ts'

/** Owners and their dogs: "name; e-mail; street; place | dog | breed". */
export const owners = [
  'Marie Baumann; marie.baumann@post.example; Seestrasse 41; 8002 Zürich | Bebbo | Berner Sennenhund',
  'Reto Wyss; reto.wyss@post.example; Birmensdorferstrasse 210; 8003 Zürich | Luna | Labrador',
  'Sandra Frei; sandra.frei@post.example; Hofwiesenstrasse 88; 8057 Zürich | Rocky | Jack Russell',
  'Daniel Huber; daniel.huber@post.example; Asylstrasse 14; 8032 Zürich | Kira | Border Collie',
  'Nicole Steiner; nicole.steiner@post.example; Limmattalstrasse 177; 8049 Zürich | Balu | Golden Retriever',
  'Thomas Gerber; thomas.gerber@post.example; Badenerstrasse 402; 8004 Zürich | Amy | Mischling',
  'Petra Schmid; petra.schmid@post.example; Witikonerstrasse 9; 8032 Zürich | Nero | Schäferhund',
  'Lea Zimmermann; lea.zimmermann@post.example; Schaffhauserstrasse 335; 8050 Zürich | Mia | Beagle',
  'Markus Brunner; markus.brunner@post.example; Dorfstrasse 3; 8800 Thalwil | Sam | Australian Shepherd',
  'Ursula Meier; ursula.meier@post.example; Zollikerstrasse 120; 8008 Zürich | Fips | Dackel',
  'Jonas Kunz; jonas.kunz@post.example; Hardstrasse 67; 8004 Zürich | Yuki | Shiba Inu',
  'Carmen Rossi; carmen.rossi@post.example; Langstrasse 21; 8004 Zürich | Pepe | Chihuahua',
  'Stefan Moser; stefan.moser@post.example; Rebbergstrasse 5; 8049 Zürich | Aiko | Akita',
  'Barbara Suter; barbara.suter@post.example; Forchstrasse 288; 8008 Zürich | Emma | Cocker Spaniel',
  'Patrick Weber; patrick.weber@post.example; Uetlibergstrasse 51; 8045 Zürich | Thor | Rottweiler',
  'Anita Graf; anita.graf@post.example; Bergstrasse 18; 8810 Horgen | Lola | Havaneser',
  'Simon Roth; simon.roth@post.example; Weinbergstrasse 92; 8006 Zürich | Milo | Vizsla',
  'Claudia Hess; claudia.hess@post.example; Rosengartenstrasse 30; 8037 Zürich | Ronja | Entlebucher',
] as const

/** Puppies come in the spring and in the autumn. */
export const puppyOwners = [
  'Familie Egli; familie.egli@post.example; Alte Landstrasse 61; 8702 Zollikon | Nala | Labrador',
  'Michelle Bucher; michelle.bucher@post.example; Kalchbühlstrasse 7; 8038 Zürich | Chili | Pudel',
  'Adrian Lüthi; adrian.luethi@post.example; Ankerstrasse 112; 8004 Zürich | Oskar | Boxer',
  'Vera Künzli; vera.kuenzli@post.example; Freiestrasse 15; 8032 Zürich | Finn | Collie',
  'Sven Arnold; sven.arnold@post.example; Regensbergstrasse 142; 8050 Zürich | Lilly | Spitz',
  'Julia Baur; julia.baur@post.example; Seefeldstrasse 77; 8008 Zürich | Bruno | Leonberger',
  'Noemi Ammann; noemi.ammann@post.example; Albisstrasse 33; 8134 Adliswil | Kaya | Tervueren',
  'David Keller; david.keller@post.example; Stampfenbachstrasse 40; 8006 Zürich | Ivy | Whippet',
] as const

export function readOwner(line: string) {
  const [person, dog, breed] = line.split(' | ') as [string, string, string]
  return { owner: someone(person, 'CH'), dog, breed }
}

/** What is noted after a lesson. */
export const lessonNotes = [
  'Leinenführigkeit klappt, bei Velos noch unsicher.',
  'Rückruf geübt, mit Schleppleine sicher auf 30 Meter.',
  'Begegnungen mit anderen Hunden ruhig, Leckerli nur noch jedes dritte Mal.',
  'Zu Hause Deckentraining, zweimal fünf Minuten am Tag.',
  'Braucht Pausen; nach zwanzig Minuten ist die Luft draussen.',
  'Grosse Fortschritte beim Alleinbleiben.',
] as const

export const shoppers = [
  someone('Tierarztpraxis Seefeld; praxis@tierarzt-seefeld.example; Seefeldstrasse 210; 8008 Zürich', 'CH', {
    kind: 'organisation',
    phone: '+41 44 555 01 01',
  }),
] as const
