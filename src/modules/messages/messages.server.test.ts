import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, type Seat, type World } from '../../../tests/world.ts'

/** A world whose mail leaves, and one without a mail server. */
let connected: World
let quiet: World
let owner: Seat
let alone: Seat

beforeAll(async () => {
  connected = await openWorld({ at: '2026-03-02T09:00:00Z', mailIsConnected: true })
  quiet = await openWorld({ at: '2026-03-02T09:00:00Z' })
  owner = await connected.company({ country: 'CH', name: 'Hundeschule Pfote' })
  alone = await quiet.company({ country: 'FR', name: 'Atelier Lumière' })
})
afterAll(async () => {
  await connected.close()
  await quiet.close()
})

async function customer(seat: Seat, email: string | null = 'anna@example.com'): Promise<string> {
  const { id } = await seat.call('contacts.create', { kind: 'person', name: 'Anna Meier', emails: email ? [{ value: email }] : [] })
  return id
}

async function issued(seat: Seat, contactId: string): Promise<string> {
  const currency = seat.company.currency
  const { id } = await seat.call('invoicing.create-draft', {
    contactId,
    lines: [{ name: 'Lesson', quantity: '1', unitPrice: { amount: '100.00', currency }, taxCategory: 'outside' }],
  })
  await seat.call('invoicing.issue', { invoiceId: id })
  return id
}

describe('mail out', () => {
  test('a message is on the thread at once and leaves by a job, once', async () => {
    const contactId = await customer(owner)
    const { id } = await owner.call('messages.send', { contactId, subject: 'Training', text: 'Liebe Anna\n\nBis Dienstag <b>!</b>' })
    expect(await owner.call('messages.read', { messageId: id })).toMatchObject({ state: 'queued', address: 'anna@example.com' })
    const before = connected.mails.length
    await connected.runJobs()
    await connected.runJobs()
    expect(connected.mails.length - before).toBe(1)
    const mail = connected.mails.at(-1)!
    expect(mail).toMatchObject({
      to: 'anna@example.com',
      subject: 'Training',
      from: { name: 'Hundeschule Pfote' },
      text: 'Liebe Anna\n\nBis Dienstag <b>!</b>',
    })
    expect(mail.html).toContain('Bis Dienstag &#60;b&#62;!')
    expect((await owner.call('messages.read', { messageId: id })).facts.map((fact: { kind: string }) => fact.kind)).toEqual(['queued', 'sent'])
  })

  test('without a mail server it waits in the visible outbox, and can be sent again later', async () => {
    const contactId = await customer(alone)
    const { id } = await alone.call('messages.send', { contactId, subject: 'Bonjour', text: 'À demain' })
    await quiet.runJobs()
    const { messages, waiting } = await alone.call('messages.list', { box: 'waiting' })
    expect(messages[0]).toMatchObject({ id, state: 'held', subject: 'Bonjour' })
    expect(waiting).toBe(1)
    await alone.call('messages.send-again', { messageId: id, to: 'other@example.com' })
    expect(await alone.call('messages.read', { messageId: id })).toMatchObject({ state: 'queued', address: 'other@example.com' })
    expect(await alone.failure('messages.send-again', { messageId: id })).toBe('message_not_waiting')
  })

  test('an attachment goes along', async () => {
    const contactId = await customer(owner)
    const content = Buffer.from('hello').toString('base64')
    await owner.call('messages.send', {
      contactId,
      subject: 'Plan',
      text: 'Anbei',
      attachments: [{ fileName: 'plan.txt', contentType: 'text/plain', content }],
    })
    await connected.runJobs()
    const [attachment] = connected.mails.at(-1)!.attachments!
    expect([attachment!.filename, Buffer.from(attachment!.content).toString()]).toEqual(['plan.txt', 'hello'])
  })

  test('a customer without an address is said by name, and nothing is kept', async () => {
    const contactId = await customer(owner, null)
    expect(await owner.failure('messages.send', { contactId, subject: 'x', text: 'y' })).toBe('contact_without_email')
    expect((await owner.call('messages.list', { contactId })).messages).toEqual([])
  })

  test('an invoice leaves with its PDF in the customer’s language and counts as sent then', async () => {
    const contactId = await customer(owner)
    const invoiceId = await issued(owner, contactId)
    await owner.call('invoicing.send', { invoiceId })
    expect((await owner.call('invoicing.read', { invoiceId })).sentAt).toBeNull()
    await connected.runJobs()
    const mail = connected.mails.at(-1)!
    expect(mail.subject).toMatch(/^Rechnung 2026-\d{4} von Hundeschule Pfote$/)
    expect(mail.text).toContain('Guten Tag Anna Meier')
    expect(mail.attachments!.map((each) => each.filename)[0]).toMatch(/^2026-\d{4}\.pdf$/)
    expect(Buffer.from(mail.attachments![0]!.content).subarray(0, 5).toString()).toBe('%PDF-')
    expect((await owner.call('invoicing.read', { invoiceId })).sentAt).not.toBeNull()
  })

  test('a reminder is a mail of its level, and without an address the reminder does not happen', async () => {
    const contactId = await customer(owner)
    const invoiceId = await issued(owner, contactId)
    connected.clock.moveTo('2026-05-02T09:00:00Z' as never)
    await owner.call('payments.remind', { invoiceId })
    await connected.runJobs()
    expect(connected.mails.at(-1)!.subject).toMatch(/^Erinnerung an Rechnung/)
    expect(connected.mails.at(-1)!.text).toContain('Noch offen: CHF')
    const mute = await customer(owner, null)
    const muteInvoice = await issued(owner, mute)
    connected.clock.moveTo('2026-07-02T09:00:00Z' as never)
    expect(await owner.failure('payments.remind', { invoiceId: muteInvoice })).toBe('contact_without_email')
    const { reminders } = await owner.call('payments.reminders-due', { contactId: mute })
    expect(reminders[0]).toMatchObject({ level: 1 })
  })
})

