import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Failure } from '../../../kernel/failure.ts'
import { amountText } from '../../../kernel/money.ts'
import { readBankFile } from './read-bank-file.ts'

/** Statements of real banks lie beside the project; where they are absent these tests are skipped. */
const folder = resolve(import.meta.dirname, '../../../../../shared/fixtures/bank')
const files = existsSync(folder)
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(xml|csv)$/.test(name))
      .sort()
  : []

/** Those that are wrong on purpose, or name no currency or no columns, and what they are told. */
const refused: Readonly<Record<string, string>> = {
  'camt053.v2.wrong.xml': 'camt_not_a_statement',
  'valid_namespace.xml': 'camt_not_a_statement',
  'camt053_garbled_amount.xml': 'camt_amount_malformed',
  '2018-04-14_10-52-13_bunq-transactieoverzicht.csv': 'csv_currency_unknown',
  'TH_20180101-20180523_strana_1.csv': 'csv_currency_unknown',
  'test_row_format_default.csv': 'csv_columns_unknown',
}

describe.skipIf(files.length === 0)('files of real banks', () => {
  test.each(files)('%s', (name) => {
    const base = name.split('/').at(-1)!
    const read = () => readBankFile(readFileSync(join(folder, name)))
    const code = refused[base]
    if (code !== undefined) {
      expect(refusalOf(read)).toBe(code)
      return
    }
    const file = read()
    const transactions = file.statements.flatMap((statement) => statement.transactions)
    expect(transactions.length + file.skipped.length).toBeGreaterThan(0)
    expect(new Set(transactions.map((found) => found.contentHash)).size).toBe(transactions.length)
    expect(file.doubts.filter((doubt) => doubt === 'batch_difference')).toEqual([])
  })

  test('batches and balances are read to the cent', () => {
    const file = readBankFile(readFileSync(join(folder, 'viafintech+camt_parser/spec/fixtures/053/valid_example_v4.xml')))
    const statement = file.statements[0]!
    expect(statement.transactions.filter((found) => found.bookedOn === '2016-05-27')).toHaveLength(18)
    expect([amountText(statement.opening!), amountText(statement.closing!)]).toEqual(['322152.16', '322689.77'])
  })

  test('a file without a currency is read when the account says it', () => {
    const path = join(folder, 'bank2ynab+bank2ynab/test/test-data/2018-04-14_10-52-13_bunq-transactieoverzicht.csv')
    const file = readBankFile(readFileSync(path), { currency: 'EUR' })
    expect(file.statements[0]!.transactions.map((found) => amountText(found.amount))).toEqual(['-2.56', '750.00', '-18.90'])
    expect(file.statements[0]!.transactions[1]).toMatchObject({ counterpartyName: 'W. KOELEWIJN EO', counterpartyIban: 'NL77RABO0311467415' })
  })
})

function refusalOf(read: () => unknown): string {
  try {
    read()
    return 'accepted'
  } catch (error) {
    if (error instanceof Failure) return error.code
    throw error
  }
}
