import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { openWorld, type Seat, type World } from '../../../../tests/world.ts'

let world: World
let owner: Seat
const opened: World[] = []
beforeEach(async () => {
  world = opened[0] ?? (opened[0] = await openWorld())
  owner = await world.company()
})
afterAll(() => world.close())

const base64 = (text: string) => Buffer.from(text).toString('base64')
const importText = (fileName: string, text: string, more: object = {}, as: Seat = owner) =>
  as.call('payments.import-bank-file', { fileName, content: base64(text), ...more })
const waiting = async () => (await owner.call('payments.bank-transactions', { limit: 200 })).transactions

const iban = 'CH2801234000123456789'
interface Line {
  amount: string
  name: string
  text: string
  day?: string
}
const camt = (lines: readonly Line[]) =>
  `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Acct><Id><IBAN>${iban}</IBAN></Id><Ccy>CHF</Ccy></Acct>${lines
    .map(
      (
        line,
      ) => `<Ntry><Amt Ccy="CHF">${line.amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${line.day ?? '2026-02-20'}</Dt></BookgDt>
      <NtryDtls><TxDtls><RltdPties><Dbtr><Pty><Nm>${line.name}</Nm></Pty></Dbtr></RltdPties><RmtInf><Ustrd>${line.text}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`,
    )
    .join('')}</Stmt></BkToCstmrStmt></Document>`
const mt940 = (lines: readonly Line[]) =>
  `:20:X\n:25:${iban}\n:28C:1\n:60F:C260201CHF0,\n${lines
    .map(
      (line) =>
        `:61:${(line.day ?? '2026-02-20').slice(2).replaceAll('-', '')}C${line.amount.replace('.', ',')}NTRFNONREF\n:86:166?20${line.text}?32${line.name}`,
    )
    .join('\n')}\n:62F:C260228CHF0,\n-`
const csv = (lines: readonly Line[]) =>
  `Kontonummer:;${iban}\nBuchungsdatum;Buchungstext;Gutschrift CHF;Belastung CHF\n${lines.map((line) => `${line.day ?? '2026-02-20'};Gutschrift ${line.name.toUpperCase()} ${line.text};${line.amount};`).join('\n')}\n`

const week: readonly Line[] = [
  { amount: '120.00', name: 'Anna Meier', text: 'Rechnung 10014' },
  { amount: '120.00', name: 'Anna Meier', text: 'Rechnung 10014' },
  { amount: '85.50', name: 'Berta Huber', text: 'Puppenkurs' },
  { amount: '85.50', name: 'Carlo Rossi', text: 'Corso', day: '2026-02-23' },
]

describe('a payment is one, whatever file it comes in', () => {
  test.each([
    ['camt, MT940, CSV', [camt, mt940, csv]],
    ['CSV, camt, MT940', [csv, camt, mt940]],
    ['MT940, CSV, camt', [mt940, csv, camt]],
  ])('%s: twins stay two, and nothing is taken twice', async (_name, [first, ...others]) => {
    expect(await importText('first', first!(week))).toMatchObject({ newCount: 4 })
    for (const other of others) expect(await importText('other', other(week))).toMatchObject({ newCount: 0, knownCount: 4, perhapsCount: 0 })
    expect(await waiting()).toHaveLength(4)
  })

  test('a real second payment in the other format is taken', async () => {
    await importText('a.xml', camt(week))
    const more = [...week, { amount: '120.00', name: 'Anna Meier', text: 'Rechnung 10015' }, { amount: '120.00', name: 'Anna Meier', text: 'Rechnung 10014' }]
    expect(await importText('b.sta', mt940(more))).toMatchObject({ newCount: 2, perhapsCount: 0 })
  })

  test('what only looks the same waits, is never settled by itself, and is decided with one key', async () => {
    await importText('a.xml', camt([{ amount: '33.00', name: 'Anna Meier', text: 'Danke' }]))
    const bare = `:20:X\n:25:${iban}\n:28C:1\n:60F:C260201CHF0,\n:61:260220C33,00NMSCNONREF\n:62F:C260228CHF0,\n-`
    expect(await importText('b.sta', bare)).toMatchObject({ newCount: 1, perhapsCount: 1, matchedCount: 0 })
    const doubtful = (await waiting()).find((line: { perhaps: object | null }) => line.perhaps)
    expect(doubtful.perhaps).toMatchObject({ counterpartyName: 'Anna Meier', remittance: 'Danke' })
    await owner.call('payments.decide-same', { bankTransactionId: doubtful.id, isSame: false })
    expect((await waiting()).filter((line: { perhaps: object | null }) => line.perhaps)).toEqual([])
    await owner.call('payments.decide-same', { bankTransactionId: doubtful.id, isSame: null })
    await owner.call('payments.decide-same', { bankTransactionId: doubtful.id, isSame: true })
    expect(await waiting()).toHaveLength(1)
    await owner.call('payments.unmatch', { bankTransactionId: doubtful.id })
    expect(await waiting()).toHaveLength(2)
  })

  test('a German account by bank code and number is the account of its IBAN', async () => {
    await owner.call('payments.add-bank-account', { name: 'Konto', iban: 'DE89370400440532013000', currency: 'EUR' })
    await importText('a.sta', ':20:X\n:25:37040044/532013000\n:28C:1\n:60F:C260201EUR0,\n:61:260220C33,00NMSCNONREF\n:62F:C260228EUR33,\n-')
    expect((await owner.call('payments.bank-accounts')).accounts).toHaveLength(1)
  })
})

describe('imported files are kept', () => {
  test('as they came, for ten years from the end of the year of their last entry, and once', async () => {
    const text = mt940(week)
    const { bankFileId } = await importText('februar.sta', text)
    await importText('februar copy.sta', text)
    const { files } = await owner.call('payments.bank-files')
    expect(files).toMatchObject([{ id: bankFileId, fileName: 'februar.sta', format: 'mt940', newCount: 4, keepUntil: '2036-12-31', size: text.length }])
    const { content, fileName } = await owner.call('payments.bank-file', { bankFileId })
    expect([Buffer.from(content, 'base64').toString(), fileName]).toEqual([text, 'februar.sta'])
    const stranger = await world.company()
    expect(await stranger.failure('payments.bank-file', { bankFileId })).toBe('not_found')
  })
})

describe('how a table is read is learnt', () => {
  const table = (day: string) => `Bank XY;Auszug vom ${day}\nWann;Wer;Rein;Raus\n${day};Anna Meier;12,00;\n${day};Miete;;900,00\n`
  const layout = { headerRow: 1, columns: { bookedOn: 0, name: 1, credit: 2, debit: 3, text: [] } }

  test('from the person who says it, for the next file of the same headings, also in the watched folder', async () => {
    const preview = await owner.call('payments.preview-bank-file', { fileName: 'a.csv', content: base64(table('20.02.2026')) })
    expect(preview).toMatchObject({ layoutBy: 'guess', newCount: 0 })
    await importText('a.csv', table('20.02.2026'), { layout, currency: 'EUR' })
    const next = `Bank XY;Auszug vom 21.02.2026\nnoch eine Zeile\n${table('21.02.2026').split('\n').slice(1).join('\n')}`
    const again = await owner.call('payments.preview-bank-file', { fileName: 'b.csv', content: base64(next) })
    expect(again).toMatchObject({ layoutBy: 'learnt', newCount: 2, doubts: [], layout: { headerRow: 2 } })
    expect(again.transactions.map((each: { amount: unknown }) => each.amount)).toEqual([
      { amount: '12.00', currency: 'EUR' },
      { amount: '-900.00', currency: 'EUR' },
    ])
    expect(await importText('b.csv', next, {}, world.system(owner))).toMatchObject({ newCount: 2 })
  })

  test('a correction replaces what was learnt, and nothing is learnt from the watched folder', async () => {
    await importText('a.csv', table('20.02.2026'), { layout, currency: 'EUR' })
    const turned = { headerRow: 1, columns: { ...layout.columns, credit: 3, debit: 2 } }
    await importText('b.csv', table('21.02.2026'), { layout: turned, currency: 'EUR' })
    const preview = await owner.call('payments.preview-bank-file', { fileName: 'c.csv', content: base64(table('22.02.2026')) })
    expect(preview.transactions[0].amount).toEqual({ amount: '-12.00', currency: 'EUR' })
    const known = 'Datum;Text;Betrag CHF\n20.02.2026;Anna;5,00\n'
    await importText('d.csv', known, {}, world.system(owner)).catch(() => undefined)
    expect(
      (
        await owner.call('payments.preview-bank-file', {
          fileName: 'd.csv',
          content: base64(known),
          bankAccountId: (await owner.call('payments.bank-accounts')).accounts[0].id,
        })
      ).layoutBy,
    ).toBe('headings')
  })
})
