// oxlint-disable max-lines -- one list of every operation, to be read from top to bottom
import { instant } from '../src/kernel/instant.ts'
import { bankAccount, dotPicture, francs, line, pass, project, statement, type Given } from './given.ts'

/**
 * For every operation of a company one input that it accepts; what it needs is made first. The test of all contracts
 * fails where an operation has none. `as: 'customer'` runs it as the holder of a personal link.
 */
export interface Entry {
  readonly as?: 'system' | { readonly customer: string }
  readonly input: object
}

const just =
  (input: object = {}) =>
  async (): Promise<Entry> => ({ input })
const vcard = Buffer.from('BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Anna Muster\r\nEMAIL:anna@example.com\r\nEND:VCARD\r\n').toString('base64')
const onInvoice = (given: Given) => given.issued().then((invoiceId): Entry => ({ input: { invoiceId } }))
const onContact = (given: Given) => given.contact().then((contactId): Entry => ({ input: { contactId } }))
const onAgreement =
  (then: 'draft' | 'offer' | 'accept', more: object = {}, changes: object = {}) =>
  async (given: Given): Promise<Entry> => ({
    input: { agreementId: await given.agreement(then, changes), ...more },
  })
const evidence = { name: 'Marie Dupont', address: '192.0.2.1' }
const changedPass = { ...(pass as object), billing: { ...(pass as { billing: object }).billing, daysToPay: 10 } }
const withAmendment = async (given: Given): Promise<Entry> => {
  const agreementId = await given.agreement('accept')
  await given.owner.call('agreements.propose-amendment', { agreementId, terms: changedPass, effectiveOn: '2026-04-01' })
  return { input: { agreementId, version: 2 } }
}

