import { describe, expect, test } from 'vitest'
import { processorMilliseconds } from '../../../../tests/processor-time.ts'
import { Failure } from '../../../kernel/failure.ts'
import { readEInvoice } from './read-e-invoice.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const cac = 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2'
const cbc = 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2'
const root = 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2'
const rsm = 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100'
const ram = 'urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100'

/** The smallest that UBL's schema takes, with more put where it belongs. */
function ubl({ head = '', middle = '', declaration = '' } = {}): string {
  return `${declaration}<Invoice xmlns="${root}" xmlns:cac="${cac}" xmlns:cbc="${cbc}"><cbc:ID>R-1</cbc:ID><cbc:IssueDate>2026-11-24</cbc:IssueDate>${head}
    <cac:AccountingSupplierParty/><cac:AccountingCustomerParty/>${middle}
    <cac:LegalMonetaryTotal><cbc:PayableAmount currencyID="EUR">1.00</cbc:PayableAmount></cac:LegalMonetaryTotal>
    <cac:InvoiceLine><cbc:ID>1</cbc:ID><cbc:LineExtensionAmount currencyID="EUR">1.00</cbc:LineExtensionAmount><cac:Item/></cac:InvoiceLine></Invoice>`
}

const told = (text: string) =>
  readEInvoice(bytes(text)).findings.map(({ rule, severity, at, text: key }) => `${severity} ${rule} ${key.split('.').at(-1)} ${at}`)

function refusal(input: Uint8Array | string): string {
  try {
    readEInvoice(typeof input === 'string' ? bytes(input) : input)
  } catch (error) {
    if (error instanceof Failure) return error.code
    throw error
  }
  return 'accepted'
}

describe('the structure of a file', () => {
  test('nothing is wrong with the smallest there is', () => {
    expect(told(ubl())).toEqual([])
  })

  test.each<[string, string, string]>([
    ['an element nobody knows', ubl({ head: '<cbc:Colour>red</cbc:Colour>' }), 'fatal SCHEMA unknown Invoice/cbc:Colour'],
    ['an element of a stranger', ubl({ head: '<x:A xmlns:x="urn:x"/>' }), 'fatal SCHEMA unknown Invoice/{urn:x}A'],
    [
      'an element EN 16931 has no use for',
      ubl({ head: '<cbc:LineCountNumeric>1</cbc:LineCountNumeric>' }),
      'warning SCHEMA unused Invoice/cbc:LineCountNumeric',
    ],
    ['an element too late', ubl({ middle: '<cbc:DueDate>2026-12-24</cbc:DueDate>' }), 'fatal SCHEMA misplaced Invoice/cbc:DueDate'],
    ['an element twice', ubl({ head: '<cbc:DueDate>2026-12-24</cbc:DueDate>'.repeat(2) }), 'fatal SCHEMA repeated Invoice/cbc:DueDate[2]'],
    ['two deliveries', ubl({ middle: '<cac:Delivery/><cac:Delivery/>' }), 'fatal UBL-SR-24 repeated Invoice/cac:Delivery[2]'],
    ['a day that is none', ubl({ head: '<cbc:DueDate>2026-02-29</cbc:DueDate>' }), 'fatal SCHEMA malformed Invoice/cbc:DueDate'],
    ['a decimal comma', ubl().replace('>1.00</cbc:Payable', '>1,00</cbc:Payable'), 'fatal SCHEMA malformed Invoice/cac:LegalMonetaryTotal/cbc:PayableAmount'],
    [
      'an amount without a currency',
      ubl().replace('PayableAmount currencyID="EUR"', 'PayableAmount'),
      'fatal SCHEMA attribute Invoice/cac:LegalMonetaryTotal/cbc:PayableAmount/@currencyID',
    ],
    ['no number', ubl().replace('<cbc:ID>R-1</cbc:ID>', ''), 'fatal SCHEMA missing Invoice/cbc:ID'],
    ['an empty element', ubl({ head: '<cbc:BuyerReference/>' }), 'warning SCHEMA empty Invoice/cbc:BuyerReference'],
    ['elements where text belongs', ubl({ head: '<cbc:BuyerReference><b>A</b>x</cbc:BuyerReference>' }), `fatal SCHEMA unknown Invoice/cbc:BuyerReference/b`],
    [
      'another currency than the invoice',
      ubl({ head: '<cbc:DocumentCurrencyCode>CHF</cbc:DocumentCurrencyCode>' }),
      'warning SCHEMA currency Invoice/cac:LegalMonetaryTotal/cbc:PayableAmount',
    ],
  ])('%s is told', (_, text, finding) => {
    expect(told(text)).toContain(finding)
  })

  test('findings of a hostile file end somewhere', () => {
    expect(told(ubl({ head: '<cbc:Colour/>'.repeat(100_000) })).length).toBeLessThan(1000)
  })
})

