import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readEInvoice } from './read-e-invoice.ts'
import type { Profile } from './profiles.ts'
import { expectationsOf, hasFixtures, xmlFilesIn } from './testing/official-tests.ts'
import { validateEInvoice } from './validate.ts'

/** Files of the corpora that break the rules of today, and what they break. */
const invalid: Readonly<Record<string, readonly string[]>> = {
  // Its name says so: full of every element, not of sense.
  'not_validating_full_invoice_based_onTest_EeISI_300_CENfullmodel.ubl.xml': ['BR-CO-10', 'BR-CO-15'],
  // The electronic address scheme 9958 left the European list; 0204 took its place.
  'EN16931_ElektronischeAdresse.cii.xml': ['BR-CL-25'],
  'EN16931_RechnungsUebertragung.cii.xml': ['BR-CL-25'],
  // Something is to be paid, and neither a day nor terms say until when.
  'ZUGFeRD-invoice_rabatte_3_abschlag_duepayableamount.xml': ['BR-CO-25'],
  'ZUGFeRD-invoice_rabatte_4_abschlag_taxbasistotalamount.xml': ['BR-CO-25'],
}

describe.skipIf(!hasFixtures)('files that nobody here wrote', () => {
  test('at least 95 % of what the unit tests of the official rules expect is met', () => {
    const expectations = xmlFilesIn('ConnectingEurope+eInvoicing-EN16931/test').flatMap(expectationsOf)
    const met = expectations.filter(({ isMet }) => isMet).length
    const families = Map.groupBy(expectations, ({ rule }) => rule.replace(/-?\d+$/, ''))
    for (const [family, its] of [...families].toSorted(([left], [right]) => left.localeCompare(right))) {
      console.error(`${family}: ${its.filter(({ isMet }) => isMet).length} of ${its.length}`)
    }
    for (const { file, rule, passes } of expectations.filter(({ isMet }) => !isMet)) {
      console.error(`not met: ${basename(file)}: ${rule} should ${passes ? 'pass' : 'fail'}`)
    }
    console.error(`${met} of ${expectations.length} expectations met`)
    expect(expectations.length).toBeGreaterThan(300)
    expect(met / expectations.length).toBeGreaterThanOrEqual(0.95)
  })

  test.each<[string, Profile]>([
    ['itplr-kosit+xrechnung-testsuite', 'xrechnung-3.0'],
    ['ConnectingEurope+eInvoicing-EN16931/ubl/examples', 'en16931'],
    ['ConnectingEurope+eInvoicing-EN16931/cii/examples', 'en16931'],
    ['ZUGFeRD+corpus', 'en16931'],
  ])('the valid invoices of %s break no rule of %s', (folder, profile) => {
    const files = xmlFilesIn(folder)
    expect(files.length).toBeGreaterThan(1)
    for (const file of files) {
      const { model, syntax, kind, findings } = readEInvoice(readFileSync(file))
      const fatal = [...findings, ...validateEInvoice(model, { syntax, kind, profile })].filter(({ severity }) => severity === 'fatal')
      expect({ file: basename(file), broken: fatal.map(({ rule }) => rule) }).toEqual({ file: basename(file), broken: invalid[basename(file)] ?? [] })
    }
  })
})
