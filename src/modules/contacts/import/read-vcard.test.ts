import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Failure } from '../../../kernel/failure.ts'
import { readVcard } from './read-vcard.ts'
import { processorMilliseconds } from '../../../../tests/processor-time.ts'

const fixtures = '../shared/fixtures/import/mangstadt+ez-vcard/src/test/resources/ezvcard/io/text'

function read(...lines: string[]) {
  return readVcard(new TextEncoder().encode(lines.join('\r\n')))
}

function one(...lines: string[]) {
  const [row] = read('BEGIN:VCARD', ...lines, 'END:VCARD').rows
  if (!row) throw new Error('no row')
  return row
}

describe('a vCard is read', () => {
  test('of version 4, with kind, language, zone and preferences', () => {
    const { draft, problems } = one(
      'VERSION:4.0',
      'KIND:individual',
      'FN:Zoë Müller',
      'N:Müller;Zoë;;;',
      'EMAIL;TYPE=home:zoe@example.ch',
      'EMAIL;TYPE=work;PREF=1:Zoe@Firma.example',
      'TEL;VALUE=uri;TYPE="work,voice":tel:+41-44-555-12-12',
      'ADR;TYPE=home:;;Seestrasse 1;Zürich;ZH;8002;Schweiz',
      'BDAY:19800322',
      'LANG:de-CH',
      'TZ:Europe/Zurich',
      'NOTE:mag\\, Hunde\\nsehr',
    )
    expect(problems).toEqual([])
    expect(draft).toMatchObject({
      kind: 'person',
      name: 'Zoë Müller',
      givenName: 'Zoë',
      familyName: 'Müller',
      birthDay: '1980-03-22',
      language: 'de',
      zone: 'Europe/Zurich',
      note: 'mag, Hunde\nsehr',
    })
    expect(draft.emails).toEqual([
      { label: 'home', value: 'zoe@example.ch', isPreferred: false },
      { label: 'work', value: 'zoe@firma.example', isPreferred: true },
    ])
    expect(draft.phones).toEqual([{ label: 'work', value: '+41-44-555-12-12', isPreferred: true }])
    expect(draft.addresses[0]).toMatchObject({ street: 'Seestrasse 1', postalCode: '8002', city: 'Zürich', region: 'ZH', country: 'CH' })
  })

  test('of version 2.1, with quoted-printable in its own character set', () => {
    const { draft } = one(
      'VERSION:2.1',
      'N;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:M=FCller;J=F6rg',
      'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=B6rg =',
      'M=C3=BCller',
      'TEL;CELL;VOICE:079 555 12 12',
      'NOTE;ENCODING=QUOTED-PRINTABLE:erste=0D=0Azweite',
    )
    expect(draft).toMatchObject({ name: 'Jörg Müller', familyName: 'Müller', givenName: 'Jörg', note: 'erste\nzweite' })
    expect(draft.phones[0]).toMatchObject({ label: 'mobile', value: '079 555 12 12' })
  })

  test('with folded lines and with groups that name their property', () => {
    const { draft } = one(
      'VERSION:3.0',
      'FN:Anna Ver',
      ' y Long',
      'item1.EMAIL:anna@example.org',
      'item1.X-ABLabel:_$!<HomePage>!$_',
      'item2.TEL:12345',
      'item2.X-ABLabel:Büro',
    )
    expect(draft.name).toBe('Anna Very Long')
    expect(draft.emails[0]?.label).toBe('HomePage')
    expect(draft.phones[0]?.label).toBe('Büro')
  })

  test('as an organisation when it has only a company, or says so', () => {
    expect(one('VERSION:3.0', 'N:;;;;', 'ORG:Acme GmbH;Einkauf', 'FN:').draft).toMatchObject({ kind: 'organisation', name: 'Acme GmbH', organisation: '' })
    expect(one('VERSION:3.0', 'FN:Acme GmbH', 'ORG:Acme GmbH', 'X-ABShowAs:COMPANY').draft).toMatchObject({ kind: 'organisation', name: 'Acme GmbH' })
    expect(one('VERSION:3.0', 'FN:Jo Li', 'ORG:Acme').draft).toMatchObject({ kind: 'person', organisation: 'Acme' })
  })

  test('without its groups, its pictures and the cards inside it', () => {
    const { rows, passedOver } = read(
      'BEGIN:VCARD',
      'VERSION:2.1',
      'FN:Eva',
      'PHOTO;ENCODING=BASE64:',
      ` ${'A'.repeat(200_000)}`,
      '',
      'AGENT:',
      'BEGIN:VCARD',
      'FN:Inner',
      'END:VCARD',
      'END:VCARD',
      'BEGIN:VCARD',
      'KIND:group',
      'FN:Friends',
      'END:VCARD',
    )
    expect(rows.map((row) => row.draft.name)).toEqual(['Eva'])
    expect(passedOver).toBe(1)
  })
})

