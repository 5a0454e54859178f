import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Failure } from '../../../kernel/failure.ts'
import { amountText, sum } from '../../../kernel/money.ts'
import { readBankFile } from './read-bank-file.ts'

/** Statements of real banks lie beside the project; where they are absent these tests are skipped. */
const folder = resolve(import.meta.dirname, '../../../../../shared/fixtures/bank')
const files = existsSync(folder)
  ? readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.xsd'))
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .sort()
  : []

/**
 * What is in each file, counted by other means than the readers (by eye, and by scripts over `:61:`, `Ntry` with its
 * `TxDtls`, `TRNAMT` and columns): how many transactions, and their sum by currency; or why it cannot be read.
 */
const expected: Readonly<Record<string, string>> = {
  // camt
  'camt052.v2.other-account.xml': '1 SEK -200000.00',
  'camt052.v2.xml': '1 SEK -200000.00',
  // Only announced, not booked.
  'camt052.v4.xml': '0',
  'camt052.v6.xml': '0',
  'camt053.v2.minimal.ultimate.xml': '1 EUR 8.85',
  'camt053.v2.minimal.xml': '1 EUR 8.85',
  'camt053.v2.multi.statement.xml': '2 EUR 1.85',
  'camt053.v2.wrong.xml': 'refused: camt_not_a_statement',
  'camt053.v4.xml': '1 EUR 8.85',
  // Three orders in one booking, none with an amount of its own.
  'camt054.v4.xml': '1 SEK -200000.00',
  'camt054.v8-with-UETR.xml': '1 SEK -200000.00',
  'camt054.v8-with-financial-institution.xml': '1 SEK -200000.00',
  'camt053_garbled_amount.xml': 'refused: camt_amount_malformed',
  'camt053_multicurrency.xml': '3 EUR 750.25 USD -99.99',
  '053/valid_example.xml': '5 EUR -10.00',
  '053/valid_example_v4.xml': '32 CHF 537.61',
  '053/valid_example_v8.xml': '3 CHF 563.25 EUR -20.97',
  'valid_namespace.xml': 'refused: camt_not_a_statement',
  '054/valid_example.xml': '5 CHF 59.03',
  // MT940
  '0708271685_09022020_164516.940.txt': '8 EUR 56.94',
  'currency_in_25.sta': 'refused: mt940_not_a_statement',
  'empty_line.sta': 'refused: mt940_not_a_statement',
  // All 26 pairs of balances agree with this sum; reading RC as a credit would give -9268316.38.
  'sepa_mt9401.sta': '97 EUR -9269135.90',
  'generic.sta': '2 EUR -20.00',
  'ing.sta': '7 EUR -45.59',
  'rabobank.sta': '5 EUR -1589.09',
  'sns.sta': '2 EUR -25.00',
  'mt940.sta': '3 PLN 0.03',
  '171011_01234945.sta': '3 HUF -9437.00',
  // German marks, which no account is kept in since 2001.
  'raphaelm.sta': 'refused: bank_currency_unknown',
  'mt940-with-colon-after-line-break.txt': 'refused: bank_currency_unknown',
  'whitespace.sta': '1 EUR -233.15',
  'wrapped_timestamp.sta': '1 EUR -6.00',
  'mt940-handelsbank.txt': '0',
  // Its only entry is of the 68th of the 22nd month.
  'mt940-headers.txt': 'refused: mt940_day_malformed',
  'mt940-windows-line-breaks.txt': '2 EUR 2200.00',
  'mt940-with-detailed-end-balance.txt': '1 EUR 1.00',
  // OFX
  'ofx-multiple-accounts-xml.ofx': '3 GBP 514.72',
  'ofxdata-banking-xml200.ofx': 'refused: ofx_amount_malformed',
  'ofxdata-bb-two-stmtrs.ofx': '36 BRL -3648.66',
  'ofxdata-cmfr.ofx': '42 EUR -13491.59',
  'ofxdata-google.ofx': 'refused: ofx_investments_only',
  // One deposit; five trades in securities are left out and said.
  'ofxdata-investments-xml.ofx': '1 USD 1234.56',
  'ofxdata-memoWithQuotes.ofx': '16 BRL 393.82',
  'ofxdata.ofx': '3 USD 250.00',
  'bank_medium.ofx': '3 CAD -345.27',
  'bank_small.ofx': 'refused: ofx_no_statement',
  'error_message.ofx': 'refused: ofx_bank_error',
  'date_missing.ofx': 'refused: ofx_day_missing',
  'empty_balance.ofx': '1 CAD 120.00',
  'investment_medium.ofx': '3 CAD -3.95',
  'ofx-v102-empty-tags.ofx': '1 AUD 12.34',
  'signon_success.ofx': 'refused: ofx_no_statement',
  'suncorp.ofx': '1 AUD -16.85',
  'td_ameritrade.ofx': '0',
  // CSV
  'csv_european_decimals.csv': '3 EUR 2260.94',
  'csv_french_headers.csv': '3 EUR 2260.94',
  'csv_spanish_headers.csv': '3 EUR 2260.94',
  'sample_statement.csv': '2 EUR 1300.00',
  '20171001-20171106.csv': '1 EUR -59.99',
  '2018-04-14_10-52-13_bunq-transactieoverzicht.csv': '3 EUR 728.54',
  'MonzoDataExport_February2018_2018-02-26_174335.csv': '1 GBP -10.00',
  'TH_20180101-20180523_page_1.csv': '9 CZK -2599.99',
  'TH_20180101-20180523_strana_1.csv': '9 CZK -2599.99',
  'TH_20180521-20180523.csv': '1 CZK -111.11',
  'export_KBC-Mastercard Business Essential_20200204_1604.csv': '3 EUR 2.73',
  'test_headers.csv': '73 EUR -4580.70',
  'test_raiffeisen_02.csv': '73 EUR -4580.70',
  'test_row_format_neg_inflow.csv': '73 EUR -4580.70',
  // Money in and money out without a heading: a person says which is which.
  'test_row_format_default.csv': 'refused: csv_columns_unknown',
}

