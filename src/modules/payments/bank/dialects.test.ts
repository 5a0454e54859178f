import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Failure } from '../../../kernel/failure.ts'
import { amountText } from '../../../kernel/money.ts'
import { readBankFile } from './read-bank-file.ts'
import type { BankTransaction } from './transaction.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.codePointAt(0)!)
const read = (text: string | Uint8Array, options = {}): readonly BankTransaction[] =>
  readBankFile(typeof text === 'string' ? bytes(text) : text, options).statements.flatMap((statement) => statement.transactions)
const statement = (entries: string, account = '10020030/1234567') =>
  `:20:START\n:25:${account}\n:28C:1/1\n:60F:C261201EUR100,00\n${entries}\n:62F:C261231EUR100,00\n-\n`
const refusal = (text: string) => {
  try {
    readBankFile(bytes(text))
  } catch (error) {
    if (error instanceof Failure) return [error.code, error.details]
    throw error
  }
  return 'accepted'
}

describe('MT940', () => {
  test('subfields of German banks: purpose, name, account, end-to-end id', () => {
    const [found] = read(
      statement(
        ':61:2611241124CR120,00NTRFNONREF//B1\n:86:166?00GUTSCHRIFT?20EREF+E2E-77?21SVWZ+Rechnung 2026-0014?22 vom 1.11.?30GENODEF1?31DE89370400440532013000?32Bäckerei Müller?33 GmbH',
      ),
    )
    expect(found).toMatchObject({
      counterpartyName: 'Bäckerei Müller GmbH',
      counterpartyIban: 'DE89370400440532013000',
      endToEndId: 'E2E-77',
      remittance: 'Rechnung 2026-0014 vom 1.11.',
      bankReference: 'B1',
    })
  })

  test('words between slashes: ABN AMRO, ING and Rabobank', () => {
    const abn =
      ':61:2611241124C750,00N541NONREF\n:86:/TRTP/SEPA OVERBOEKING/IBAN/NL77RABO0311467415/BIC/RABONL2U/NAME/W. KOELEWIJN EO/REMI/FACTUUR 2026-0014/EREF/NOTPROVIDED'
    const ing =
      ':61:2611241124C750,00NTRFEREF//1\n/TRCD/00100/\n:86:/EREF/E77//CNTP/NL77RABO0311467415/RABONL2U/W. KOELEWIJN EO///REMI/USTD//FACTUUR 2026-0014/'
    const rabo = ':61:261124C750,00N654EREF\n:86:/EREF/E77/ORDP//NAME/W. KOELEWIJN EO/REMI/FACTUUR 2026-0014/ISDT/2026-11-24'
    for (const entry of [abn, ing, rabo])
      expect(read(statement(entry))[0]).toMatchObject({ counterpartyName: 'W. KOELEWIJN EO', remittance: 'FACTUUR 2026-0014' })
    expect(read(statement(abn))[0]).toMatchObject({ counterpartyIban: 'NL77RABO0311467415', endToEndId: null })
    expect(read(statement(ing))[0]).toMatchObject({ counterpartyIban: 'NL77RABO0311467415', endToEndId: 'E77' })
  })

  test('a structured creditor reference between slashes is one', () => {
    const [found] = read(statement(':61:261124C10,00NTRFNONREF\n:86:/REMI/STRD/CUR/RF18539007547034/EREF/X1'))
    expect(found!.reference).toEqual({ kind: 'iso11649', text: 'RF18539007547034' })
  })

  test('the entry day lies in the year nearest to the value day', () => {
    const days = read(statement(':61:2612310102C1,00NTRFA\n:61:2701021231C2,00NTRFB')).map((found) => [found.bookedOn, found.valueOn])
    expect(days).toEqual([
      ['2027-01-02', '2026-12-31'],
      ['2026-12-31', '2027-01-02'],
    ])
  })

  test('RC takes a credit back and RD a debit; the amount may have no cents', () => {
    const found = read(statement(':61:2611241124RC10,NTRFA\n:61:2611241124RD10,5NTRFB\n:61:2611241124D1.234,56NTRFC'))
    expect(found.map((each) => [amountText(each.amount), each.isReversal])).toEqual([
      ['-10.00', true],
      ['10.50', true],
      ['-1234.56', false],
    ])
  })

  test('pages of one account are one statement, with the outer balances', () => {
    const pages =
      ':20:A\n:25:DE89370400440532013000\n:28C:1/1\n:60F:C261124EUR10,00\n:61:261124C5,00NTRFA\n:62M:C261124EUR15,00\n' +
      ':20:A\n:25:DE89370400440532013000\n:28C:1/2\n:60M:C261124EUR15,00\n:61:261124C5,00NTRFA\n:62F:C261124EUR20,00\n-'
    const file = readBankFile(bytes(`{1:F01BANKXXXX}{2:O940}{4:\r\n${pages.replaceAll('\n', '\r\n')}}{5:}`))
    expect(file.doubts).toEqual([])
    expect(file.statements).toHaveLength(1)
    expect([amountText(file.statements[0]!.opening!), amountText(file.statements[0]!.closing!)]).toEqual(['10.00', '20.00'])
    expect(new Set(file.statements[0]!.transactions.map((each) => each.contentHash)).size).toBe(2)
  })

  test('text that looks like a field after a wrap stays text; charges and the amount as ordered are read', () => {
    const [found] = read(statement(':61:261124C95,00NTRFX\n/OCMT/USD100,00/CHGS/EUR2,50/\n:86:Payment at 16\n:26:37 for invoice 7'))
    expect(found).toMatchObject({ remittance: 'Payment at 16 :26:37 for invoice 7', instructed: { minor: 10000n, currency: 'USD' }, charges: { minor: 250n } })
  })

  test('any text is read or refused by name, never broken', () => {
    const piece = fc.constantFrom(
      ':20:',
      ':61:',
      ':86:',
      '2611241124C',
      '1,00',
      'NTRF',
      '?20',
      '?32',
      '\n',
      ':60F:C261124EUR1,00',
      ':62F:',
      '/REMI/',
      'x',
      '-',
      '}',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = `:20:A\n${pieces.join('')}`
        expect(() => {
          try {
            readBankFile(bytes(text))
          } catch (error) {
            if (!(error instanceof Failure)) throw error
          }
        }).not.toThrow()
      }),
    )
  })
})

