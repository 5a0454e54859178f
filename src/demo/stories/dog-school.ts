import { addDays, startOfWeek, weekdayOf, type Day } from '../../kernel/day.ts'
import { money } from '../../kernel/money.ts'
import { quantity } from '../../kernel/quantity.ts'
import { courseTerms, passTerms } from '../../modules/offer/ways.ts'
import { lessonNotes, owners, puppyOwners, readOwner, shoppers } from '../cast/dog-school.ts'
import { recordCosts, type MonthlyCost } from '../costs.ts'
import { addContact, bookLesson, confirmLessons, importBank, importStatement, isBefore, remind, sell, sendWaiting, billMonth, type Lesson } from '../habits.ts'
import { addProduct, addService, basicsOf } from '../products.ts'
import type { Stage, Story } from '../stage.ts'

const iban = 'CH9300762011623852957'

const costs: readonly MonthlyCost[] = [
  { dayOfMonth: '01', name: 'Genossenschaft Letzi', category: 'rent', amount: '486.45', currency: 'CHF', rate: '8.1', country: 'CH' },
  { dayOfMonth: '15', name: 'Telefon Limmat', category: 'phone', amount: '59.00', currency: 'CHF', rate: '8.1', country: 'CH' },
]

/** Hundeschule Pfote, Zürich: passes for the training group, courses for puppies with a book, single lessons. */
export const dogSchool: Story = {
  seed: 11,
  company: { name: 'Hundeschule Pfote', country: 'CH', language: 'de', isTaxIncluded: true },
  login: { name: 'Anna Keller', email: 'anna@pfote.example' },
  async begin(stage) {
    const school = await setUp(stage)
    return (_stage, day) => live(stage, school, day)
  },
}

interface Client {
  readonly id: string
  readonly dogId: string
  agreementId: string | undefined
}

interface School {
  readonly services: { single: string; group: string; puppies: string }
  readonly products: { pass: string; puppyCourse: string }
  readonly clients: Client[]
  readonly puppies: Client[]
  readonly lessons: Lesson[]
  bookedUntil: Day
}

async function setUp(stage: Stage): Promise<School> {
  await stage.call('company.update', {
    legalName: 'Hundeschule Pfote Anna Keller',
    street: 'Albisriederstrasse 184',
    postalCode: '8047',
    city: 'Zürich',
    email: 'hallo@pfote.example',
    phone: '+41 44 555 18 40',
    iban,
    qrIban: 'CH4431999123000889012',
    bankName: 'Zürcher Beispielbank',
    contactPerson: 'Anna Keller',
    vatNumber: 'CHE-123.456.788 MWST',
    registrationNumber: 'CHE-123.456.788',
    accent: '#8a4b2a',
    daysToPay: 30,
  })
  const price = (amount: string) => ({ amount, currency: 'CHF' })
  const single = await addService(stage, { name: 'Einzellektion', unit: 'lesson', minutes: 60, price: price('120.00') })
  const group = await addService(stage, { name: 'Trainingsgruppe', unit: 'lesson', minutes: 60, price: price('38.00') })
  const puppies = await addService(stage, { name: 'Welpenkurs', unit: 'lesson', minutes: 45, price: price('42.00') })
  const basics = basicsOf(stage, { isTaxIncluded: true })
  const pass = await addProduct(stage, {
    name: '10er-Abo Trainingsgruppe',
    way: 'pass',
    terms: passTerms(basics, { units: quantity(10), amount: money(33000n, 'CHF'), validMonths: 8, serviceIds: [group as never] }),
  })
  const puppyCourse = await addProduct(stage, {
    name: 'Welpenkurs mit Buch',
    way: 'course',
    terms: courseTerms(basics, {
      lessons: 8,
      amount: money(32000n, 'CHF'),
      serviceIds: [puppies as never],
      goods: [{ description: 'Buch «Welpen verstehen»', quantity: quantity(1), amount: money(2950n, 'CHF'), taxCategory: 'reduced' }],
    }),
  })
  return { services: { single, group, puppies }, products: { pass, puppyCourse }, clients: [], puppies: [], lessons: [], bookedUntil: stage.today }
}

async function addClient(stage: Stage, line: string): Promise<Client> {
  const { owner, dog, breed } = readOwner(line)
  const id = await addContact(stage, owner)
  const { id: dogId } = await stage.call('contacts.create', {
    kind: 'thing',
    name: dog,
    thingKind: 'dog',
    attributes: [{ name: 'Rasse', value: breed }],
    relationships: [{ kind: 'owned_by', contactId: id }],
  })
  return { id, dogId, agreementId: undefined }
}

async function live(stage: Stage, school: School, day: Day): Promise<void> {
  await confirmLessons(stage, day, school.lessons)
  await sendWaiting(stage, day)
  await billMonth(stage, day)
  await remind(stage, day)
  await importBank(stage, day, { iban, text: 'Rechnung {number}', late: ['Patrick Weber', 'Carmen Rossi'], never: ['Stefan Moser'] })
  await recordCosts(stage, day, costs)
  await welcome(stage, school, day)
  await renewPasses(stage, school, day)
  await planWeek(stage, school, day)
  if (day === addDays(stage.lastDay, -1)) await lastThings(stage, school, day)
}

