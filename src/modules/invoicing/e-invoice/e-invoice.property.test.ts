import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { EInvoice } from './model.ts'
import { readEInvoice } from './read-e-invoice.ts'
import { givenModel } from './testing/given-model.ts'
import { writeEInvoice } from './write-e-invoice.ts'

test.each(['ubl', 'cii'] as const)('what is written as %s is read as the same model, and nothing about its arrangement is wrong', (syntax) => {
  fc.assert(
    fc.property(givenModel, (model) => {
      fc.pre(syntax === 'cii' || hasPlaceInUbl(model))
      const read = readEInvoice(writeEInvoice(model, { syntax }))
      expect(read.model).toEqual(model)
      expect(read.findings.filter(({ text }) => !text.endsWith('missing'))).toEqual([])
    }),
    { numRuns: 150 },
  )
})

/** A creditor stands at a party, the due day of a credit note at a means of payment: without them UBL cannot say it. */
function hasPlaceInUbl({ seller, payee, payments, typeCode, dueOn }: EInvoice): boolean {
  const hasCreditor = payments.some(({ directDebit }) => directDebit?.creditor)
  return (!hasCreditor || seller !== null || payee !== null) && (typeCode !== '381' || dueOn === null || payments.length > 0)
}

test('the same model gives the same bytes', () => {
  fc.assert(
    fc.property(givenModel, fc.constantFrom('ubl', 'cii'), (model, syntax) => {
      expect(writeEInvoice(structuredClone(model), { syntax })).toEqual(writeEInvoice(model, { syntax }))
    }),
    { numRuns: 20 },
  )
})

test('no bytes make the reader do anything but read or refuse by name', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array({ maxLength: 200 }),
        fc.string({ unit: 'binary' }).map((text) => new TextEncoder().encode(`<a>${text}</a>`)),
      ),
      (bytes) => {
        expect(() => readEInvoice(bytes)).toThrow(/^e_invoice_/)
      },
    ),
  )
})