describe('OFX', () => {
  const sgml = (entries: string, currency = 'CHF') =>
    `OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>${currency}<BANKACCTFROM><BANKID>1<ACCTID>CH2801234000123456789</BANKACCTFROM><BANKTRANLIST>${entries}</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`

  test('elements without an end, in any order, with entities', () => {
    const [one, other] = read(
      sgml(
        '<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20261124120000[+1:CET]<TRNAMT>120.50<FITID>1<NAME>Müller &amp; Co<MEMO>Rechnung 7</STMTTRN><STMTTRN><DTPOSTED>20261125<TRNAMT>-1.234,50<FITID>2</STMTTRN>',
      ),
    )
    expect(one).toMatchObject({ bookedOn: '2026-11-24', counterpartyName: 'Müller & Co', remittance: 'Rechnung 7', bankReference: '1' })
    expect(amountText(other!.amount)).toBe('-1234.50')
  })

  test('a bank that answers an error is quoted', () => {
    expect(refusal('<?xml version="1.0"?><?OFX OFXHEADER="200"?><OFX><STATUS><CODE>15500<SEVERITY>ERROR<MESSAGE>Signon invalid</STATUS></OFX>')).toEqual([
      'ofx_bank_error',
      { code: '15500', message: 'Signon invalid' },
    ])
  })

  test('a payment in another currency says what was ordered', () => {
    const entry = '<STMTTRN><DTPOSTED>20261124<TRNAMT>95.00<FITID>1<ORIGCURRENCY><CURRATE>0.95<CURSYM>EUR</ORIGCURRENCY></STMTTRN>'
    expect(read(sgml(entry))[0]!.instructed).toMatchObject({ minor: 10000n, currency: 'EUR' })
  })
})

