import { addDays, startOfWeek, weekdayOf, type Day } from '../../kernel/day.ts'
import { money } from '../../kernel/money.ts'
import { quantity } from '../../kernel/quantity.ts'
import { passTerms } from '../../modules/offer/ways.ts'
import { firms, learners } from '../cast/language-school.ts'
import { addContact, bookLesson, confirmLessons, importBank, isBefore, remind, sell, sendWaiting, type Lesson } from '../habits.ts'
import { addProduct, addService, basicsOf } from '../products.ts'
import type { Stage, Story } from '../stage.ts'

const iban = 'CH5604835012345678009'

/** Berner Sprachen: packages of lessons of ninety minutes; firms that pay for their people, one of them in euro. */
export const languageSchool: Story = {
  seed: 67,
  company: { name: 'Berner Sprachen', country: 'CH', language: 'de' },
  login: { name: 'Regula Aebi', email: 'regula@berner-sprachen.example' },
  async begin(stage) {
    const school = await setUp(stage)
    return (_stage, day) => live(stage, school, day)
  },
}

interface Learner {
  readonly contactIds: readonly string[]
  readonly payerId: string
  agreementId: string
  readonly weekday: number
  readonly time: string
}

interface School {
  readonly lesson: string
  readonly products: { francs: string; euros: string; small: string }
  readonly groups: Learner[]
  readonly lessons: Lesson[]
}

async function setUp(stage: Stage): Promise<School> {
  await stage.call('company.update', {
    legalName: 'Berner Sprachen GmbH',
    street: 'Aarbergergasse 40',
    postalCode: '3011',
    city: 'Bern',
    email: 'info@berner-sprachen.example',
    phone: '+41 31 555 20 90',
    iban,
    bankName: 'Berner Beispielbank',
    contactPerson: 'Regula Wyss',
    registrationNumber: 'CHE-116.281.710',
    accent: '#7a1f2b',
    daysToPay: 30,
  })
  const lesson = await addService(stage, {
    name: 'Lektion zu 90 Minuten',
    unit: 'lesson',
    minutes: 90,
    price: { amount: '135.00', currency: 'CHF' },
    taxCategory: 'exempt',
  })
  const basics = basicsOf(stage, { taxCategory: 'exempt' })
  const francs = await addProduct(stage, {
    name: 'Firmenpaket 20 Lektionen',
    way: 'pass',
    terms: passTerms(basics, { units: quantity(20), amount: money(248000n, 'CHF'), validMonths: 12 }),
  })
  const euros = await addProduct(stage, {
    name: 'Forfait 20 leçons',
    way: 'pass',
    terms: passTerms({ ...basics, currency: 'EUR' }, { units: quantity(20), amount: money(258000n, 'EUR'), validMonths: 12 }),
  })
  const small = await addProduct(stage, {
    name: 'Paket 10 Lektionen',
    way: 'pass',
    terms: passTerms(basics, { units: quantity(10), amount: money(128000n, 'CHF'), validMonths: 9 }),
  })
  return { lesson, products: { francs, euros, small }, groups: [], lessons: [] }
}

async function live(stage: Stage, school: School, day: Day): Promise<void> {
  await confirmLessons(stage, day, school.lessons)
  await sendWaiting(stage, day)
  await remind(stage, day)
  await importBank(stage, day, { iban, text: 'Rechnung {number}', late: ['Delta Pharma SAS', 'Elif Demir'], never: [] })
  await welcome(stage, school, day)
  await renew(stage, school, day)
  if (weekdayOf(day) === 6) await planWeek(stage, school, addDays(startOfWeek(day), 7))
  if (day === addDays(stage.lastDay, -9)) await offerSomething(stage)
  if (day === stage.lastDay) await lastThings(stage, school, day)
}

async function welcome(stage: Stage, school: School, day: Day): Promise<void> {
  const isFirst = school.groups.length === 0
  const firm = isFirst ? firms[0] : firms[firms.findIndex((_firm, index) => index > 0 && day === addDays(stage.lastDay, -350 + index * 75))]
  stage.at('11:00')
  if (firm) {
    const payerId = await addContact(stage, firm.firm)
    const contactIds: string[] = []
    for (const name of firm.learners) {
      const { id } = await stage.call('contacts.create', { name, relationships: [{ kind: 'employee_of', contactId: payerId }] })
      contactIds.push(id)
    }
    const productId = firm.firm.currency === 'EUR' ? school.products.euros : school.products.francs
    const agreementId = await sell(stage, { payerId, participants: contactIds.map((contactId) => ({ contactId })), productId })
    await stage.call('contacts.add-note', { contactId: payerId, text: `${firm.language}, Einstufung gemacht; die Firma zahlt für alle.` })
    school.groups.push({ payerId, contactIds, agreementId, weekday: 1 + (school.groups.length % 4), time: '17:30' })
  }
  const learner = isFirst ? learners[0] : learners[learners.findIndex((_learner, index) => index > 0 && day === addDays(stage.lastDay, -345 + index * 46))]
  if (!learner) return
  const id = await addContact(stage, learner)
  const agreementId = await sell(stage, { payerId: id, productId: school.products.small })
  school.groups.push({
    payerId: id,
    contactIds: [id],
    agreementId,
    weekday: 1 + (school.groups.length % 5),
    time: stage.chance.pick(['08:00', '12:15', '18:45']),
  })
}

async function renew(stage: Stage, school: School, day: Day): Promise<void> {
  if (weekdayOf(day) !== 4 || !isBefore(stage, day, 25)) return
  stage.at('16:00')
  for (const group of school.groups) {
    const { lines } = await stage.call('agreements.balance', { agreementId: group.agreementId })
    if (Number(lines[0]?.left ?? 9) < group.contactIds.length) group.agreementId = (await stage.call('agreements.renew', { agreementId: group.agreementId })).id
  }
}

async function planWeek(stage: Stage, school: School, monday: Day): Promise<void> {
  stage.at('09:00')
  for (const group of school.groups) {
    if (stage.chance.happens(group.contactIds.length > 1 ? 45 : 30)) continue
    const participants = group.contactIds.map((contactId) => ({ contactId, agreementId: group.agreementId }))
    school.lessons.push(
      await bookLesson(stage, { serviceId: school.lesson, on: addDays(monday, group.weekday - 1), time: group.time, place: 'Zimmer 2', participants }),
    )
  }
}

async function offerSomething(stage: Stage): Promise<void> {
  stage.at('10:15')
  const { id } = await stage.call('contacts.create', {
    kind: 'organisation',
    name: 'Gurtenpark Hotel',
    emails: [{ label: 'work', value: 'leitung@gurtenpark.example', isPreferred: true }],
  })
  await stage.call('agreements.create', {
    payerId: id,
    name: 'Englisch für die Rezeption',
    way: 'course',
    units: 12,
    amount: { amount: '1560.00', currency: 'CHF' },
    then: 'offer',
  })
}

async function lastThings(stage: Stage, school: School, day: Day): Promise<void> {
  stage.at('08:15')
  const last = school.groups.at(-1)!
  await stage.call('contacts.add-task', { contactId: last.payerId, kind: 'call', title: 'Termin für die Prüfung klären', dueOn: day })
  await stage.call('messages.record', {
    contactId: school.groups[0]!.payerId,
    channel: 'email',
    subject: 'Noch zwei Mitarbeitende',
    text: 'Ab Januar möchten zwei weitere Personen teilnehmen. Was kostet das?',
    needsAnswer: true,
  })
}