export const inputs: Readonly<Record<string, (given: Given) => Promise<Entry>>> = {
  'company.read': just(),
  'company.update': just({ city: 'Bern' }),
  'company.set-logo': just({ content: null }),
  'company.add-tax-rate': just({ category: 'standard', rate: '8.5', validFrom: '2027-01-01' }),
  'company.set-series': just({ kind: 'invoice', format: 'R{year}-{number:000}', next: 14 }),
  'company.check-vat-number': just({ vatNumber: 'FR 40 303265045' }),
  'company.vat-number-checks': just({ vatNumber: 'FR40303265045' }),
  'company.keep-vat-answer': async ({ owner }) => {
    const { id: checkId } = await owner.call('company.check-vat-number', { vatNumber: 'FR40303265045' })
    return { as: 'system', input: { checkId, state: 'valid', consultation: 'WAPIAAAAX', name: null, address: null } }
  },
  'company.invite': just({ email: 'beat@example.com', role: 'staff' }),
  'company.withdraw-invitation': async ({ owner }) => ({
    input: { invitationId: (await owner.call('company.invite', { email: 'beat@example.com', role: 'staff' })).id },
  }),
  'company.change-member': async (given) => ({ input: { memberId: await given.memberId(), capabilities: [] } }),
  'company.remove-member': async ({ world, owner }) => {
    const { actor } = await world.member(owner, 'staff')
    return { input: { memberId: actor.kind === 'user' ? actor.memberId : '' } }
  },
  'company.restore-member': async ({ world, owner }) => {
    const { actor } = await world.member(owner, 'staff')
    const memberId = actor.kind === 'user' ? actor.memberId : ''
    await owner.call('company.remove-member', { memberId })
    return { input: { memberId } }
  },
  'company.create-token': just({ name: 'Till' }),
  'company.tokens': just(),
  'company.revoke-token': async ({ owner }) => ({ input: { tokenId: (await owner.call('company.create-token', { name: 'Till' })).id } }),

  'currencies.rate': just({ from: 'USD', to: 'CHF' }),
  'currencies.rates': just(),
  'currencies.set-own-rate': just({ from: 'USD', to: 'CHF', rate: '0.79', validFrom: '2026-03-01', validTo: '2026-03-31' }),
  'currencies.remove-own-rate': async ({ owner }) => {
    const rate = { from: 'USD', to: 'CHF', rate: '0.79', validFrom: '2026-03-01', validTo: '2026-03-31' }
    return { input: { ownRateId: (await owner.call('currencies.set-own-rate', rate)).id } }
  },
  'currencies.import-rates': just({ content: Buffer.from('Date,USD\n2026-02-27,1.18\n').toString('base64') }),
  'currencies.fetch-due': just(),

  'contacts.create': just({ name: 'Marie Dupont', email: 'marie@example.com' }),
  'contacts.update': async (given) => ({ input: { contactId: await given.contact(), remark: 'Likes mornings' } }),
  'contacts.archive': onContact,
  'contacts.restore': async (given) => {
    const contactId = await given.contact()
    await given.owner.call('contacts.archive', { contactId })
    return { input: { contactId } }
  },
  'contacts.read': onContact,
  'contacts.list': just({ text: 'mar' }),
  'contacts.find': just({ text: 'mar' }),
  'contacts.timeline': onContact,
  'contacts.add-relationship': async (given) => ({
    input: { contactId: await given.contact(), kind: 'spouse_of', otherId: await given.contact({ name: 'Paul', email: 'paul@example.com' }) },
  }),
  'contacts.remove-relationship': async (given) => {
    const input = { contactId: await given.contact(), kind: 'spouse_of', otherId: await given.contact({ name: 'Paul' }) }
    return { input: { relationshipId: (await given.owner.call('contacts.add-relationship', input)).id } }
  },
  'contacts.add-note': async (given) => ({ input: { contactId: await given.contact(), text: 'Prefers the phone' } }),
  'contacts.add-task': async (given) => ({ input: { contactId: await given.contact(), kind: 'call', title: 'Ask', dueOn: '2026-03-06' } }),
  'contacts.remove-note': async (given) => ({
    input: { noteId: (await given.owner.call('contacts.add-note', { contactId: await given.contact(), text: 'Wrong thread' })).id },
  }),
  'contacts.remove-task': async (given) => ({
    input: { taskId: (await given.owner.call('contacts.add-task', { contactId: await given.contact(), title: 'Ask', dueOn: '2026-03-06' })).id },
  }),
  'contacts.complete-task': async (given) => ({
    input: { taskId: (await given.owner.call('contacts.add-task', { contactId: await given.contact(), title: 'Ask', dueOn: '2026-03-06' })).id },
  }),
  'contacts.reopen-task': async (given) => {
    const { id } = await given.owner.call('contacts.add-task', { contactId: await given.contact(), title: 'Ask', dueOn: '2026-03-06' })
    await given.owner.call('contacts.complete-task', { taskId: id })
    return { input: { taskId: id } }
  },
  'contacts.tasks': just({ until: '2026-12-31' }),
  'contacts.duplicates': just(),
  'thread.merge-preview': async (given) => ({ input: { contactId: await given.contact(), otherId: await given.contact() } }),
  'contacts.merge': async (given) => ({ input: { contactId: await given.contact(), otherId: await given.contact() } }),
  'contacts.erase': onContact,
  'contacts.export': onContact,
  'contacts.import-preview': just({ fileName: 'people.vcf', content: vcard }),
  'contacts.import-commit': just({ fileName: 'people.vcf', content: vcard }),
  'contacts.undo-import': async ({ owner }) => ({
    input: { importId: (await owner.call('contacts.import-commit', { fileName: 'people.vcf', content: vcard })).importId },
  }),
  'contacts.imports': just(),

  'offer.list': just(),
  'offer.read-product': async (given) => ({ input: { productId: await given.product() } }),
  'offer.create-service': just({ name: 'Einzellektion', unit: 'lesson', price: francs('90') }),
  'offer.update-service': async (given) => ({ input: { serviceId: await given.service(), name: 'Doppellektion' } }),
  'offer.archive-service': async (given) => ({ input: { serviceId: await given.service() } }),
  'offer.restore-service': async (given) => ({ input: { serviceId: await given.service() } }),
  'offer.create-product': just({ name: 'Zehnerabo', way: 'pass', terms: pass }),
  'offer.update-product': async (given) => ({ input: { productId: await given.product(), name: 'Abo' } }),
  'offer.archive-product': async (given) => ({ input: { productId: await given.product() } }),
  'offer.restore-product': async (given) => ({ input: { productId: await given.product() } }),

  'agreements.list': onContact,
  'agreements.for-delivery': onContact,
  'agreements.read': onAgreement('accept'),
  'agreements.balance': onAgreement('accept'),
  'agreements.entries': onAgreement('accept'),
  'agreements.create': async (given) => ({ input: { payerId: await given.contact(), name: 'Abo', terms: pass, then: 'accept' } }),
  'agreements.change-draft': onAgreement('draft', { name: 'Abo 2' }),
  'agreements.delete-draft': onAgreement('draft'),
  'agreements.offer': onAgreement('draft'),
  'agreements.remind-offer': onAgreement('offer'),
  'agreements.withdraw': onAgreement('offer'),
  'agreements.accept': onAgreement('offer', evidence),
  'agreements.decline': onAgreement('offer', { ...evidence, reason: 'Too far' }),
  'agreements.pause': onAgreement('accept', { reason: 'Holidays' }),
  'agreements.resume': async (given) => {
    const agreementId = await given.agreement('accept')
    await given.owner.call('agreements.pause', { agreementId })
    return { input: { agreementId, on: '2026-03-20' } }
  },
  'agreements.give-notice': onAgreement('accept'),
  'agreements.end-early': onAgreement('accept'),
  'agreements.renew': onAgreement('accept'),
  'agreements.reach-milestone': onAgreement('accept', { key: 'delivery' }, { terms: project }),
  'agreements.take-back-event': async (given) => {
    const agreementId = await given.agreement('accept')
    const { id } = await given.owner.call('agreements.pause', { agreementId })
    const { events } = await given.owner.call('agreements.read', { agreementId })
    return { input: { agreementId, eventId: events?.at(-1)?.id ?? id } }
  },
  'agreements.propose-amendment': onAgreement('accept', { terms: changedPass, effectiveOn: '2026-04-01' }),
  'agreements.accept-amendment': withAmendment,
  'agreements.decline-amendment': withAmendment,
  'agreements.adjust': onAgreement('accept', { units: '1', reason: 'A present' }),
  'agreements.enter-opening': async (given) => ({
    input: { payerId: await given.contact(), name: 'Old pass', terms: pass, startsOn: '2025-12-01', remaining: [{ units: '4' }] },
  }),
  'agreements.bring-up-to-date': just(),

  'calendar.book': async (given) => ({
    input: { serviceId: await given.service(), on: '2026-03-05', time: '14:00', participants: [{ contactId: await given.contact() }] },
  }),
  'calendar.move': async (given) => ({ input: { sessionId: (await given.session()).sessionId, time: '16:00' } }),
  'calendar.add-participant': async (given) => ({
    input: { sessionId: (await given.session()).sessionId, contactId: await given.contact({ name: 'Paul' }) },
  }),
  'calendar.set-outcome': async (given) => ({ input: { participantId: (await given.session()).participantId, outcome: 'attended' } }),
  'calendar.confirm-attendance': async (given) => ({ input: { sessionId: (await given.session()).sessionId } }),
  'calendar.reopen-attendance': async (given) => {
    const { sessionId } = await given.session()
    await given.owner.call('calendar.confirm-attendance', { sessionId })
    return { input: { sessionId } }
  },
  'calendar.cancel': async (given) => ({ input: { sessionId: (await given.session()).sessionId } }),
  'calendar.restore': async (given) => {
    const { sessionId } = await given.session()
    await given.owner.call('calendar.cancel', { sessionId })
    return { input: { sessionId } }
  },
  'calendar.sessions': async (given) => ({ input: { from: '2026-03-01', to: '2026-03-31', contactId: await given.contact() } }),
  'calendar.overview': async () => ({ input: { from: '2026-03-01', to: '2026-04-05' } }),
  'calendar.session': async (given) => ({ input: { sessionId: (await given.session()).sessionId } }),

  'work.record-time': async (given) => ({ input: { contactId: await given.contact(), on: '2026-03-01', minutes: 120 } }),
  'work.record-many': async (given) => ({ input: { entries: [{ contactId: await given.contact(), on: '2026-03-01', minutes: 30 }] } }),
  'work.change-time': async (given) => ({ input: { timeEntryId: await given.entry(), minutes: 90 } }),
  'work.remove-time': async (given) => ({ input: { timeEntryId: await given.entry() } }),
  'work.restore-time': async (given) => {
    const timeEntryId = await given.entry()
    await given.owner.call('work.remove-time', { timeEntryId })
    return { input: { timeEntryId } }
  },
  'work.entries': onContact,
  'work.week': just({ from: '2026-03-02' }),
  'work.timer': just(),
  'work.start-timer': onContact,
  'work.stop-timer': async (given) => {
    const contactId = await given.contact()
    await given.owner.call('work.start-timer', { contactId })
    given.world.clock.advanceSeconds(600)
    return { input: { contactId } }
  },
  'work.discard-timer': async (given) => {
    await given.owner.call('work.start-timer', { contactId: await given.contact() })
    return { input: {} }
  },

  'invoicing.list': onContact,
  'invoicing.read': onInvoice,
  'invoicing.pdf': onInvoice,
  'invoicing.e-invoice': onInvoice,
  'invoicing.findings': onInvoice,
  'invoicing.preview': onInvoice,
  'invoicing.unbilled': onContact,
  'invoicing.create-draft': async (given) => ({ input: { contactId: await given.contact(), lines: [line] } }),
  'invoicing.change-draft': async (given) => ({ input: { invoiceId: await given.draft(), note: 'Thank you' } }),
  'invoicing.delete-draft': async (given) => ({ input: { invoiceId: await given.draft() } }),
  'invoicing.issue': async (given) => ({ input: { invoiceId: await given.draft() } }),
  'invoicing.bill-customer': async (given) => {
    const contactId = await workedFor(given)
    await given.owner.call('work.record-time', { contactId, on: '2026-03-02', minutes: 60 })
    return { input: { contactId } }
  },
  'invoicing.month-end': just(),
  'invoicing.start-month-end': async (given) => {
    await workLastMonth(given)
    return { input: {} }
  },
  'invoicing.month-end-step': async (given) => {
    await workLastMonth(given)
    return { input: { runId: (await given.owner.call('invoicing.start-month-end', {})).id } }
  },
  'invoicing.send': onInvoice,
  'invoicing.mark-seen': async (given) => {
    const customer = await given.contact()
    return { as: { customer }, input: { invoiceId: await given.issued(customer) } }
  },
  'invoicing.credit': async (given) => ({ input: { invoiceId: await given.issued(), reason: 'Wrong price', effect: 'written_off' } }),
  'invoicing.write-off-charges': async (given) => {
    const contactId = await given.contact()
    await given.owner.call('agreements.create', { payerId: contactId, way: 'rate', minutes: 60, amount: francs('160'), then: 'accept', name: 'Work' })
    await given.owner.call('work.record-time', { contactId, on: '2026-03-02', minutes: 60 })
    const { customers } = await given.owner.call('invoicing.unbilled', { contactId })
    return { input: { contactId, charges: [customers[0].charges[0].identity], reason: 'Goodwill' } }
  },
  'invoicing.open-invoice': async (given) => ({
    input: { contactId: await given.contact(), number: '2025-0099', issuedOn: '2025-12-20', dueOn: '2026-01-20', gross: francs('80.00') },
  }),
  'invoicing.recipient': onContact,
  'invoicing.set-recipient': async (given) => ({ input: { contactId: await given.contact(), format: 'facturx', orderReference: 'PO-17' } }),
  'invoicing.bill-due': just(),

  'opening.preview': just({ rows: [{ kind: 'numbers', series: 'invoice', next: '114' }], files: [], language: 'de' }),
  'opening.enter': just({
    rows: [{ kind: 'invoices', customer: 'Marie Dupont', number: '2025-0097', issuedOn: '20.12.2025', gross: '80.-' }],
    files: [{ kind: 'passes', text: 'Kunde;Karte;Rest;Umfang;Preis\nMarie Dupont;Zehnerkarte;4;10;300.00\n' }],
  }),
  'opening.example': just({ kind: 'invoices', language: 'de' }),

  'payments.record': onInvoice,
  'payments.list': onContact,
  'payments.remove': async (given) => ({ input: { paymentId: await given.payment(), reason: 'Twice' } }),
  'payments.allocate': async (given) => {
    const contactId = await given.contact()
    const { id } = await given.owner.call('payments.record', { contactId, amount: francs('50.00') })
    const invoiceId = await given.issued(contactId)
    return { input: { creditId: id, allocations: [{ invoiceId, amount: francs('20.00') }] } }
  },
  'payments.undo-allocation': async (given) => {
    const contactId = await given.contact()
    const invoiceId = await given.issued(contactId)
    await given.owner.call('payments.record', { invoiceId })
    const { payments } = await given.owner.call('payments.list', { contactId })
    return { input: { allocationId: payments[0].allocations[0].id } }
  },
  'payments.use-credit': async (given) => {
    const contactId = await given.contact()
    await given.owner.call('payments.record', { contactId, amount: francs('50.00') })
    await given.issued(contactId)
    return { input: { contactId } }
  },
  'payments.refund': async (given) => {
    const contactId = await given.contact()
    await given.owner.call('payments.record', { contactId, amount: francs('50.00') })
    return { input: { contactId, amount: francs('50.00'), reason: 'Paid twice' } }
  },
  'payments.undo-refund': async (given) => {
    const contactId = await given.contact()
    await given.owner.call('payments.record', { contactId, amount: francs('50.00') })
    const { ids } = await given.owner.call('payments.refund', { contactId, amount: francs('50.00'), reason: 'Paid twice' })
    return { input: { refundIds: ids } }
  },
  'payments.undo-write-off': async (given) => {
    const { id } = await given.owner.call('payments.write-off', { invoiceId: await given.issued(), reason: 'Insolvent' })
    return { input: { writeOffId: id } }
  },
  'payments.of-invoice': async (given) => ({ input: { invoiceId: await given.issued() } }),
  'payments.write-off': async (given) => ({ input: { invoiceId: await given.issued(), reason: 'Insolvent' } }),
  'payments.balance': onContact,
  'payments.bank-accounts': just(),
  'payments.add-bank-account': just({ name: 'Main', iban: 'CH9300762011623852957', currency: 'CHF' }),
  'payments.preview-bank-file': async (given) => ({
    input: { fileName: 'march.csv', content: statement, bankAccountId: await bankAccount(given.owner) },
  }),
  'payments.import-bank-file': async (given) => ({
    input: { fileName: 'march.csv', content: statement, bankAccountId: await bankAccount(given.owner) },
  }),
  'payments.bank-files': just(),
  'payments.bank-file': async (given) => {
    const bankAccountId = await bankAccount(given.owner)
    const { bankFileId } = await given.owner.call('payments.import-bank-file', { fileName: 'march.csv', content: statement, bankAccountId })
    const { files } = await given.owner.call('payments.bank-files', {})
    return { input: { bankFileId: bankFileId ?? files[0].id } }
  },
  'payments.decide-same': async (given) => ({ input: { bankTransactionId: await given.transaction(), isSame: false } }),
  'payments.bank-transactions': just(),
  'payments.accept-match': async (given) => ({ input: { bankTransactionId: await given.transaction(), contactId: await given.contact() } }),
  'payments.ignore': async (given) => ({ input: { bankTransactionId: await given.transaction(), reason: 'Private' } }),
  'payments.unmatch': async (given) => {
    const bankTransactionId = await given.transaction()
    await given.owner.call('payments.ignore', { bankTransactionId })
    return { input: { bankTransactionId } }
  },
  'payments.providers': just(),
  'payments.connect-provider': just({ provider: 'stripe', key: 'sk_test_0123456789abcdef', webhookSecret: 'whsec_0123456789abcdef' }),
  'payments.disconnect-provider': async ({ owner }) => {
    await connectFake(owner)
    return { input: { provider: 'fake' } }
  },
  'payments.start-checkout': async (given) => {
    await connectFake(given.owner)
    return { input: { invoiceId: await given.issued() } }
  },
  'payments.read-checkout': async (given) => ({ input: { checkoutId: await checkout(given) } }),
  'payments.checkouts': async (given) => ({ input: { invoiceId: await given.issued() } }),
  'payments.look-at-checkouts': just(),
  'payments.note-checkout': async (given) => ({
    as: 'system',
    input: { checkoutId: await checkout(given), providerId: 'tr_1', address: 'https://pay.example.com/tr_1', problem: null },
  }),
  'payments.note-report': async (given) => ({ as: 'system', input: { checkoutId: await checkout(given), report: paidReport } }),
  'payments.refund-online': async (given) => {
    const checkoutId = await checkout(given)
    await given.world.system(given.owner).call('payments.note-report', { checkoutId, report: paidReport })
    return { input: { checkoutId, reason: 'Paid twice' } }
  },
  'payments.note-refund': async (given) => {
    const checkoutId = await checkout(given)
    await given.world.system(given.owner).call('payments.note-report', { checkoutId, report: paidReport })
    await given.owner.call('payments.refund-online', { checkoutId, reason: 'Paid twice' })
    return { as: 'system', input: { refundId: await onlyRefund(given), providerId: 're_1', problem: null } }
  },
  'payments.reminders-due': onContact,
  'payments.remind': async (given) => {
    const contactId = await given.contact()
    const input = { contactId, number: '2025-0098', issuedOn: '2025-12-20', dueOn: '2026-01-20', gross: francs('80.00') }
    return { input: { invoiceId: (await given.owner.call('invoicing.open-invoice', input)).id } }
  },
  'payments.set-reminder-days': just({ first: 7, second: 21, third: 40, between: 10 }),
  'payments.set-reminder-terms': async () => ({ input: reminderTerms }),
  'payments.reminder-fees': onContact,
  'payments.statement': onContact,
  'payments.statement-pdf': onContact,
  'messages.send-statement': onContact,
  'payments.mandates': onContact,
  'payments.add-mandate': async (given) => ({ input: { contactId: await given.contact(), iban: 'DE02120300000000202051', signedOn: '2026-02-01' } }),
  'payments.revoke-mandate': async (given) => ({ input: { mandateId: (await mandate(given)).id } }),
  'payments.to-collect': just(),
  'payments.collect': async (given) => ({ input: { invoiceIds: [await collectable(given)] } }),
  'payments.direct-debit-file': async (given) => ({ input: { fileId: await debitFile(given) } }),
  'payments.undo-direct-debit-file': async (given) => ({ input: { fileId: await debitFile(given) } }),
  'payments.waive-reminder-fee': async (given) => ({ input: { feeId: await reminderFee(given), reason: 'Kulanz' } }),
  'payments.restore-reminder-fee': async (given) => {
    const feeId = await reminderFee(given)
    await given.owner.call('payments.waive-reminder-fee', { feeId })
    return { input: { feeId } }
  },
  'payments.pause-reminders': onContact,
  'payments.resume-reminders': async (given) => {
    const contactId = await given.contact()
    await given.owner.call('payments.pause-reminders', { contactId })
    return { input: { contactId } }
  },

  'expenses.record': async (given) => ({ input: { description: 'Lunch', amount: francs('34.50'), contactId: await given.contact() } }),
  'expenses.change': async (given) => ({ input: { expenseId: await given.expense(), parts: [{ rate: '8.1', gross: francs('40.00') }] } }),
  'expenses.confirm': async (given) => {
    const expenseId = await given.expense()
    await given.owner.call('expenses.reopen', { expenseId })
    return { input: { expenseId, paidBy: 'member' } }
  },
  'expenses.reopen': async (given) => ({ input: { expenseId: await given.expense() } }),
  'expenses.remove': async (given) => ({ input: { expenseId: await given.expense() } }),
  'expenses.restore': async (given) => {
    const expenseId = await given.expense()
    await given.owner.call('expenses.remove', { expenseId })
    return { input: { expenseId } }
  },
  'expenses.read': async (given) => ({ input: { expenseId: await given.expense() } }),
  'expenses.list': just({ filter: 'to_pay' }),
  'expenses.mark-paid': async (given) => ({ input: { expenseId: await given.expense({ paidBy: 'bank' }) } }),
  'expenses.undo-payment': async (given) => {
    const { id } = await given.owner.call('expenses.mark-paid', { expenseId: await given.expense({ paidBy: 'bank' }) })
    return { input: { paymentId: id } }
  },
  'expenses.debits': just(),
  'expenses.match': async (given) => ({ input: { bankTransactionId: await given.debit() } }),
  'expenses.to-pay': just(),
  'expenses.pay': async (given) => ({ input: { expenseIds: [await payable(given)] } }),
  'expenses.payment-file': async (given) => ({ input: { fileId: await paymentFile(given) } }),
  'expenses.undo-payment-file': async (given) => ({ input: { fileId: await paymentFile(given) } }),
  'expenses.repeat': async (given) => ({ input: { expenseId: await given.expense(), rhythm: 'monthly' } }),
  'expenses.stop-repeating': async (given) => ({ input: { expenseId: await given.expense() } }),
  'expenses.propose-due': just(),
  'expenses.take-receipt': async () => ({ input: { fileName: 'receipt.png', content: dotPicture } }),
  'expenses.note-reading': async (given) => ({
    as: 'system',
    input: { receiptId: await given.receipt(), kind: 'nothing', proposal: null, isCertain: false, findings: [], problem: null, picture: null },
  }),
  'expenses.receipt': async (given) => ({ input: { receiptId: await given.receipt() } }),
  'expenses.receipt-picture': async (given) => {
    const receiptId = await given.receipt()
    const picture = await given.file()
    const reading = { kind: 'nothing', proposal: null, isCertain: false, findings: [], problem: null, picture }
    await given.world.system(given.owner).call('expenses.note-reading', { receiptId, ...reading })
    return { input: { receiptId } }
  },

  'messages.tell-balance': async (given) => ({ input: { agreementId: await given.agreement('accept') } }),
  'messages.list': onContact,
  'messages.read': async (given) => ({ input: { messageId: await given.message() } }),
  'messages.send': async (given) => ({ input: { contactId: await given.contact(), subject: 'Hello', text: 'Hello Marie' } }),
  'messages.send-again': async (given) => {
    const messageId = await given.message()
    await given.world.runJobs()
    return { input: { messageId } }
  },
  'messages.record': async (given) => ({ input: { contactId: await given.contact(), text: 'She called' } }),
  'messages.mark-answered': async (given) => ({ input: { messageId: await given.message('in') } }),
  'messages.mark-unanswered': async (given) => ({ input: { messageId: await given.message('in') } }),
  'messages.note-delivery': async (given) => ({ as: 'system', input: { messageId: await given.message(), outcome: 'sent', detail: null } }),

  'thread.read': onContact,
  'thread.timeline': onContact,

  'today.read': just(),
  'today.snooze': just({ cause: 'task-due:0190', until: '2026-03-09' }),
  'today.dismiss': just({ cause: 'task-due:0190' }),
  'today.bring-back': just({ cause: 'task-due:0190' }),
  'today.autopilot': just(),
  'today.set-autopilot': just({ kind: 'invoice-overdue', mode: 'do' }),
  'today.refresh': just(),
  'today.start-autopilot': just(),
  'today.autopilot-moves': async () => ({ as: 'system', input: {} }),
  'today.note-done': async (given) => {
    const contactId = await given.contact()
    const move = {
      kind: 'task-due',
      cause: 'task-due:0190',
      contactId,
      contactName: 'Marie',
      subject: { noun: 'contact', id: contactId },
      facts: {},
      since: '2026-03-01',
      weight: 1,
      doing: null,
    }
    return { as: 'system', input: { move, problem: null } }
  },

  'books.profit-and-loss': just({ from: '2026-01-01', to: '2026-12-31' }),
  'books.balance': just(),
  'books.open-items': just(),
  'books.forecast': just(),
  'books.entries': just(),
  'books.month-end': just(),
  'books.close-period': just({ until: '2026-01-31' }),
  'books.reopen': async ({ owner }) => {
    await owner.call('books.close-period', { until: '2026-01-31' })
    return { input: { reason: 'Something was forgotten' } }
  },
  'books.accounts': just(),
  'books.change-account': just({ kind: 'expense.travel', number: '6645' }),
  'books.tax-periods': just(),
  'books.tax-return': just(),
  'books.file-tax-return': async ({ world, issued }) => {
    world.clock.moveTo(instant('2025-12-10T09:00:00Z'))
    await issued()
    world.clock.moveTo(instant('2026-03-02T09:00:00Z'))
    return { input: { from: '2025-10-01' } }
  },
  'books.undo-tax-return': async ({ world, owner, issued }) => {
    world.clock.moveTo(instant('2025-12-10T09:00:00Z'))
    await issued()
    world.clock.moveTo(instant('2026-03-02T09:00:00Z'))
    await owner.call('books.file-tax-return', { from: '2025-10-01' })
    return { input: { from: '2025-10-01' } }
  },
  'books.export-tax-return': just({ from: '2026-01-01' }),
  'books.export': just({ format: 'csv_journal', from: '2026-01-01', to: '2026-12-31' }),
  'books.archive-index': just({ from: '2026-01-01', to: '2026-12-31' }),
  'books.archive-file': async (given) => {
    const id = await given.issued()
    return { input: { kind: 'pdf', id, of: id } }
  },
  'books.catch-up': just(),

  'insights.read': just(),

  'capture.lexicon': just(),
  'capture.answer': onContact,

  'portal.create-link': onContact,
  'portal.revoke-link': async (given) => {
    const contactId = await given.contact()
    await given.owner.call('portal.create-link', { contactId })
    return { input: { contactId } }
  },
  'portal.links': onContact,
  'portal.offer-pdf': onAgreement('offer'),
  'portal.mail-offer': async (given) => ({
    as: 'system',
    input: { agreementId: await given.agreement('offer'), kind: 'offer', file: await given.file(), fileName: 'offer.pdf' },
  }),
  'portal.view': async (given) => ({ as: { customer: await given.contact() }, input: {} }),
  'portal.write': async (given) => ({ as: { customer: await given.contact() }, input: { text: 'Can we move Friday?' } }),
}

