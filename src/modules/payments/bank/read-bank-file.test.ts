import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Failure } from '../../../kernel/failure.ts'
import { amountText } from '../../../kernel/money.ts'
import { readBankFile } from './read-bank-file.ts'
import { unknownOf, type BankFile, type BankTransaction } from './transaction.ts'
import { processorMilliseconds } from '../../../../tests/processor-time.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

function camt(entries: string, options: { message?: string; version?: string; iban?: string } = {}): string {
  const { message = 'BkToCstmrStmt/Stmt', version = 'camt.053.001.08', iban = 'CH2801234000123456789' } = options
  const [root, statement] = message.split('/')
  return `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:${version}"><${root}><${statement}>
    <Acct><Id><IBAN>${iban}</IBAN></Id><Ccy>CHF</Ccy></Acct>${entries}</${statement}></${root}></Document>`
}

function entry(options: { amount: string; sign?: string; status?: string; reference?: string; details?: string }): string {
  const { amount, sign = 'CRDT', status = '<Sts><Cd>BOOK</Cd></Sts>', reference = '', details = '' } = options
  return `<Ntry><Amt Ccy="CHF">${amount}</Amt><CdtDbtInd>${sign}</CdtDbtInd>${status}<BookgDt><Dt>2026-11-20</Dt></BookgDt>
    <ValDt><DtTm>2026-11-21T00:00:00+01:00</DtTm></ValDt>${reference ? `<AcctSvcrRef>${reference}</AcctSvcrRef>` : ''}
    <NtryDtls>${details}</NtryDtls><AddtlNtryInf>Gutschrift</AddtlNtryInf></Ntry>`
}

const part = (amount: string, name: string, remittance: string) =>
  `<TxDtls><Amt Ccy="CHF">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><RltdPties><Dbtr><Pty><Nm>${name}</Nm></Pty></Dbtr>
   <DbtrAcct><Id><IBAN>CH44 0900 0000 4959 6277 9</IBAN></Id></DbtrAcct></RltdPties><RmtInf>${remittance}</RmtInf></TxDtls>`

const qr = '<Strd><CdtrRefInf><Tp><CdOrPrtry><Prtry>QRR</Prtry></CdOrPrtry></Tp><Ref>210000000003139471430009017</Ref></CdtrRefInf></Strd>'

function read(text: string, options = {}): readonly BankTransaction[] {
  return readBankFile(bytes(text), options).statements.flatMap((statement) => statement.transactions)
}

function refusal(input: Uint8Array | string): string {
  try {
    readBankFile(typeof input === 'string' ? bytes(input) : input)
  } catch (error) {
    if (error instanceof Failure) return error.code
    throw error
  }
  return 'accepted'
}

