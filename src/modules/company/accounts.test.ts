import { describe, expect, test } from 'vitest'
import { Failure } from '../../kernel/failure.ts'
import { isCreditorIdentifier, readAccounts } from './accounts.ts'

describe('the numbers of accounts', () => {
  test('are kept without spaces and in capitals', () => {
    expect(readAccounts({ iban: 'ch93 0076 2011 6238 5295 7', bic: 'pofichbe' })).toEqual({ iban: 'CH9300762011623852957', bic: 'POFICHBE' })
  })

  test.each([
    [{ iban: 'CH9300762011623852958' }],
    [{ iban: 'CH4431999123000889012' }],
    [{ qrIban: 'CH9300762011623852957' }],
    [{ bic: 'POFI' }],
    [{ creditorIdentifier: 'DE99ZZZ09999999999' }],
  ])('are refused at their field: %j', (given) => {
    expect(() => readAccounts(given)).toThrow(Failure)
  })

  test('a creditor identifier is checked without its business code', () => {
    expect(isCreditorIdentifier('DE98ZZZ09999999999')).toBe(true)
    expect(isCreditorIdentifier('DE98ABC09999999999')).toBe(true)
  })
})
