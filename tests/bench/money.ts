import { instant } from '../../src/kernel/instant.ts'
import { openWorld } from '../world.ts'
import { composed, line } from '../../src/modules/invoicing/testing/documents.ts'
import { electronicFile } from '../../src/modules/invoicing/e-invoice/electronic.ts'
import { setPdf } from '../../src/modules/invoicing/pdf-of.ts'

/**
 * Measures money on the embedded database, one JSON line per figure: an invoice as PDF/A-3 with its XML inside; a month-end
 * run over agreements (bill, number, PDF, XML, mail queued).
 */
const agreements = Number(process.argv[2] ?? 1000)
const print = (measure: string, value: number, unit: string, aim: number) =>
  void process.stdout.write(`${JSON.stringify({ figure: measure, value: Math.round(value * 10) / 10, unit, aim })}\n`)
const note = (text: string) => void process.stderr.write(`${text}\n`)

const world = await openWorld({ at: '2026-02-10T09:00:00Z' })
try {
  await measureOne()
  await measureMonthEnd()
} finally {
  await world.close()
}

async function measureOne(): Promise<void> {
  const { document } = composed({ lines: Array.from({ length: 5 }, () => line({})) })
  const times: number[] = []
  for (let run = 0; run < 40; run += 1) {
    const began = performance.now()
    electronicFile(document, 'facturx')
    await setPdf(world.files, document, { isFacturX: true })
    if (run >= 10) times.push(performance.now() - began)
  }
  print('invoice.pdf-a3-with-xml.p50', times.toSorted((left, right) => left - right)[15]!, 'ms', 100)
}

async function measureMonthEnd(): Promise<void> {
  const owner = await world.company({ country: 'DE', currency: 'EUR' })
  await owner.call('company.update', {
    legalName: 'Lindenau GmbH',
    street: 'Torstrasse 140',
    postalCode: '10119',
    city: 'Berlin',
    vatNumber: 'DE123456789',
    iban: 'DE02120300000000202051',
  })
  note(`${agreements} agreements`)
  for (let index = 0; index < agreements; index += 1) {
    const { id: contactId } = await owner.call('contacts.create', {
      kind: 'organisation',
      name: `Kunde ${index} GmbH`,
      email: `kunde${index}@example.com`,
      addresses: [{ street: 'Weg 1', postalCode: '10115', city: 'Berlin', country: 'DE' }],
    })
    await owner.call('agreements.create', {
      payerId: contactId,
      way: 'rate',
      minutes: 60,
      amount: { amount: '120.00', currency: 'EUR' },
      name: 'Beratung',
      then: 'accept',
    })
    await owner.call('work.record-time', { contactId, on: '2026-02-10', minutes: 90 })
  }
  await world.runJobs()
  world.clock.moveTo(instant('2026-03-11T09:00:00Z'))
  const began = performance.now()
  await owner.call('invoicing.start-month-end')
  let run = (await owner.call('invoicing.month-end')).run
  const working = world.runJobs()
  while (run.finishedAt === null) {
    await new Promise((resolve) => setTimeout(resolve, 250))
    run = (await owner.call('invoicing.month-end')).run
  }
  print(`month-end.${agreements}-agreements`, (performance.now() - began) / 1000, 's', 60)
  note(JSON.stringify(run))
  await working
}
