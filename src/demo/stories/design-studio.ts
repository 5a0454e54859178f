import { addDays, type Day } from '../../kernel/day.ts'
import { money, parseMoney } from '../../kernel/money.ts'
import { quantity } from '../../kernel/quantity.ts'
import { projectTerms, rateTerms, retainerTerms } from '../../modules/offer/ways.ts'
import { hourlyClients, projectClients, prospects, retainerClients, tasks } from '../cast/design-studio.ts'
import { recordCosts, recordTicket, type MonthlyCost } from '../costs.ts'
import { addContact, billMonth, importBank, importStatement, isWeekday, remind, sell, sendWaiting } from '../habits.ts'
import { addProduct, addService, basicsOf } from '../products.ts'
import type { Stage, Story } from '../stage.ts'

const iban = 'DE89370400440532013000'

const costs: readonly MonthlyCost[] = [
  { dayOfMonth: '03', name: 'Hofgemeinschaft Adalbertstraße', category: 'rent', amount: '740.00', currency: 'EUR', country: 'DE' },
  { dayOfMonth: '09', name: 'Schriftenkontor', category: 'software', amount: '71.40', currency: 'EUR', rate: '19', country: 'DE' },
  { dayOfMonth: '17', name: 'Funkwerk Mobil', category: 'phone', amount: '35.70', currency: 'EUR', rate: '19', country: 'DE' },
]

/** Studio Kante, Berlin: hours, projects in two parts, retainers with roll-over; a public body, a customer in France. */
export const designStudio: Story = {
  seed: 23,
  company: { name: 'Studio Kante', country: 'DE', language: 'de' },
  login: { name: 'Mara Lindner', email: 'mara@studiokante.example' },
  async begin(stage) {
    const studio = await setUp(stage)
    return (_stage, day) => live(stage, studio, day)
  },
}

interface Work {
  readonly contactId: string
  readonly agreementId: string
  /** Of ten working days, on how many there is work for this customer. */
  readonly often: number
}

interface Studio {
  readonly design: string
  readonly hourly: string
  readonly work: Work[]
  readonly projects: { contactId: string; agreementId: string; deliversOn: Day }[]
}

async function setUp(stage: Stage): Promise<Studio> {
  await stage.call('company.update', {
    legalName: 'Studio Kante Lindner & Osei GbR',
    street: 'Adalbertstraße 8',
    postalCode: '10999',
    city: 'Berlin',
    email: 'studio@studiokante.example',
    phone: '+49 30 555 71 20',
    iban,
    bic: 'COBADEFFXXX',
    bankName: 'Beispielbank Berlin',
    contactPerson: 'Mara Lindner',
    vatNumber: 'DE123456788',
    taxNumber: '34/123/45678',
    electronicAddress: { scheme: 'EM', id: 'studio@studiokante.example' },
    accent: '#23405e',
    daysToPay: 14,
  })
  const design = await addService(stage, { name: 'Gestaltung', unit: 'minute', price: { amount: '95.00', currency: 'EUR' }, per: '60' })
  const basics = basicsOf(stage, { daysToPay: 14 })
  const hourly = await addProduct(stage, {
    name: 'Gestaltung nach Aufwand',
    way: 'rate',
    terms: rateTerms(basics, { amount: money(9500n, 'EUR'), unit: 'minute' }),
  })
  const retainer = await addProduct(stage, {
    name: 'Zehn Stunden im Monat',
    way: 'retainer',
    terms: retainerTerms(basics, {
      units: quantity(600),
      unit: 'minute',
      fee: money(150000n, 'EUR'),
      overage: money(16000n, 'EUR'),
      rollOverMax: quantity(300),
    }),
  })
  const studio: Studio = { design, hourly, work: [], projects: [] }
  stage.at('10:00')
  for (const client of retainerClients) {
    const contactId = await addContact(stage, client)
    studio.work.push({ contactId, often: 3, agreementId: await sell(stage, { payerId: contactId, productId: retainer }) })
  }
  for (const [index, client] of hourlyClients.entries()) {
    const contactId = await addContact(stage, client)
    studio.work.push({ contactId, often: index === 0 ? 3 : 1, agreementId: await sell(stage, { payerId: contactId, productId: hourly }) })
  }
  return studio
}

