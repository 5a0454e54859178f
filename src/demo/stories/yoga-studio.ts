import { addDays, startOfWeek, weekdayOf, type Day } from '../../kernel/day.ts'
import { money } from '../../kernel/money.ts'
import { quantity } from '../../kernel/quantity.ts'
import { passTerms, subscriptionTerms } from '../../modules/offer/ways.ts'
import { passHolders, subscribers } from '../cast/yoga-studio.ts'
import { recordCosts, type MonthlyCost } from '../costs.ts'
import { addContact, bookLesson, confirmLessons, importBank, isBefore, remind, sell, sendWaiting, type Lesson } from '../habits.ts'
import { addProduct, addService, basicsOf } from '../products.ts'
import type { Stage, Story } from '../stage.ts'

const iban = 'IT60X0542811101000000123456'

const costs: readonly MonthlyCost[] = [
  { dayOfMonth: '02', name: 'Immobiliare Tortona', category: 'rent', amount: '1098.00', currency: 'EUR', rate: '22', country: 'IT' },
  { dayOfMonth: '12', name: 'Luce e Acqua Milano', category: 'office', amount: '146.40', currency: 'EUR', rate: '22', country: 'IT' },
]

/** Respiro, Milano: subscriptions by the month, passes of ten, groups of at most twelve. */
export const yogaStudio: Story = {
  seed: 53,
  company: { name: 'Respiro Yoga', country: 'IT', language: 'it', isTaxIncluded: true },
  login: { name: 'Serena Valli', email: 'serena@respiro.example' },
  async begin(stage) {
    const studio = await setUp(stage)
    return (_stage, day) => live(stage, studio, day)
  },
}

interface Studio {
  readonly lesson: string
  readonly products: { subscription: string; pass: string }
  readonly members: { id: string; agreementId: string; hasPass: boolean }[]
  readonly lessons: Lesson[]
}

async function setUp(stage: Stage): Promise<Studio> {
  await stage.call('company.update', {
    legalName: 'Respiro di Serena Valli',
    street: 'Via Tortona 58',
    postalCode: '20144',
    city: 'Milano',
    email: 'ciao@respiro.example',
    iban,
    bic: 'BPCVIT2S',
    contactPerson: 'Serena Valli',
    vatNumber: 'IT12345670785',
    accent: '#3f6b57',
    daysToPay: 10,
  })
  await stage.call('payments.connect-provider', { provider: 'fake', key: 'fake_respiro' })
  const lesson = await addService(stage, { name: 'Lezione di gruppo', unit: 'lesson', minutes: 75, price: { amount: '18.00', currency: 'EUR' } })
  const basics = basicsOf(stage, { isTaxIncluded: true, daysToPay: 10 })
  const subscription = await addProduct(stage, {
    name: 'Abbonamento mensile',
    way: 'subscription',
    terms: subscriptionTerms(basics, { fee: money(4900n, 'EUR'), noShowFee: money(500n, 'EUR') }),
  })
  const pass = await addProduct(stage, {
    name: 'Carnet 10 lezioni',
    way: 'pass',
    terms: passTerms(basics, { units: quantity(10), amount: money(14000n, 'EUR'), validMonths: 6 }),
  })
  return { lesson, products: { subscription, pass }, members: [], lessons: [] }
}

async function live(stage: Stage, studio: Studio, day: Day): Promise<void> {
  await confirmLessons(stage, day, studio.lessons)
  await sendWaiting(stage, day)
  await remind(stage, day)
  await importBank(stage, day, { iban, text: 'Fattura {number}', late: ['Davide Marini', 'Roberto Sala'], never: ['Giorgio Pellegrini'] })
  await welcome(stage, studio, day)
  await recordCosts(stage, day, costs)
  await renew(stage, studio, day)
  if (weekdayOf(day) === 7) await planWeek(stage, studio, addDays(startOfWeek(day), 7))
  if (day === addDays(stage.lastDay, -40)) await pauseSomebody(stage, studio, day)
  if (day === addDays(stage.lastDay, -1)) await lastThings(stage, studio)
}

async function welcome(stage: Stage, studio: Studio, day: Day): Promise<void> {
  const subscriberCount = studio.members.filter((member) => !member.hasPass).length
  const dayNumber = Math.round(Date.parse(day) / 86_400_000)
  const isOpening = studio.members.length < 7
  stage.at('12:40')
  const subscriber = subscribers[subscriberCount]
  if (subscriber && (isOpening || dayNumber % 24 === 0)) await join(stage, studio, subscriber, false)
  const holder = passHolders[studio.members.length - subscriberCount]
  if (holder && (isOpening || dayNumber % 31 === 7)) await join(stage, studio, holder, true)
}

async function join(stage: Stage, studio: Studio, who: (typeof subscribers)[number], hasPass: boolean): Promise<void> {
  const id = await addContact(stage, who)
  const agreementId = await sell(stage, { payerId: id, productId: hasPass ? studio.products.pass : studio.products.subscription })
  studio.members.push({ id, agreementId, hasPass })
}

async function renew(stage: Stage, studio: Studio, day: Day): Promise<void> {
  if (weekdayOf(day) !== 4 || !isBefore(stage, day, 18)) return
  stage.at('13:00')
  for (const member of studio.members.filter((each) => each.hasPass)) {
    const { lines } = await stage.call('agreements.balance', { agreementId: member.agreementId })
    if (Number(lines[0]?.left ?? 1) <= 1) member.agreementId = (await stage.call('agreements.renew', { agreementId: member.agreementId })).id
  }
}

/** Three groups a week, as full as luck has it, never more than twelve. */
async function planWeek(stage: Stage, studio: Studio, monday: Day): Promise<void> {
  stage.at('21:00')
  for (const [offset, time] of [
    [0, '18:30'],
    [2, '07:15'],
    [3, '19:00'],
  ] as const) {
    const participants = studio.members.filter(() => stage.chance.happens(time === '07:15' ? 35 : 58)).slice(0, 12)
    if (participants.length === 0) continue
    studio.lessons.push(
      await bookLesson(stage, {
        serviceId: studio.lesson,
        on: addDays(monday, offset),
        time,
        place: 'Sala grande',
        participants: participants.map((member) => ({ contactId: member.id })),
      }),
    )
  }
}

async function pauseSomebody(stage: Stage, studio: Studio, day: Day): Promise<void> {
  stage.at('10:30')
  const member = studio.members.find((each) => !each.hasPass)!
  await stage.call('agreements.pause', { agreementId: member.agreementId, on: addDays(day, 3), reason: 'Infortunio al polso' })
  await stage.call('agreements.resume', { agreementId: member.agreementId, on: addDays(day, 24) })
  await stage.call('contacts.add-note', { contactId: member.id, text: 'Torna a novembre, all’inizio senza appoggio sul polso destro.' })
}

async function lastThings(stage: Stage, studio: Studio): Promise<void> {
  stage.at('17:00')
  const [first, second] = studio.members
  await stage.call('messages.record', {
    contactId: first!.id,
    channel: 'email',
    subject: 'Lezione di prova',
    text: 'Posso portare un’amica giovedì?',
    needsAnswer: true,
  })
  await stage.call('contacts.add-task', { contactId: second!.id, kind: 'call', title: 'Sentire Marco per il ritiro di gennaio', dueOn: stage.lastDay })
}