describe('encodings', () => {
  const table = 'Datum;Empfänger;Zahlungszweck;Betrag EUR\n24.11.2026;Bäckerei Müller & Söhne;für Größe;5,00\n'
  const codePage850: Readonly<Record<string, number>> = { ä: 0x84, ü: 0x81, ö: 0x94, ß: 0xe1 }
  const windows1250: Readonly<Record<string, number>> = {
    ą: 0xb9,
    ć: 0xe6,
    ę: 0xea,
    ł: 0xb3,
    ń: 0xf1,
    ś: 0x9c,
    ż: 0xbf,
    ó: 0xf3,
    č: 0xe8,
    ř: 0xf8,
    š: 0x9a,
    ě: 0xec,
    á: 0xe1,
  }
  const latin2: Readonly<Record<string, number>> = { ...windows1250, ą: 0xb1, ś: 0xb6, š: 0xb9 }
  const by = (map: Readonly<Record<string, number>>, text: string) => Uint8Array.from(text, (letter) => map[letter] ?? letter.codePointAt(0)!)
  const utf16 = (text: string, isBig: boolean, mark: boolean) => {
    const units = [...(mark ? [0xfeff] : []), ...Array.from(text, (letter) => letter.charCodeAt(0))]
    return Uint8Array.from(units.flatMap((unit) => (isBig ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])))
  }
  test.each<[string, Uint8Array]>([
    ['UTF-8', bytes(table)],
    ['UTF-8 with a mark', bytes(`\uFEFF${table}`)],
    ['Windows-1252', latin(table)],
    ['code page 850', by(codePage850, table)],
    ['UTF-16 little with a mark', utf16(table, false, true)],
    ['UTF-16 big with a mark', utf16(table, true, true)],
    ['UTF-16 without a mark', utf16(table, false, false)],
  ])('%s', (_name, content) => {
    expect(read(content)[0]).toMatchObject({ counterpartyName: 'Bäckerei Müller & Söhne', remittance: 'für Größe' })
  })
  test.each([
    ['Windows-1250', windows1250],
    ['ISO 8859-2', latin2],
  ])('Polish and Czech in %s', (_name, map) => {
    const polish = 'Data operacji;Nadawca;Tytuł operacji;Kwota;Waluta\n24.11.2026;Michał Wiśniewski;opłata za świecę;5,00;PLN\n'
    expect(read(by(map, polish))[0]).toMatchObject({ counterpartyName: 'Michał Wiśniewski', remittance: 'opłata za świecę' })
    const czech = 'Datum zaúčtování;Název protiúčtu;Zpráva;Částka;Měna\n24.11.2026;Jiří Dvořák;dárek;5,00;CZK\n'
    const letters = { ...map, ú: 0xfa, í: 0xed, ý: 0xfd, Č: 0xc8 }
    expect(read(by(letters, czech))[0]).toMatchObject({ counterpartyName: 'Jiří Dvořák', remittance: 'dárek' })
  })
})

describe('headings of many countries', () => {
  test.each([
    ['es', 'Fecha operación;Fecha valor;Concepto;Ordenante;Importe;Divisa\n24/11/2026;24/11/2026;Factura 7;Ana;1.234,50;EUR'],
    ['es debe/haber', 'Fecha;Descripción;Cargo;Abono;Saldo;Moneda\n24/11/2026;Factura 7;;1.234,50;9,00;EUR'],
    ['pt', 'Data Mov;Data valor;Descrição;Montante;Moeda\n24-11-2026;24-11-2026;Fatura 7;1.234,50;EUR'],
    [
      'nl',
      'Datum;Naam / Omschrijving;Rekening;Tegenrekening;Code;Af Bij;Bedrag (EUR);Mededelingen\n20261124;Anna;NL91ABNA0417164300;NL77RABO0311467415;GT;Bij;1234,50;Factuur 7',
    ],
    ['pl', 'Data księgowania;Nadawca / Odbiorca;Tytuł;Kwota;Waluta\n2026-11-24;Anna;Faktura 7;1 234,50;EUR'],
    ['hu', 'Könyvelés dátuma;Partner neve;Közlemény;Összeg;Devizanem\n2026. 11. 24.;Anna;Számla 7;1 234,50;EUR'],
    ['sv', 'Bokföringsdag;Belopp;Avsändare;Meddelande;Valuta\n2026-11-24;1234,50;Anna;Faktura 7;EUR'],
    ['da', 'Dato;Tekst;Beløb;Valuta\n24-11-2026;Faktura 7;1.234,50;EUR'],
    ['fi', 'Kirjauspäivä;Saaja/Maksaja;Viesti;Määrä;Valuutta\n24.11.2026;Anna;Lasku 7;1234,50;EUR'],
    ['US', 'Date,Description,Amount,Currency\n"Nov 24, 2026",Invoice 7,"1,234.50",EUR'],
    ['debit by a letter behind', 'Datum;Text;Betrag;Währung\n24.11.2026;a;1.234,50 H;EUR'],
  ])('%s', (_name, text) => {
    const [found] = read(`${text}\n`)
    expect([found!.bookedOn, amountText(found!.amount), found!.amount.currency]).toEqual(['2026-11-24', '1234.50', 'EUR'])
  })

  test('our own account is told from the other side', () => {
    const rows = ['DE89370400440532013000', 'DE89370400440532013000', 'DE89370400440532013000'].map((iban) => `24.11.2026;a;5,00;EUR;${iban}`)
    const file = readBankFile(bytes(`Datum;Text;Betrag;Währung;IBAN\n${rows.join('\n')}\n`))
    expect(file.statements[0]!.account.iban).toBe('DE89370400440532013000')
    expect(file.statements[0]!.transactions[0]!.counterpartyIban).toBeNull()
  })
})
