import { expect, test } from 'vitest'
import { agreementColumns, invoiceColumns, readOpeningFile } from './opening-file.ts'

test('a file of open invoices is read by its headings, in any of our languages and with any separator', () => {
  const german = readOpeningFile(
    'Kunde;Rechnungsnummer;Datum;Fällig;Betrag;Offen\r\n"Keller; Marie";2025-17;3.11.2025;3.12.2025;"1\'200.50";200\r\n',
    invoiceColumns,
  )
  expect(german).toEqual({
    rows: [{ customer: 'Keller; Marie', number: '2025-17', issuedOn: '3.11.2025', dueOn: '3.12.2025', gross: "1'200.50", open: '200' }],
    missing: [],
    isTooLong: false,
  })
  const english = readOpeningFile('Customer,Product,Start,Left\nMarie "the" Keller,Pass of 10,2026-03-01,4\n', agreementColumns)
  expect(english.rows).toEqual([{ customer: 'Marie "the" Keller', product: 'Pass of 10', startsOn: '2026-03-01', remaining: '4' }])
})

test('a column that is not there is named', () => {
  expect(readOpeningFile('Kunde\tBetrag\nAnna\t12\n', invoiceColumns).missing).toEqual(['number', 'issuedOn', 'dueOn', 'open'])
})

test('a file without end is bounded', () => {
  const long = readOpeningFile(`customer\n${'Anna\n'.repeat(3000)}`, agreementColumns)
  expect(long.isTooLong).toBe(true)
  expect(long.rows.length).toBe(2000)
})