describe('names and encodings', () => {
  const named = (text: string) => readEInvoice(bytes(text)).model.number

  test('any prefix is fine, the namespace counts', () => {
    const text = ubl()
      .replaceAll('cbc:', 'b:')
      .replaceAll('xmlns:cbc', 'xmlns:b')
      .replace('<Invoice xmlns=', '<u:Invoice xmlns:u=')
      .replace('</Invoice', '</u:Invoice')
    expect(named(text)).toBe('R-1')
    expect(named(ubl().replaceAll('R-1', '<![CDATA[R]]>-<!-- no -->&#49;'))).toBe('R-1')
  })

  test.each<[string, Uint8Array]>([
    ['UTF-8 with a mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes(ubl({ head: '<cbc:Note>Müller</cbc:Note>' }))])],
    [
      'UTF-16 little endian',
      Uint8Array.from([
        0xff,
        0xfe,
        ...Buffer.from(ubl({ declaration: '<?xml version="1.0" encoding="UTF-16"?>', head: '<cbc:Note>Müller</cbc:Note>' }), 'utf16le'),
      ]),
    ],
    ['UTF-16 big endian', Uint8Array.from([0xfe, 0xff, ...Buffer.from(ubl({ head: '<cbc:Note>Müller</cbc:Note>' }), 'utf16le').swap16()])],
    ['ISO-8859-1', Buffer.from(ubl({ declaration: '<?xml version="1.0" encoding="ISO-8859-1"?>', head: '<cbc:Note>Müller</cbc:Note>' }), 'latin1')],
  ])('%s', (_, content) => {
    expect(readEInvoice(content).model.notes).toEqual([{ subjectCode: null, text: 'Müller' }])
  })

  test('a CII day is read in its format and a strange one is told', () => {
    const cii = (format: string, day: string) =>
      `<a:CrossIndustryInvoice xmlns:a="${rsm}" xmlns="${ram}"><a:ExchangedDocument><IssueDateTime><d:DateTimeString
        xmlns:d="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100" format="${format}">${day}</d:DateTimeString></IssueDateTime></a:ExchangedDocument></a:CrossIndustryInvoice>`
    expect(readEInvoice(bytes(cii('102', '20261124'))).model.issuedOn).toBe('2026-11-24')
    expect(told(cii('203', '202611241200')).filter((each) => each.includes('DateTimeString'))).toHaveLength(2)
  })
})

describe('what is no invoice is refused by name', () => {
  const bomb = `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "${'&a;'.repeat(10)}">]><a>&b;</a>`
  test.each<[string, string, () => Uint8Array | string]>([
    ['an entity bomb', 'e_invoice_doctype_refused', () => bomb],
    ['an outside entity', 'e_invoice_doctype_refused', () => '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'],
    ['an entity nobody declared', 'e_invoice_malformed', () => ubl({ head: '<cbc:Note>&boom;</cbc:Note>' })],
    ['deep nesting', 'e_invoice_too_large', () => '<a>'.repeat(100_000)],
    ['endless elements', 'e_invoice_too_large', () => `<a>${'<a/>'.repeat(700_000)}</a>`],
    ['endless attributes', 'e_invoice_malformed', () => `<a ${'b="1" '.repeat(400_000)}/>`],
    ['an undeclared prefix', 'e_invoice_malformed', () => '<x:Invoice/>'],
    ['two roots', 'e_invoice_malformed', () => '<a/><b/>'],
    ['too many bytes', 'e_invoice_too_large', () => new Uint8Array(21 * 1024 * 1024)],
    ['nothing', 'e_invoice_malformed', () => ''],
    ['a PDF', 'e_invoice_malformed', () => '%PDF-1.7'],
    ['an unknown encoding', 'e_invoice_malformed', () => '<?xml version="1.0" encoding="klingon"?><a/>'],
    ['broken UTF-8', 'e_invoice_malformed', () => Uint8Array.from([0x3c, 0x61, 0x3e, 0xff, 0x3c, 0x2f, 0x61, 0x3e])],
    ['ZUGFeRD 1.0', 'e_invoice_old_version', () => '<r:CrossIndustryDocument xmlns:r="urn:ferd:CrossIndustryDocument:invoice:1p0"/>'],
    ['another document', 'e_invoice_other_document', () => '<Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2"/>'],
    ['an invoice of another namespace', 'e_invoice_other_document', () => '<Invoice/>'],
  ])('%s: %s', (_, code, input) => {
    const content = input()
    const started = processorMilliseconds()
    expect(refusal(content)).toBe(code)
    expect(processorMilliseconds() - started).toBeLessThan(5_000)
  })
})