describe('what is not understood is named and kept in the note', () => {
  test('a malformed e-mail, a birthday without a year, a strange country', () => {
    const { draft, problems } = one('FN:Eva', 'EMAIL:eva at example', 'BDAY:--0322', 'ADR:;;Weg 1;Ort;;1;Atlantis')
    expect(problems).toEqual(['birth_year_missing', 'country_unknown', 'email_malformed'])
    expect(draft.note).toBe('--0322\neva at example')
    expect(draft.addresses[0]).toMatchObject({ street: 'Weg 1\nAtlantis', country: '' })
  })

  test('a card that the end of the file cuts off', () => {
    expect(read('BEGIN:VCARD', 'FN:Eva', 'EMAIL:eva@example.org').rows[0]).toMatchObject({ problems: ['card_not_closed'], draft: { name: 'Eva' } })
  })
})

describe('a hostile vCard is refused', () => {
  const codeOf = (bytes: Uint8Array) => {
    try {
      readVcard(bytes)
      return 'read'
    } catch (error) {
      return error instanceof Failure ? error.code : 'bug'
    }
  }
  const text = (content: string) => new TextEncoder().encode(content)

  test('beyond its size, its cards, its lines and its fields, within a second', () => {
    const started = processorMilliseconds()
    expect(codeOf(new Uint8Array(50 * 1024 * 1024))).toBe('import_file_too_large')
    expect(codeOf(text('BEGIN:VCARD\nFN:a\nEND:VCARD\n'.repeat(20_001)))).toBe('import_too_many_rows')
    expect(codeOf(text(`BEGIN:VCARD\nFN:${'a'.repeat(9_000_000)}`))).toBe('import_line_too_long')
    expect(codeOf(text(`BEGIN:VCARD\nFN:a\n${' a\n'.repeat(3_000_000)}`))).toBe('import_line_too_long')
    expect(codeOf(text(`BEGIN:VCARD\nNOTE:${'a'.repeat(10_001)}\nEND:VCARD`))).toBe('import_field_too_long')
    expect(codeOf(text('BEGIN:VCARD\n'.repeat(800_000)))).toBe('read')
    expect(processorMilliseconds() - started).toBeLessThan(10_000)
  })

  test('that is something else', () => {
    expect(codeOf(text('hello'))).toBe('import_not_vcard')
    expect(codeOf(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 0, 0, 9, 9]))).toBe('import_not_text')
    expect(codeOf(new Uint8Array(0))).toBe('import_not_vcard')
  })

  test('with any bytes whatever: a Failure or drafts, never a bug', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'BEGIN:VCARD\n',
        'END:VCARD\r\n',
        'N:',
        'FN;ENCODING=QUOTED-PRINTABLE:=',
        'ADR;TYPE="',
        'BDAY:',
        ' ',
        ';',
        '\\',
        '=\n',
        '__proto__:x\n',
        'TZ:',
        'LANG:',
        'TEL;CHARSET=x:',
      ),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => codeOf(text(pieces.join(''))) !== 'bug'),
      { numRuns: 500 },
    )
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => codeOf(bytes) !== 'bug'),
      { numRuns: 500 },
    )
  })
})

describe.skipIf(!existsSync(fixtures))('real files of other programs', () => {
  const file = (name: string) => readVcard(readFileSync(`${fixtures}/${name}`)).rows

  test('Outlook 2003 and Outlook', () => {
    const [row] = file('outlook-2003.vcf')
    expect(row?.draft).toMatchObject({ name: 'John Doe III', organisation: 'Company, The', jobTitle: 'The Job Title', birthDay: '1980-03-21' })
    expect(row?.draft.phones.map((phone) => phone.label)).toEqual(['work', 'home', 'mobile', 'fax'])
    expect(row?.draft.note).toBe('This is the note field!!\nSecond line\n\nThird line is empty')
    expect(row?.draft.addresses).toEqual([
      { label: 'work', street: '123 Main St\nTheOffice', postalCode: '12345', city: 'Austin', region: 'TX', country: 'US', isPreferred: true },
    ])
    const [second] = file('John_Doe_MS_OUTLOOK.vcf')
    expect(second?.draft).toMatchObject({
      name: 'Mr. John Richter James Doe Sr.',
      givenName: 'John',
      familyName: 'Doe',
      organisation: 'IBM',
      birthDay: '1980-03-22',
    })
    expect(second?.draft.addresses.map((address) => address.city)).toEqual(['Albaney', 'New York'])
  })

  test('the Mac address book', () => {
    const [row] = file('John_Doe_MAC_ADDRESS_BOOK.vcf')
    expect(row?.draft.name).toBe('Mr. John Richter,James Doe Sr.')
    expect(row?.draft.phones.map((phone) => phone.label)).toEqual(['work', 'home', 'mobile', 'fax', 'fax', 'other', 'AssistantPhone'])
    expect(row?.draft.addresses[1]?.street).toBe('Street4\nBuilding 6\nFloor 8')
  })

  test('Gmail, one and many', () => {
    expect(file('gmail-list.vcf').map((row) => row.draft.name)).toEqual(['Arnold Smith', 'Chris Beatle', 'Doug White'])
    const [row] = file('gmail-single2.vcf')
    expect(row?.draft.emails).toHaveLength(5)
    expect(row?.draft.addresses).toHaveLength(5)
    expect(file('gmail-single.vcf')[0]?.draft.note).toContain('CustomField: CustomField')
  })
})
