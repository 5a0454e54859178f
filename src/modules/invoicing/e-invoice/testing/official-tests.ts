import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readEInvoice } from '../read-e-invoice.ts'
import { validateEInvoice } from '../validate.ts'

/** Files that nobody here wrote; tests that need them are skipped where they are not. */
export const einvoiceFixtures = process.env['CLOUDBURO_FIXTURES']
  ? join(process.env['CLOUDBURO_FIXTURES'], 'einvoice')
  : resolve(import.meta.dirname, '../../../../../../shared/fixtures/einvoice')

export const hasFixtures = existsSync(einvoiceFixtures)

/** One sentence of a unit test of the validation artefacts: under this rule the invoice passes or fails. */
export interface Expectation {
  readonly file: string
  readonly rule: string
  readonly passes: boolean
  readonly isMet: boolean
}

/**
 * The expectations of a unit test file (`testSet` with `test`s: an `assert` that names rules, and one invoice each), and
 * whether our reader and rules together meet them. The invoices are fragments; only the rules named are looked at.
 */
export function expectationsOf(file: string): Expectation[] {
  const text = readFileSync(file, 'utf8').replace(/<!--[\s\S]*?-->/g, '')
  const rules = [...text.matchAll(/<test\b[^>]*>([\s\S]*?)<\/test>/g)].map((match) => match[1] ?? '')
  return rules.flatMap((test) => {
    const told = /<assert>([\s\S]*?)<\/assert>/.exec(test)?.[1] ?? ''
    const invoice = /<(Invoice|CreditNote|(?:\w+:)?CrossIndustryInvoice)\b[\s\S]*<\/\1>/.exec(test)?.[0] ?? ''
    const broken = brokenIn(invoice)
    return [...told.matchAll(/<(success|error|warning|fatal)\b[^>]*>\s*([^<\s]+)\s*</g)].map(([, outcome, rule = '']): Expectation => {
      const passes = outcome === 'success'
      return { file, rule, passes, isMet: broken.has(rule) !== passes }
    })
  })
}

/** All XML files of a folder of the fixtures, deep. */
export function xmlFilesIn(folder: string): string[] {
  const root = join(einvoiceFixtures, folder)
  return (readdirSync(root, { recursive: true }) as string[])
    .filter((name) => name.toLowerCase().endsWith('.xml'))
    .toSorted()
    .map((name) => join(root, name))
}

function brokenIn(invoice: string): ReadonlySet<string> {
  const { model, syntax, kind, findings } = readEInvoice(new TextEncoder().encode(invoice))
  return new Set([...findings, ...validateEInvoice(model, { syntax, kind, profile: 'en16931' })].map(({ rule }) => rule))
}
