import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Failure } from '../../../kernel/failure.ts'
import { draftsFromTable } from './drafts-from-table.ts'
import { proposeMapping } from './propose-mapping.ts'
import { readCsv } from './read-csv.ts'
import { processorMilliseconds } from '../../../../tests/processor-time.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string, mark: number[] = []) => Uint8Array.from([...mark, ...Buffer.from(text, 'utf16le')])
const western = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))

function draftsOf(text: string) {
  const table = readCsv(utf8(text))
  return draftsFromTable(table, proposeMapping(table)).rows
}

function mappingOf(header: string, row: string) {
  const table = readCsv(utf8(`${header}\n${row}\n`))
  return proposeMapping(table).map((target) => `${target.field}${target.group && `/${target.group}`}`)
}

describe('a CSV file is read', () => {
  test('in every usual encoding', () => {
    const text = 'Vorname;Nachname\r\nJörg;Müller\r\n'
    const files = [
      utf8(text),
      utf8(`\ufeff${text}`),
      western(text),
      utf16(text),
      utf16(text, [0xff, 0xfe]),
      Uint8Array.from([0xfe, 0xff, ...Buffer.from(text, 'utf16le').swap16()]),
    ]
    expect(files.map((file) => readCsv(file)).map((table) => [table.encoding, table.header[0], table.rows[0]?.cells])).toEqual(
      ['utf-8', 'utf-8', 'windows-1252', 'utf-16le', 'utf-16le', 'utf-16be'].map((encoding) => [encoding, 'Vorname', ['Jörg', 'Müller']]),
    )
  })

  test('with every usual separator, and quotes that hold others', () => {
    for (const separator of [',', ';', '\t', '|']) {
      const table = readCsv(utf8(`Name${separator}Note\n"A; B, C"${separator}"says ""hi""\nsecond line"\n`))
      expect(table.separator).toBe(separator)
      expect(table.rows[0]?.cells).toEqual(['A; B, C', 'says "hi"\nsecond line'])
    }
    expect(readCsv(utf8('sep=|\nName|Ort\nA|B,C,D\n')).rows).toEqual([{ line: 3, cells: ['A', 'B,C,D'] }])
  })

  test('without a header, by what its columns hold', () => {
    const rows = draftsOf('Marie Dupont,marie@example.fr,+33 6 12 34 56 78\nJo Li,jo@example.fr,06 12 34 56 79\n')
    expect(rows.map((row) => row.draft.emails[0]?.value)).toEqual(['marie@example.fr', 'jo@example.fr'])
    expect(rows[0]?.draft.phones[0]?.value).toBe('+33 6 12 34 56 78')
  })
})

