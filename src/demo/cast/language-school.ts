import { someone } from './people.ts'

const organisation = { kind: 'organisation' } as const

/** Firms that pay for several employees. */
export const firms = [
  {
    firm: someone('Aaretal Versicherungen AG; personal@aaretal.example; Bundesgasse 20; 3011 Bern', 'CH', organisation),
    learners: ['Beat Lehmann', 'Monika Gasser', 'Urs Tschanz', 'Eveline Krebs'],
    language: 'Englisch',
  },
  {
    firm: someone('Helvetia Optik GmbH; lohn@helvetia-optik.example; Worblentalstrasse 30; 3063 Ittigen', 'CH', organisation),
    learners: ['Rolf Zaugg', 'Tamara Iseli'],
    language: 'Französisch',
  },
  {
    firm: someone('Delta Pharma SAS; formation@delta-pharma.example; 4 rue des Carmes; 25000 Besançon', 'FR', {
      ...organisation,
      currency: 'EUR',
      language: 'fr',
      vatNumber: 'FR83404833048',
    }),
    learners: ['Nathalie Girard', 'Olivier Blanc'],
    language: 'Deutsch',
  },
] as const

export const learners = [
  'Katharina Bieri; katharina.bieri@post.example; Länggassstrasse 51; 3012 Bern',
  'Andreas Flückiger; andreas.flueckiger@post.example; Monbijoustrasse 22; 3011 Bern',
  'Priya Nair; priya.nair@post.example; Schwarztorstrasse 61; 3007 Bern',
  'Lukas Hofer; lukas.hofer@post.example; Thunstrasse 90; 3006 Bern',
  'Ana Oliveira; ana.oliveira@post.example; Standstrasse 12; 3014 Bern',
  'Michael Rüegg; michael.rueegg@post.example; Gartenstadtstrasse 4; 3098 Köniz',
  'Elif Demir; elif.demir@post.example; Freiburgstrasse 140; 3008 Bern',
].map((line) => someone(line, 'CH'))