/** A customer whose work is charged by the hour. */
async function workedFor(given: Given): Promise<string> {
  const contactId = await given.contact()
  const rate = { payerId: contactId, way: 'rate', minutes: 60, amount: francs('160'), then: 'accept', name: 'Work' }
  await given.owner.call('agreements.create', rate)
  return contactId
}

/** Work without an agreement is due when its month is over. */
async function workLastMonth(given: Given): Promise<void> {
  const { id: serviceId } = await given.owner.call('offer.create-service', { name: 'Beratung', unit: 'minute', minutes: 60, price: francs('120.00') })
  await given.owner.call('work.record-time', { contactId: await given.contact(), serviceId, on: '2026-02-10', minutes: 60 })
}

async function connectFake(owner: Given['owner']): Promise<void> {
  await owner.call('payments.connect-provider', { provider: 'fake', key: 'fake_shop' })
}

const reminderTerms = {
  chargesFees: true,
  chargesInterest: true,
  fromLevel: 1,
  isAgreed: true,
  agreedRate: null,
  first: francs('5.00'),
  second: francs('10.00'),
  third: francs('20.00'),
}

/** An expense owed to somebody whose account is known, of a company that has one itself. */
async function payable(given: Given): Promise<string> {
  await given.owner.call('company.update', { iban: 'CH9300762011623852957' })
  const payee = { name: 'Druckerei Muster', city: 'Bern', country: 'CH', iban: 'CH5604835012345678009' }
  return given.expense({ paidBy: 'bank', payee })
}

