import { addDays, type Day } from '../../kernel/day.ts'
import { money } from '../../kernel/money.ts'
import { quantity } from '../../kernel/quantity.ts'
import { projectTerms, rateTerms, retainerTerms } from '../../modules/offer/ways.ts'
import { adviceClients, adviceNotes, couples } from '../cast/consultant.ts'
import { addContact, billMonth, bookLesson, confirmLessons, importBank, isWeekday, remind, sell, sendWaiting, type Lesson } from '../habits.ts'
import { addProduct, addService, basicsOf } from '../products.ts'
import type { Stage, Story } from '../stage.ts'

const login = { name: 'Claire Fontaine', email: 'claire@fontaine.example' } as const
const adviceIban = 'FR1420041010050500013M02606'
const photoIban = 'FR7630006000011234567890189'

/** Fontaine Conseil, Lyon: advice by the hour and by the month, one customer in the United States who pays in dollars. */
export const advice: Story = {
  seed: 37,
  company: { name: 'Fontaine Conseil', country: 'FR', language: 'fr' },
  login,
  async begin(stage) {
    const work = await setUpAdvice(stage)
    return (_stage, day) => adviseFor(stage, work, day)
  },
}

/** Atelier Lumière, the same person's other company, without tax as a small business. */
export const photography: Story = {
  seed: 41,
  company: { name: 'Atelier Lumière', country: 'FR', language: 'fr', taxRegime: 'small_business' },
  login,
  async begin(stage) {
    const atelier = await setUpAtelier(stage)
    return (_stage, day) => photograph(stage, atelier, day)
  },
}

type AdviceWork = { contactId: string; agreementId: string; often: number }[]

async function setUpAdvice(stage: Stage): Promise<AdviceWork> {
  await stage.call('company.update', {
    legalName: 'Claire Fontaine Conseil',
    street: '21 rue Mercière',
    postalCode: '69002',
    city: 'Lyon',
    email: 'bonjour@fontaine-conseil.example',
    iban: adviceIban,
    bic: 'PSSTFRPPXXX',
    contactPerson: 'Claire Fontaine',
    vatNumber: 'FR83404833048',
    accent: '#5b3a6e',
    daysToPay: 30,
  })
  await addService(stage, { name: 'Conseil', unit: 'minute', price: { amount: '140.00', currency: 'EUR' }, per: '60' })
  const basics = basicsOf(stage)
  const hourly = await addProduct(stage, { name: 'Conseil à l’heure', way: 'rate', terms: rateTerms(basics, { amount: money(14000n, 'EUR'), unit: 'minute' }) })
  const dollars = await addProduct(stage, {
    name: 'Advice by the hour',
    way: 'rate',
    terms: rateTerms({ ...basics, currency: 'USD' }, { amount: money(16500n, 'USD'), unit: 'minute' }),
  })
  const monthly = await addProduct(stage, {
    name: 'Accompagnement mensuel',
    way: 'retainer',
    terms: retainerTerms(basics, { units: quantity(480), unit: 'minute', fee: money(96000n, 'EUR'), overage: money(14000n, 'EUR') }),
  })
  const work: AdviceWork = []
  stage.at('09:30')
  for (const [index, client] of adviceClients.entries()) {
    const contactId = await addContact(stage, client)
    const productId = index === 1 ? dollars : index === 3 ? monthly : hourly
    work.push({ contactId, often: index === 2 ? 1 : 2, agreementId: await sell(stage, { payerId: contactId, productId }) })
  }
  return work
}