describe('camt', () => {
  test('a booked entry becomes one transaction with payer, reference and text', () => {
    const [found] = read(camt(entry({ amount: '120.5', reference: 'B1', details: part('120.5', 'Müller &amp; S&#246;hne', `${qr}<Ustrd>Danke</Ustrd>`) })))
    expect(found).toMatchObject({
      bookedOn: '2026-11-20',
      valueOn: '2026-11-21',
      counterpartyName: 'Müller & Söhne',
      counterpartyIban: 'CH4409000000495962779',
      reference: { kind: 'qr', text: '210000000003139471430009017' },
      remittance: 'Danke',
      bankReference: 'B1',
    })
    expect(amountText(found!.amount)).toBe('120.50')
  })

  test('a batch becomes its parts, and what the bank kept is a line of its own', () => {
    const details = part('100', 'Anna', '<Ustrd>A</Ustrd>') + part('50', 'Berta', '<Ustrd>B</Ustrd>')
    const file = readBankFile(bytes(camt(entry({ amount: '148.80', details }))))
    expect(file.statements[0]!.transactions.map((found) => amountText(found.amount))).toEqual(['100.00', '50.00', '-1.20'])
    expect(file.doubts).toContain('batch_difference')
  })

  test('what is only announced is skipped and said', () => {
    const file = readBankFile(bytes(camt(entry({ amount: '5', status: '<Sts>PDNG</Sts>' }) + entry({ amount: '6', status: '<Sts>BOOK</Sts>' }))))
    expect(file.statements[0]!.transactions).toHaveLength(1)
    expect(file.skipped).toEqual([{ line: 1, reason: 'not_booked' }])
  })

  test('money that went out is negative and names the one who got it', () => {
    const details =
      '<TxDtls><RltdPties><Dbtr><Nm>Wir</Nm></Dbtr><DbtrAcct><Id><IBAN>CH2801234000123456789</IBAN></Id></DbtrAcct><Cdtr><Nm>Vermieter</Nm></Cdtr></RltdPties></TxDtls>'
    const [found] = read(camt(entry({ amount: '900', sign: 'DBIT', details })))
    expect([amountText(found!.amount), found!.counterpartyName]).toEqual(['-900.00', 'Vermieter'])
  })

  test('a message of any version and any of the three kinds is read, with or without a name space prefix', () => {
    const kinds = { 'camt.053': 'BkToCstmrStmt/Stmt', 'camt.052': 'BkToCstmrAcctRpt/Rpt', 'camt.054': 'BkToCstmrDbtCdtNtfctn/Ntfctn' }
    for (const [name, message] of Object.entries(kinds)) {
      for (let version = 2; version <= 13; version += 1) {
        const full = `${name}.001.${String(version).padStart(2, '0')}`
        const text = camt(entry({ amount: '1' }), { message, version: full })
        const file = readBankFile(bytes(text))
        expect(file.format).toBe(full)
        const prefixed = text.replace(/<(\/?)([A-Z])/g, '<$1ns2:$2').replace('xmlns=', 'xmlns:ns2=')
        expect(readBankFile(bytes(prefixed)).statements[0]!.transactions).toEqual(file.statements[0]!.transactions)
      }
    }
  })

  test('balances that do not add up are said', () => {
    const balance = (code: string, amount: string) =>
      `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="CHF">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>`
    const good = camt(balance('OPBD', '10') + balance('CLBD', '15') + entry({ amount: '5' }))
    const wrong = camt(balance('OPBD', '10') + balance('CLBD', '16') + entry({ amount: '5' }))
    expect(readBankFile(bytes(good)).doubts).toEqual([])
    expect(readBankFile(bytes(wrong)).doubts).toEqual(['balance_differs'])
  })
})

describe('a transaction is known by its content', () => {
  const anna = entry({ amount: '5', details: part('5', 'Anna', '<Ustrd>x</Ustrd>') })
  const berta = entry({ amount: '7', details: part('7', 'Berta', '<Ustrd>y</Ustrd>') })
  const known = (transactions: readonly BankTransaction[]) => ({
    contentHashes: new Set(transactions.map((found) => found.contentHash)),
    bookingHashes: new Set(transactions.flatMap((found) => found.bookingHash ?? [])),
  })

  test('the same file again brings nothing new, an overlapping one only the rest', () => {
    const first = read(camt(anna + berta))
    expect(unknownOf(read(camt(anna + berta)), known(first))).toEqual([])
    expect(unknownOf(read(camt(berta + entry({ amount: '9' }))), known(first)).map((found) => amountText(found.amount))).toEqual(['9.00'])
  })

  test('twins in one file are two payments, in two files one each time', () => {
    const twins = read(camt(anna + anna))
    expect(new Set(twins.map((found) => found.contentHash)).size).toBe(2)
    expect(unknownOf(read(camt(anna)), known(twins))).toEqual([])
    expect(unknownOf(twins, known(read(camt(anna))))).toHaveLength(1)
  })

  test('a booking that came as one line is not taken again in parts', () => {
    const whole = read(camt(entry({ amount: '12', reference: 'BATCH-1' })))
    const split = read(camt(entry({ amount: '12', reference: 'BATCH-1', details: part('5', 'Anna', '') + part('7', 'Berta', '') })))
    expect(split).toHaveLength(2)
    expect(unknownOf(split, known(whole))).toEqual([])
    expect(unknownOf(whole, known(split))).toEqual([])
  })
})