describe('what comes in', () => {
  test('a message waits for an answer until somebody writes or says that none is needed', async () => {
    const contactId = await customer(owner)
    const { id } = await owner.call('messages.record', { contactId, channel: 'email', subject: 'Frage', text: 'Geht es am Freitag?' })
    const { messages, unanswered } = await owner.call('messages.list', { box: 'unanswered', contactId })
    expect([messages.map((message: { id: string }) => message.id), unanswered]).toEqual([[id], 1])
    await owner.call('messages.mark-answered', { messageId: id })
    await owner.call('messages.mark-unanswered', { messageId: id })
    await owner.call('messages.send', { contactId, subject: 'Re: Frage', text: 'Ja', inReplyToId: id })
    expect((await owner.call('messages.list', { box: 'unanswered', contactId })).messages).toEqual([])
  })

  test('a call is noted and waits for nothing', async () => {
    const contactId = await customer(owner)
    await owner.call('messages.record', { contactId, channel: 'phone', text: 'Kommt eine Stunde später' })
    expect((await owner.call('messages.list', { contactId })).messages).toMatchObject([{ kind: 'note', state: 'received', isAnswered: true }])
    expect((await owner.call('messages.list', { box: 'unanswered', contactId })).messages).toEqual([])
  })

  test('another company sees none of it, and only Cloudburo notes deliveries', async () => {
    const contactId = await customer(owner)
    const { id } = await owner.call('messages.record', { contactId, text: 'privat' })
    const stranger = await connected.company({ country: 'DE' })
    expect(await stranger.failure('messages.read', { messageId: id })).toBe('not_found')
    expect(await stranger.failure('messages.send', { contactId, subject: 'x', text: 'y' })).toBe('not_found')
    expect(await owner.failure('messages.note-delivery', { messageId: id, outcome: 'sent', detail: null })).toBe('forbidden')
  })
})
