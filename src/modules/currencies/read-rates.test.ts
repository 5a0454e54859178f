import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readRates } from './read-rates.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const daily = `<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
<gesmes:subject>Reference rates</gesmes:subject><Cube><Cube time='2026-04-13'><Cube currency='USD' rate='1.1684'/><Cube currency='CHF' rate='0.9242'/></Cube></Cube></gesmes:Envelope>`

describe('rate files', () => {
  test('daily XML, and several days of it', () => {
    expect(readRates(bytes(daily))).toEqual([{ on: '2026-04-13', rates: { USD: '1.1684', CHF: '0.9242' } }])
    const two = daily.replace('<Cube><Cube time', "<Cube><Cube time='2026-04-10'><Cube currency='USD' rate='1.1711'/></Cube><Cube time")
    expect(readRates(bytes(two)).map((each) => each.on)).toEqual(['2026-04-10', '2026-04-13'])
  })

  test('CSV of the day, CSV of the history, and their ZIP', () => {
    expect(readRates(bytes('Date, USD, JPY, \n13 April 2026, 1.1684, 186.75, \n'))).toEqual([{ on: '2026-04-13', rates: { USD: '1.1684', JPY: '186.75' } }])
    const history = 'Date,USD,CYP,\n2026-04-13,1.1684,N/A,\n2026-04-10,1.1711,N/A,\n'
    const read = readRates(zipSync({ 'eurofxref-hist.csv': bytes(history) }))
    expect(read).toEqual([
      { on: '2026-04-10', rates: { USD: '1.1711' } },
      { on: '2026-04-13', rates: { USD: '1.1684' } },
    ])
  })

  test.each([
    ['nothing', bytes(''), 'rate_file_unreadable'],
    ['another table', bytes('Name,Price\nx,1\n'), 'rate_file_unreadable'],
    ['a ZIP without a table', zipSync({ 'a.txt': bytes('x') }), 'rate_file_unreadable'],
    ['a broken ZIP', zipSync({ 'a.csv': bytes('x'.repeat(5000)) }).subarray(0, 40), 'rate_file_unreadable'],
    ['a ZIP that unpacks without end', zipSync({ 'a.csv': new Uint8Array(30_000_000) }), 'rate_file_too_large'],
    ['an entity bomb', bytes('<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'), 'rate_file_unreadable'],
  ])('%s is refused by name', (_name, file, code) => {
    expect(() => readRates(file)).toThrow(code)
  })

  const fixture = resolve(import.meta.dirname, '../../../../shared/fixtures/vectors/ecb/eurofxref-hist.zip')
  test.skipIf(!existsSync(fixture))('the whole history of the European Central Bank', () => {
    const days = readRates(new Uint8Array(readFileSync(fixture)))
    expect(days.length).toBeGreaterThan(6500)
    expect(days[0]!.on).toBe('1999-01-04')
    expect(days.at(-1)!.rates['CHF']).toMatch(/^\d\.\d+$/)
  })
})