describe.skipIf(files.length === 0)('files of real banks', () => {
  test.each(files)('%s', (name) => {
    const key = Object.keys(expected).find((end) => name === end || name.endsWith(`/${end}`))
    expect(readingOf(readFileSync(join(folder, name)))).toBe(key && expected[key])
  })

  test('every file that lies there has its line in the table, and every line its file', () => {
    const unread = Object.keys(expected).filter((end) => !files.some((name) => name === end || name.endsWith(`/${end}`)))
    expect(unread).toEqual([])
    expect(files.length).toBe(Object.keys(expected).length)
  })

  test('batches and balances are read to the cent', () => {
    const file = readBankFile(readFileSync(join(folder, 'viafintech+camt_parser/spec/fixtures/053/valid_example_v4.xml')))
    const statement = file.statements[0]!
    expect(statement.transactions.filter((found) => found.bookedOn === '2016-05-27')).toHaveLength(18)
    expect([amountText(statement.opening!), amountText(statement.closing!)]).toEqual(['322152.16', '322689.77'])
  })

  test('an account that the table itself names decides the currency', () => {
    const path = join(folder, 'bank2ynab+bank2ynab/test/test-data/2018-04-14_10-52-13_bunq-transactieoverzicht.csv')
    const statement = readBankFile(readFileSync(path), { currency: 'CHF' }).statements[0]!
    expect(statement.account).toMatchObject({ iban: 'NL47BUNQ2025181418', currency: 'EUR' })
    expect(statement.transactions[1]).toMatchObject({ counterpartyName: 'W. KOELEWIJN EO', counterpartyIban: 'NL77RABO0311467415' })
  })

  test('the table without headings is read when a person says which column is what', () => {
    const path = join(folder, 'bank2ynab+bank2ynab/test/test-data/test_row_format_default.csv')
    const layout = { headerRow: -1, columns: { bookedOn: 0, text: [1], credit: 3, debit: 4 } }
    // 74 lines of which one has neither money in nor out.
    expect(readingOf(readFileSync(path), { layout, currency: 'EUR' })).toBe('73 EUR -4580.70')
  })
})

function readingOf(bytes: Uint8Array, options: Parameters<typeof readBankFile>[1] = {}): string {
  try {
    const file = readBankFile(bytes, options)
    const amounts = file.statements.flatMap((statement) => statement.transactions).map((found) => found.amount)
    const hashes = file.statements.flatMap((statement) => statement.transactions).map((found) => found.contentHash)
    expect(new Set(hashes).size).toBe(hashes.length)
    const byCurrency = Map.groupBy(amounts, (amount) => amount.currency)
    return [String(amounts.length), ...[...byCurrency].sort().map(([currency, all]) => `${currency} ${amountText(sum(all, currency))}`)].join(' ')
  } catch (error) {
    if (error instanceof Failure) return `refused: ${error.code}`
    throw error
  }
}