async function adviseFor(stage: Stage, work: AdviceWork, day: Day): Promise<void> {
  await sendWaiting(stage, day)
  await billMonth(stage, day)
  await remind(stage, day)
  await importBank(stage, day, { iban: adviceIban, text: 'Facture {number}', late: ['Mairie de Caluire'], never: [] })
  if (isWeekday(day)) {
    stage.at('18:10')
    for (const { contactId, agreementId, often } of work) {
      if (!stage.chance.happens(often * 8)) continue
      await stage.call('work.record-time', { contactId, agreementId, on: day, minutes: stage.chance.between(3, 12) * 20, note: stage.chance.pick(adviceNotes) })
    }
  }
  if (day !== addDays(stage.lastDay, -1)) return
  stage.at('18:40')
  await stage.call('contacts.add-task', { contactId: work[0]!.contactId, kind: 'task', title: 'Envoyer la note de synthèse', dueOn: stage.lastDay })
  await stage.call('messages.record', {
    contactId: work[1]!.contactId,
    channel: 'email',
    subject: 'January workshop',
    text: 'Could we do the 14th instead? Half a day would be enough.',
    needsAnswer: true,
  })
}

interface Atelier {
  readonly shooting: string
  readonly clients: { id: string; name: string; agreementId: string; shootsOn: Day }[]
  readonly lessons: Lesson[]
}

async function setUpAtelier(stage: Stage): Promise<Atelier> {
  await stage.call('company.update', {
    legalName: 'Atelier Lumière Claire Fontaine',
    street: '21 rue Mercière',
    postalCode: '69002',
    city: 'Lyon',
    email: 'atelier@lumiere.example',
    iban: photoIban,
    bic: 'AGRIFRPP',
    contactPerson: 'Claire Fontaine',
    registrationNumber: '83404833000026',
    accent: '#9a5b13',
    daysToPay: 15,
  })
  const shooting = await addService(stage, { name: 'Prise de vue', unit: 'piece', minutes: 180, price: { amount: '420.00', currency: 'EUR' } })
  return { shooting, clients: [], lessons: [] }
}

/** A reportage every eight weeks: 30 % when it is agreed, the rest when the pictures are there. */
async function photograph(stage: Stage, atelier: Atelier, day: Day): Promise<void> {
  await confirmLessons(stage, day, atelier.lessons)
  await sendWaiting(stage, day)
  await billMonth(stage, day)
  await remind(stage, day)
  await importBank(stage, day, { iban: photoIban, text: 'Photos, facture {number}', late: ['Hugo Perrin'], never: [] })
  const index =
    atelier.clients.length === 0 ? 0 : couples.findIndex((_couple, position) => position > 0 && day === addDays(stage.lastDay, -330 + position * 62))
  const couple = couples[index]
  if (couple) await agreeOnPictures(stage, atelier, day, couple)
  for (const client of atelier.clients.filter((each) => addDays(each.shootsOn, 9) === day)) {
    stage.at('20:15')
    await stage.call('agreements.reach-milestone', { agreementId: client.agreementId, key: 'delivery' })
    await stage.call('contacts.add-note', { contactId: client.id, text: 'Galerie en ligne, 240 images livrées.' })
  }
}

async function agreeOnPictures(stage: Stage, atelier: Atelier, day: Day, couple: (typeof couples)[number]): Promise<void> {
  stage.at('12:20')
  const id = await addContact(stage, couple)
  const terms = projectTerms(basicsOf(stage, { taxCategory: 'exempt', daysToPay: 15 }), { amount: money(BigInt(stage.chance.between(9, 24)) * 10000n, 'EUR') })
  const agreement = {
    payerId: id,
    name: couple.kind === 'person' ? 'Reportage de mariage' : 'Portraits et plats',
    way: 'project',
    terms: JSON.parse(JSON.stringify(terms)),
  }
  const isLast = couple === couples.at(-1)
  const { id: agreementId } = await stage.call('agreements.create', { ...agreement, then: isLast ? 'offer' : 'accept' })
  if (isLast) return
  const shootsOn = addDays(day, 24)
  atelier.clients.push({ id, name: couple.name, agreementId, shootsOn })
  atelier.lessons.push(
    await bookLesson(stage, { serviceId: atelier.shooting, on: shootsOn, time: '14:00', participants: [{ contactId: id, agreementId }], place: couple.city }),
  )
}