describe('CSV', () => {
  test('a Swiss export: lines above the header, apostrophes, debit and credit columns, Windows-1252', () => {
    const text =
      'Kontonummer:;CH28 0123 4000 1234 5678 9\nWährung:;CHF\n\nBuchungsdatum;Valuta;Buchungstext;Belastung;Gutschrift;Saldo\n' +
      "20.11.26;21.11.26;Gutschrift Zoë Müller;;1'234.50;5'000.00\n19.11.26;19.11.26;Miete;-2'000.00;;3'765.50\nTotal;;;;;\n"
    const encoded = Uint8Array.from(text, (letter) => letter.codePointAt(0)!)
    const file = readBankFile(encoded)
    expect(file.statements[0]!.account).toMatchObject({ iban: 'CH2801234000123456789', currency: 'CHF' })
    expect(file.statements[0]!.transactions.map((found) => [found.bookedOn, amountText(found.amount), found.remittance])).toEqual([
      ['2026-11-20', '1234.50', 'Gutschrift Zoë Müller'],
      ['2026-11-19', '-2000.00', 'Miete'],
    ])
    expect(file.skipped).toEqual([])
  })

  test.each([
    ['de', 'Buchungstag;Valutadatum;Auftraggeber/Empfänger;Verwendungszweck;Betrag;Währung\n24.11.2026;24.11.2026;Anna;Rechnung 7;1.234,50;EUR\n'],
    ['fr', 'Date opération;Date valeur;Libellé;Débit;Crédit;Devise\n24/11/2026;24/11/2026;Anna;;1 234,50;EUR\n'],
    ['it', 'Data contabile;Data valuta;Descrizione;Dare;Avere;Divisa\n24/11/2026;24/11/2026;Anna;;1.234,50;EUR\n'],
    ['en', 'Booking date,Value date,Counterparty name,Description,Amount (EUR)\n24 Nov 2026,2026-11-24,Anna,Invoice 7,"1,234.50"\n'],
    ['tabs', 'Date\tPayee\tAmount EUR\n20261124\tAnna\t1234.50\n'],
  ])('the columns are proposed from header words: %s', (_language, text) => {
    const [found] = read(text)
    expect([found!.bookedOn, amountText(found!.amount), found!.amount.currency]).toEqual(['2026-11-24', '1234.50', 'EUR'])
  })

  test('the sign may stand in a column of its own, or behind the amount, or as brackets', () => {
    expect(read('Datum;Text;Betrag EUR;Soll/Haben\n24.11.2026;a;5,00;S\n24.11.2026;b;6,00;H\n').map((found) => amountText(found.amount))).toEqual([
      '-5.00',
      '6.00',
    ])
    expect(read('Datum;Text;Betrag EUR\n24.11.2026;a;5,00-\n24.11.2026;b;(6,00)\n').map((found) => amountText(found.amount))).toEqual(['-5.00', '-6.00'])
  })

  test('days that read both ways are taken day first, and said', () => {
    const file = readBankFile(bytes('Date,Text,Amount USD\n03/04/2026,a,1.00\n'))
    expect(file.statements[0]!.transactions[0]!.bookedOn).toBe('2026-04-03')
    expect(file.doubts).toContain('day_order_guessed')
    expect(read('Date,Text,Amount USD\n03/04/2026,a,1.00\n03/14/2026,b,1.00\n')[0]!.bookedOn).toBe('2026-03-04')
  })

  test('a line with money that cannot be read is said, never dropped in silence', () => {
    const file = readBankFile(bytes('Datum;Text;Betrag EUR\n24.11.2026;a;5,00\nmorgen;b;6,00\n24.11.2026;c;viel\n;d;7,00\n'))
    expect(file.skipped).toEqual([
      { line: 3, reason: 'day_unreadable' },
      { line: 4, reason: 'amount_unreadable' },
      { line: 5, reason: 'day_missing' },
    ])
  })

  test('the person may name the columns', () => {
    const layout = { headerRow: -1, columns: { bookedOn: 0, debit: 4, credit: 3, text: [1] } }
    expect(
      read('18.09.2017;LIDL;18.09.2017;;24,11\n20.09.2017;Lohn;20.09.2017;24,00;\n', { layout, currency: 'EUR' }).map((found) => amountText(found.amount)),
    ).toEqual(['-24.11', '24.00'])
  })
})