async function paymentFile(given: Given): Promise<string> {
  return (await given.owner.call('expenses.pay', { expenseIds: [await payable(given)] })).id
}

async function mandate(given: Given): Promise<{ id: string; contactId: string }> {
  const contactId = await given.contact()
  const { id } = await given.owner.call('payments.add-mandate', { contactId, iban: 'DE02120300000000202051', signedOn: '2026-02-01' })
  return { id, contactId }
}

/** An invoice in euro of a customer with a mandate. */
async function collectable(given: Given): Promise<string> {
  await given.owner.call('company.update', { iban: 'CH9300762011623852957', creditorIdentifier: 'DE98ZZZ09999999999' })
  const { contactId } = await mandate(given)
  const gross = { amount: '80.00', currency: 'EUR' }
  const input = { contactId, number: '2025-0096', issuedOn: '2025-12-20', dueOn: '2026-01-20', gross }
  return (await given.owner.call('invoicing.open-invoice', input)).id
}

async function debitFile(given: Given): Promise<string> {
  return (await given.owner.call('payments.collect', { invoiceIds: [await collectable(given)] })).id
}

/** A fee that the first reminder of an invoice took. */
async function reminderFee({ owner, contact }: Given): Promise<string> {
  await owner.call('payments.set-reminder-terms', reminderTerms)
  const input = { contactId: await contact(), number: '2025-0097', issuedOn: '2025-12-20', dueOn: '2026-01-20', gross: francs('80.00') }
  const { id: invoiceId } = await owner.call('invoicing.open-invoice', input)
  await owner.call('payments.remind', { invoiceId })
  return (await owner.call('payments.reminder-fees', { invoiceId })).fees[0].id
}

/** An invoice that a customer was asked to pay online. */
async function checkout(given: Given): Promise<string> {
  await connectFake(given.owner)
  return (await given.owner.call('payments.start-checkout', { invoiceId: await given.issued() })).id
}

const paidReport = { state: 'paid', amount: francs('10.00'), paidOn: '2026-03-02', way: 'card', fee: null, refunds: [] }

async function onlyRefund({ world, owner }: Given): Promise<string> {
  const rows = await world.read(owner, (transaction) =>
    transaction
      .withTables<{ online_refunds: { company_id: string; id: string } }>()
      .selectFrom('online_refunds')
      .select('id')
      .where('company_id', '=', owner.company.id)
      .execute(),
  )
  return rows[0]!.id
}
