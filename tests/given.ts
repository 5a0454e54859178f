import { money } from '../src/kernel/money.ts'
import { quantity } from '../src/kernel/quantity.ts'
import { passTerms, projectTerms } from '../src/modules/offer/ways.ts'
import type { Seat, World } from './world.ts'

/** What the tests of all contracts build on: one company and whatever an input needs, made through operations. */
export interface Given {
  readonly world: World
  readonly owner: Seat
  contact(changes?: object): Promise<string>
  service(): Promise<string>
  product(): Promise<string>
  agreement(then?: 'draft' | 'offer' | 'accept', changes?: object): Promise<string>
  draft(contactId?: string): Promise<string>
  issued(contactId?: string): Promise<string>
  session(): Promise<{ sessionId: string; participantId: string }>
  entry(): Promise<string>
  payment(): Promise<string>
  expense(changes?: object): Promise<string>
  receipt(): Promise<string>
  transaction(): Promise<string>
  /** Money that went out. */
  debit(): Promise<string>
  message(direction?: 'in' | 'out'): Promise<string>
  memberId(): Promise<string>
  /** The hash of kept bytes. */
  file(): Promise<string>
}

const basics = { currency: 'CHF', isTaxIncluded: true, taxCategory: 'standard', daysToPay: 30 } as const

/** Ten lessons for 300 francs, valid six months. */
export const pass = onTheWire(passTerms(basics, { units: quantity(10), amount: money(30000n, 'CHF'), validMonths: 6 }))
export const project = onTheWire(projectTerms(basics, { amount: money(100000n, 'CHF') }))

export const francs = (amount: string) => ({ amount, currency: 'CHF' })
export const line = { name: 'Coaching', quantity: '1', unitPrice: francs('100.00') }

/** A picture of one dot. */
export const dotPicture = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** A CSV statement of one line, as banks give it. */
export const statement = Buffer.from(
  'Buchungsdatum;Valuta;Betrag;Währung;Auftraggeber;Zahlungszweck\n02.03.2026;02.03.2026;120.00;CHF;Unbekannt AG;Danke\n',
).toString('base64')

export function givenFor(world: World, owner: Seat): Given {
  const idOf = async (operation: string, input: object): Promise<string> => (await owner.call(operation, input)).id
  const given: Given = {
    world,
    owner,
    contact: (changes = {}) => idOf('contacts.create', { name: 'Marie Dupont', email: 'marie@example.com', ...changes }),
    service: () => idOf('offer.create-service', { name: 'Einzellektion', unit: 'lesson', minutes: 60, price: francs('90') }),
    product: () => idOf('offer.create-product', { name: 'Zehnerabo', way: 'pass', terms: pass }),
    agreement: async (then = 'draft', changes = {}) =>
      idOf('agreements.create', { payerId: await given.contact(), name: 'Zehnerabo', terms: pass, then, ...changes }),
    draft: async (contactId) => idOf('invoicing.create-draft', { contactId: contactId ?? (await given.contact()), lines: [line] }),
    async issued(contactId) {
      const invoiceId = await given.draft(contactId)
      await owner.call('invoicing.issue', { invoiceId })
      return invoiceId
    },
    async session() {
      const participants = [{ contactId: await given.contact() }]
      const sessionId = await idOf('calendar.book', { serviceId: await given.service(), on: '2026-03-02', time: '08:00', participants })
      const session = await owner.call('calendar.session', { sessionId })
      return { sessionId, participantId: session.participants[0].id }
    },
    entry: async () => idOf('work.record-time', { contactId: await given.contact(), on: '2026-03-01', minutes: 60 }),
    payment: async () => idOf('payments.record', { contactId: await given.contact(), amount: francs('50.00') }),
    expense: async (changes = {}) => idOf('expenses.record', { description: 'Lunch', amount: francs('34.50'), contactId: await given.contact(), ...changes }),
    receipt: async () => (await owner.call('expenses.take-receipt', { fileName: 'receipt.png', content: dotPicture })).receiptId,
    async transaction() {
      await owner.call('payments.import-bank-file', { fileName: 'march.csv', content: statement, bankAccountId: await bankAccount(owner) })
      return (await owner.call('payments.bank-transactions')).transactions[0].id
    },
    async debit() {
      const content = Buffer.from(statement, 'base64').toString().replace('120.00', '-120.00')
      await owner.call('payments.import-bank-file', {
        fileName: 'april.csv',
        content: Buffer.from(content).toString('base64'),
        bankAccountId: await bankAccount(owner),
      })
      return (await owner.call('expenses.debits')).debits[0].bankTransactionId
    },
    message: async (direction = 'out') =>
      direction === 'in'
        ? idOf('messages.record', { contactId: await given.contact(), direction: 'in', text: 'When?', needsAnswer: true })
        : idOf('messages.send', { contactId: await given.contact(), subject: 'Hello', text: 'Hello Marie' }),
    file: () => world.files.put(new TextEncoder().encode('letter')),
    memberId: async () => (await owner.call('company.read')).members[0].id,
  }
  return given
}

export async function bankAccount(owner: Seat): Promise<string> {
  return (await owner.call('payments.add-bank-account', { name: 'Main', iban: 'CH9300762011623852957', currency: 'CHF' })).id
}

function onTheWire(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown
}
