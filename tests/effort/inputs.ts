/**
 * Everything the tasks of the effort budget are played with: whom they are about, what is typed, how long they may take
 * (in seconds; product.md, "Effort budget"). A budget of 0 is of something that should happen by itself.
 */
export const owner = { name: 'Anna Keller', email: 'owner@example.com', password: 'five minutes a week' }

export const company = 'Studio Nord'

/** How large the company is; a small one by CLOUDBURO_EFFORT_SCALE=0.05, to try the tasks themselves. */
const scale = Number(process.env['CLOUDBURO_EFFORT_SCALE'] ?? 1)
export const size = { contacts: Math.ceil(2000 * scale), invoices: Math.ceil(300 * scale) }

/** Customers of the tasks, among the two thousand. */
export const customers = {
  worked: 'Acme Studio GmbH',
  offered: 'Alpina Bikes AG',
  retained: 'Borea Architektur AG',
  asked: 'Corvatsch Sport AG',
  booked: 'Dorian Frei',
  paying: 'Edelweiss Apotheke AG',
  banking: 'Fulvio Tettamanti',
  watched: 'Henri Vuilleumier',
  dropped: 'Ivo Camenzind',
  proposed: 'Karin Zgraggen',
  overdue: 'Gantrisch Immobilien AG',
} as const

/** The group of last evening; the one who was missing. */
export const group = {
  service: 'Puppy group',
  missing: 'Orlando Wyss',
  people: [
    'Alma Ott',
    'Beat Iten',
    'Carla Nef',
    'Doris Rey',
    'Erwin Koch',
    'Flora Dick',
    'Gino Salis',
    'Hanna Marti',
    'Iris Stucki',
    'Jan Kunz',
    'Kim Odermatt',
  ],
} as const

export const budgets = {
  'new-customer': 10,
  'send-offer': 10,
  'accepted-offer': 0,
  'log-time': 6,
  'week-sheet': 25,
  'invoice-unbilled': 5,
  'record-payment': 5,
  'payment-from-bank-file': 0,
  /** Not in the product's table: the same file where nobody set the folder up. */
  'payment-from-dropped-file': null,
  'bank-file-dropped': 4,
  'bank-proposal': 2,
  'monthly-agreement': 12,
  'look-up': 4,
  'remind-overdue': 4,
  'book-session': 7,
  attendance: 4,
  'expense-from-receipt': 6,
  'close-month': 6,
  'tax-return': 10,
} as const

/** What the budget names and the product cannot do yet. */
export const missing = {
  'customer-books': 'customers cannot book on their page',
  'week-on-autopilot': 'a whole week needs bookings by customers',
  'week-by-hand': 'a whole week needs bookings by customers',
} as const

export const newCustomer = { name: 'Livia Brunner', email: 'livia.brunner@bluewin.ch' }
export const offer = { name: 'logo redesign', amount: '1200' }
export const retainer = { hours: '10', fee: '1500' }

/** Ten entries of last week, customer by customer as a notebook has them; the days from Monday, 0 to 6. */
export const weekSheet = [
  {
    customer: customers.worked,
    hours: [
      ['0', '2'],
      ['1', '1:30'],
      ['2', '3'],
      ['4', '2'],
    ],
  },
  {
    customer: customers.retained,
    hours: [
      ['0', '4'],
      ['2', '1'],
      ['3', '2.5'],
    ],
  },
  {
    customer: customers.asked,
    hours: [
      ['1', '2'],
      ['3', '1'],
      ['4', '0.5'],
    ],
  },
] as const