describe('the mapping is proposed from the header', () => {
  test('of Outlook in English', () => {
    const header =
      'Title,First Name,Last Name,Company,Job Title,Business Street,Business Street 2,Business City,Business State,Business Postal Code,Business Country/Region,Home Street,Home City,Home Phone,Business Phone,Mobile Phone,E-mail Address,E-mail Type,E-mail 2 Address,E-mail Display Name,Birthday,Notes,Priority'
    const [row] = draftsOf(
      `${header}\n,Marie,Dupont,Acme,CEO,Main St 1,Floor 2,Bern,BE,3000,Switzerland,Weg 2,Thun,033 1112233,031 1112233,079 1112233,m@acme.example,SMTP,m@home.example,"Marie (m@acme.example)",0/0/00,hello,Normal`,
    )
    expect(row?.draft).toMatchObject({ name: 'Marie Dupont', organisation: 'Acme', jobTitle: 'CEO', birthDay: null, note: 'hello', attributes: [] })
    expect(row?.draft.addresses).toEqual([
      { label: 'work', street: 'Main St 1\nFloor 2', postalCode: '3000', city: 'Bern', region: 'BE', country: 'CH', isPreferred: true },
      { label: 'home', street: 'Weg 2', postalCode: '', city: 'Thun', region: '', country: '', isPreferred: false },
    ])
    expect(row?.draft.phones.map((phone) => phone.label)).toEqual(['home', 'work', 'mobile'])
    expect(row?.draft.emails.map((email) => email.value)).toEqual(['m@acme.example', 'm@home.example'])
  })

  test('of Google', () => {
    const header =
      'First Name,Last Name,Organization Name,Birthday,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Label,Address 1 - Street,Address 1 - City,Address 1 - Postal Code,Address 1 - Country'
    const [row] = draftsOf(
      `${header}\nMarie,Dupont,,1980-03-22,,* myContacts,* Work,a@example.org ::: b@example.org,Mobile,+41791112233,Home,Seestrasse 1,Zürich,8002,CH`,
    )
    expect(row?.draft.emails).toEqual([
      { label: 'work', value: 'a@example.org', isPreferred: true },
      { label: 'work', value: 'b@example.org', isPreferred: false },
    ])
    expect(row?.draft.phones[0]?.label).toBe('mobile')
    expect(row?.draft.addresses[0]).toMatchObject({ label: 'home', city: 'Zürich', postalCode: '8002', country: 'CH' })
    expect(row?.draft.attributes).toEqual([])
  })

  test('in German, French and Italian', () => {
    expect(
      mappingOf(
        'Vorname;Name;Firma;Straße geschäftlich;Ort geschäftlich;Postleitzahl geschäftlich;Land/Region geschäftlich;E-Mail-Adresse;E-Mail 2: Adresse;Mobiltelefon;Geburtstag;Sprache;Hund',
        'a;b;c;d;e;1;CH;a@b.ch;b@b.ch;079;1.2.1980;Deutsch;Bello',
      ),
    ).toEqual([
      'givenName',
      'familyName',
      'organisation',
      'street/work',
      'city/work',
      'postalCode/work',
      'country/work',
      'email',
      'email/2',
      'phone/mobile',
      'birthDay',
      'language',
      'attribute',
    ])
    expect(
      mappingOf(
        'Prénom;Nom;Société;Rue (domicile);Ville (domicile);Code postal (domicile);Pays;Courriel;Tél. mobile;Date de naissance',
        'a;b;c;d;e;1;CH;a@b.ch;079;1.2.1980',
      ),
    ).toEqual(['givenName', 'familyName', 'organisation', 'street/home', 'city/home', 'postalCode/home', 'country', 'email', 'phone/mobile', 'birthDay'])
    expect(
      mappingOf(
        'Nome;Cognome;Azienda;Via (uff.);Città (uff.);CAP (uff.);Partita IVA;Posta elettronica;Cellulare;Data di nascita',
        'a;b;c;d;e;1;IT1;a@b.ch;079;1.2.1980',
      ),
    ).toEqual(['givenName', 'familyName', 'organisation', 'street/work', 'city/work', 'postalCode/work', 'vatNumber', 'email', 'phone/mobile', 'birthDay'])
    expect(mappingOf('Nom;Email;E-mail', 'a;a@b.ch;c@b.ch')).toEqual(['name', 'email', 'email/2'])
  })
})

describe('a hostile CSV file is refused', () => {
  const codeOf = (bytes: Uint8Array) => {
    try {
      const table = readCsv(bytes)
      draftsFromTable(table, proposeMapping(table))
      return 'read'
    } catch (error) {
      return error instanceof Failure ? error.code : `bug: ${String(error)}`
    }
  }

  test('beyond its size, rows, columns, lines and fields, each within a second', () => {
    const timed = (bytes: Uint8Array) => {
      const started = processorMilliseconds()
      const code = codeOf(bytes)
      expect(processorMilliseconds() - started).toBeLessThan(5_000)
      return code
    }
    expect(timed(new Uint8Array(11 * 1024 * 1024))).toBe('import_file_too_large')
    expect(timed(utf8('a,b\n'.repeat(2_000_000)))).toBe('import_too_many_rows')
    expect(timed(utf8(','.repeat(10_000_000)))).toBe('import_line_too_long')
    expect(timed(utf8(`${','.repeat(50_000)}\n`.repeat(200)))).toBe('import_too_many_columns')
    expect(timed(utf8(`a,b\n"${'x\n'.repeat(4_000_000)}`))).toBe('import_line_too_long')
    expect(timed(utf8(`a,b\n${'x'.repeat(10_001)},1\n`))).toBe('import_field_too_long')
    expect(timed(utf8(`a,b\n${'"'.repeat(9_000_000)},1\n`))).toBe('import_line_too_long')
  })

  test('that is no table', () => {
    expect(codeOf(new Uint8Array(0))).toBe('import_empty')
    expect(codeOf(utf8('hello'))).toBe('import_not_csv')
    expect(codeOf(new Uint8Array([0, 1, 2, 0, 0, 0, 5, 0, 0]))).toBe('import_not_text')
  })

  test('with any bytes whatever: a Failure or drafts, never a bug', () => {
    const piece = fc.oneof(
      fc.constantFrom('"', ',', ';', '\n', '\r\n', '\t', '__proto__', 'Name', 'E-mail', 'constructor', '0/0/00', 'a@b.ch', ' ::: '),
      fc.string(),
    )
    const isSafe = (bytes: Uint8Array) => {
      expect(codeOf(bytes)).not.toMatch(/^bug/)
    }
    fc.assert(
      fc.property(fc.array(piece), (pieces) => isSafe(utf8(pieces.join('')))),
      { numRuns: 400 },
    )
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), isSafe), { numRuns: 400 })
  })
})