describe('a hostile or broken file is refused by name, at once', () => {
  const big = 3_000_000
  test.each<[string, string, () => Uint8Array | string]>([
    ['an entity bomb', 'xml_doctype_refused', () => '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "xx">]><Document>&x;</Document>'],
    ['an outside entity', 'xml_doctype_refused', () => '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'],
    ['deep nesting', 'xml_malformed', () => '<a>'.repeat(100_000)],
    ['endless elements', 'xml_too_large', () => '<a/>'.repeat(big)],
    ['open comments', 'xml_malformed', () => '<!--'.repeat(100_000)],
    ['repeated attributes', 'xml_malformed', () => `<a ${'b="1" '.repeat(400_000)}/>`],
    ['another document', 'camt_not_a_statement', () => '<html><body>hello</body></html>'],
    ['a garbled amount', 'camt_amount_malformed', () => camt(entry({ amount: '12..34' }))],
    ['too many bytes', 'bank_file_too_large', () => new Uint8Array(21 * 1024 * 1024)],
    ['nothing', 'bank_file_empty', () => ''],
    ['a picture', 'bank_file_unreadable', () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])],
    ['a PDF', 'bank_file_unreadable', () => '%PDF-1.7 and so on'],
    ['one endless CSV line', 'csv_malformed', () => 'x'.repeat(big)],
    ['an open quotation mark', 'csv_malformed', () => `Datum;Betrag EUR\n"${'x;'.repeat(big)}`],
    ['endless separators', 'csv_too_many_rows', () => ';'.repeat(big)],
    ['a letter', 'csv_columns_unknown', () => 'Dear bank,\nplease send me my statement, thank you.\n'],
    ['no currency', 'csv_currency_unknown', () => 'Datum;Text;Betrag\n24.11.2026;a;5,00\n'],
    ['only a header', 'csv_no_transactions', () => 'Datum;Text;Betrag EUR\n'],
  ])('%s: %s', (_what, code, make) => {
    const input = make()
    const started = processorMilliseconds()
    expect(refusal(input)).toBe(code)
    expect(processorMilliseconds() - started).toBeLessThan(2000)
  })

  test('whatever the bytes, the answer is a file or a named failure', () => {
    const fragments = fc.constantFrom(
      '<',
      '>',
      '</',
      '<a',
      '<Document>',
      '&#xD800;',
      '&amp;',
      '<![CDATA[',
      ']]>',
      '<?',
      '"',
      ';',
      ',',
      '\n',
      '\t',
      'Datum',
      'Betrag',
      '1.2',
      '24.11.2026',
      '-',
      "'",
      '__proto__',
      '\uFEFF',
      'é',
    )
    fc.assert(
      fc.property(
        fc.array(fragments, { maxLength: 60 }).map((list) => list.join('')),
        (text) => typeof refusal(text) === 'string',
      ),
      { numRuns: 1000 },
    )
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (input) => typeof refusal(input) === 'string'),
      { numRuns: 500 },
    )
  })

  test('a damaged statement is read or refused, and reading twice says the same', () => {
    const whole = camt(entry({ amount: '12', reference: 'B', details: part('5', 'A', qr) + part('7', 'B', '') }))
    const damaged = fc
      .tuple(fc.nat(whole.length), fc.nat(20), fc.string({ maxLength: 5 }))
      .map(([at, cut, put]) => whole.slice(0, at) + put + whole.slice(at + cut))
    fc.assert(
      fc.property(damaged, (text) => {
        const once = outcome(text)
        expect(outcome(text)).toEqual(once)
      }),
      { numRuns: 300 },
    )
  })

  function outcome(text: string): BankFile | string {
    return refusal(text) === 'accepted' ? readBankFile(bytes(text)) : refusal(text)
  }
})