/** A new customer every twelve days, who takes a pass; puppies arrive in two groups. */
async function welcome(stage: Stage, school: School, day: Day): Promise<void> {
  const next = owners[school.clients.length]
  const dayNumber = Math.round(Date.parse(day) / 86_400_000)
  if (next && (school.clients.length < 8 || dayNumber % 12 === 0)) {
    stage.at('17:20')
    const client = await addClient(stage, next)
    client.agreementId = await sell(stage, {
      payerId: client.id,
      participants: [{ contactId: client.id, thingId: client.dogId }],
      productId: school.products.pass,
    })
    school.clients.push(client)
  }
  const isPuppyStart = day === addDays(stage.lastDay, -260) || day === addDays(stage.lastDay, -52)
  if (!isPuppyStart) return
  stage.at('18:00')
  for (const line of puppyOwners.slice(school.puppies.length, school.puppies.length + 4)) {
    const client = await addClient(stage, line)
    client.agreementId = await sell(stage, {
      payerId: client.id,
      participants: [{ contactId: client.id, thingId: client.dogId }],
      productId: school.products.puppyCourse,
    })
    school.puppies.push(client)
  }
}

/** Who has one lesson left or none takes the next pass; in the last three weeks nobody has been asked yet. */
async function renewPasses(stage: Stage, school: School, day: Day): Promise<void> {
  if (weekdayOf(day) !== 5 || !isBefore(stage, day, 21)) return
  stage.at('19:30')
  for (const client of school.clients) {
    if (!client.agreementId) continue
    const { lines } = await stage.call('agreements.balance', { agreementId: client.agreementId })
    if (Number(lines[0]?.left ?? 1) > 1) continue
    const { id } = await stage.call('agreements.renew', { agreementId: client.agreementId })
    client.agreementId = id
  }
}

/** On Sundays the week after next is put on the calendar. */
async function planWeek(stage: Stage, school: School, day: Day): Promise<void> {
  if (weekdayOf(day) !== 7 && school.bookedUntil > day) return
  stage.at('20:00')
  const monday = addDays(startOfWeek(day), 7)
  const place = 'Hundeplatz Allmend'
  const evening = addDays(monday, 1)
  const group = school.clients.filter((client) => client.agreementId && stage.chance.happens(62)).slice(0, 9)
  if (group.length > 1) {
    school.lessons.push(
      await bookLesson(stage, {
        serviceId: school.services.group,
        on: evening,
        time: '18:30',
        place,
        participants: group.map((client) => ({ contactId: client.id, thingId: client.dogId })),
      }),
    )
  }
  const young = school.puppies.slice(school.puppies.length > 4 && isBefore(stage, day, 60) ? 0 : -4)
  const hasCourse = isBefore(stage, day, 200) ? day < addDays(stage.lastDay, -200) : day > addDays(stage.lastDay, -53)
  if (young.length > 0 && hasCourse) {
    school.lessons.push(
      await bookLesson(stage, {
        serviceId: school.services.puppies,
        on: addDays(monday, 5),
        time: '10:00',
        place,
        participants: young.map((client) => ({ contactId: client.id, thingId: client.dogId })),
      }),
    )
  }
  for (const offset of [0, 2, 3]) {
    const client = stage.chance.pick(school.clients)
    if (stage.chance.happens(30)) continue
    const on = addDays(monday, offset)
    school.lessons.push(
      await bookLesson(stage, {
        serviceId: school.services.single,
        on,
        time: stage.chance.pick(['09:00', '14:00', '16:30']),
        participants: [{ contactId: client.id, thingId: client.dogId }],
      }),
    )
    if (stage.chance.happens(40)) await stage.call('contacts.add-note', { contactId: client.id, text: stage.chance.pick(lessonNotes) })
  }
  school.bookedUntil = addDays(monday, 6)
}

/** What waits for the one who opens the demo today. */
async function lastThings(stage: Stage, school: School, day: Day): Promise<void> {
  stage.at('15:10')
  const [marie, reto] = school.clients
  await stage.call('contacts.add-task', { contactId: marie!.id, kind: 'call', title: 'Marie anrufen: Bebbo und die Velos', dueOn: stage.lastDay })
  await stage.call('messages.record', {
    contactId: reto!.id,
    channel: 'email',
    subject: 'Ferien im Dezember',
    text: 'Guten Tag Frau Keller, wir sind vom 18. bis 29. weg. Verfallen die Lektionen?',
    needsAnswer: true,
  })
  const practice = await addContact(stage, shoppers[0])
  await stage.call('contacts.add-note', { contactId: practice, text: 'Empfiehlt uns weiter; Flyer nachliefern.' })
  await stage.call('agreements.create', {
    payerId: practice,
    name: 'Teamtag «Hund im Büro»',
    way: 'project',
    amount: { amount: '780.00', currency: 'CHF' },
    then: 'offer',
  })
  await importStatement(stage, day, {
    iban,
    currency: 'CHF',
    entries: [{ on: day, amount: '38.00', currency: 'CHF', payer: 'B. Suter-Lang', text: 'Hundegruppe vom Dienstag' }],
  })
}