async function live(stage: Stage, studio: Studio, day: Day): Promise<void> {
  await sendWaiting(stage, day)
  await billMonth(stage, day)
  await remind(stage, day)
  await importBank(stage, day, { iban, text: 'RE {number}', late: ['Kaffeerösterei Nordlicht', 'Acme Robotics Ltd'], never: [] })
  await startProject(stage, studio, day)
  await deliverProjects(stage, studio, day)
  await recordDay(stage, studio, day)
  await recordCosts(stage, day, costs)
  if (day === addDays(stage.lastDay, -75))
    await recordTicket(stage, day, { contactId: studio.work[2]!.contactId, name: 'Deutsche Bahn', amount: '58.90', rate: '7', country: 'DE' })
  if (day === addDays(stage.lastDay, -16)) await offerSomething(stage)
  if (day === stage.lastDay) await lastThings(stage, studio, day)
}

/** A project every ten weeks: offered, accepted a few days later, 30 % at the start and 70 % at the delivery. */
async function startProject(stage: Stage, studio: Studio, day: Day): Promise<void> {
  const index = projectClients.findIndex((_client, position) => day === addDays(stage.lastDay, -340 + position * 88))
  const project = projectClients[index]
  if (!project) return
  stage.at('11:30')
  const contactId = await addContact(stage, project.client)
  const terms = projectTerms(basicsOf(stage, { daysToPay: 14 }), { amount: parseMoney(project.price, 'EUR')! })
  const { id } = await stage.call('agreements.create', {
    payerId: contactId,
    name: project.project,
    way: 'project',
    terms: JSON.parse(JSON.stringify(terms)),
    then: 'offer',
  })
  stage.at('16:45')
  await stage.call('agreements.accept', { agreementId: id, name: project.client.name })
  if (project.client.buyerReference)
    await stage.call('invoicing.set-recipient', { contactId, isPublicBody: true, electronicAddress: { scheme: '0204', id: project.client.buyerReference } })
  studio.projects.push({ contactId, agreementId: id, deliversOn: addDays(day, 70) })
  await stage.call('contacts.add-note', { contactId, text: 'Auftakt: Ziele, Zeitplan und Ansprechpersonen geklärt.' })
}

async function deliverProjects(stage: Stage, studio: Studio, day: Day): Promise<void> {
  for (const project of studio.projects.filter((each) => each.deliversOn === day)) {
    stage.at('15:00')
    await stage.call('agreements.reach-milestone', { agreementId: project.agreementId, key: 'delivery' })
  }
}

/** Two or three time entries on a working day. */
async function recordDay(stage: Stage, studio: Studio, day: Day): Promise<void> {
  if (!isWeekday(day)) return
  stage.at('17:50')
  for (const work of studio.work) {
    if (!stage.chance.happens(work.often * 10)) continue
    await stage.call('work.record-time', {
      contactId: work.contactId,
      agreementId: work.agreementId,
      on: day,
      minutes: stage.chance.between(2, 14) * 15,
      note: stage.chance.pick(tasks),
      serviceId: studio.design,
    })
  }
}

async function offerSomething(stage: Stage): Promise<void> {
  stage.at('14:00')
  for (const [index, client] of prospects.entries()) {
    const payerId = await addContact(stage, client)
    const amount = { amount: index === 0 ? '3400.00' : '11800.00', currency: 'EUR' }
    await stage.call('agreements.create', {
      payerId,
      name: index === 0 ? 'Vereinslogo' : 'Leitsystem und Zimmermappe',
      way: 'project',
      amount,
      validUntil: addDays(stage.lastDay, 10),
      then: 'offer',
    })
  }
}

/** A retainer close to its end of hours, a message, a payment that nobody can place, a call to make. */
async function lastThings(stage: Stage, studio: Studio, day: Day): Promise<void> {
  stage.at('08:40')
  const [first] = studio.work
  await stage.call('contacts.add-task', { contactId: first!.contactId, kind: 'call', title: 'Grünwerk: Jahresplan besprechen', dueOn: day })
  await stage.call('messages.record', {
    contactId: studio.work[2]!.contactId,
    channel: 'email',
    subject: 'Neue Visitenkarten',
    text: 'Wir bräuchten 500 Karten bis Ende des Monats. Geht das?',
    needsAnswer: true,
  })
  await importStatement(stage, day, {
    iban,
    currency: 'EUR',
    entries: [{ on: day, amount: '240.00', currency: 'EUR', payer: 'T. Brandt', text: 'Plakat, vielen Dank' }],
  })
  const { standing } = await stage.call('agreements.read', { agreementId: first!.agreementId })
  const left = Number(standing[0]?.left ?? 0)
  const minutes = Math.min(720, Math.floor(left * 0.85))
  if (minutes > 0)
    await stage.call('work.record-time', { contactId: first!.contactId, agreementId: first!.agreementId, on: day, minutes, note: 'Kampagne Winter: Konzept' })
}
