import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { EInvoice } from './model.ts'
import type { Profile } from './profiles.ts'
import { readEInvoice } from './read-e-invoice.ts'
import { choices, soundInvoice } from './testing/sound-invoice.ts'
import { validateEInvoice } from './validate.ts'
import { writeEInvoice } from './write-e-invoice.ts'

const profiles = fc.constantFrom<Profile>('en16931', 'xrechnung-3.0', 'peppol-bis-3', 'factur-x-en16931')
const syntaxes = fc.constantFrom('ubl' as const, 'cii' as const)

test('what we write is read again as it was, without a fault of structure, and keeps every rule of its profile', () => {
  fc.assert(
    fc.property(choices, profiles, syntaxes, fc.boolean(), (choice, profile, syntax, isCredit) => {
      const sound = soundInvoice(choice, profile)
      const model: EInvoice = isCredit ? { ...sound, typeCode: '381', precedingInvoices: [{ number: 'R-2026-0', issuedOn: '2026-10-01' }] } : sound
      const read = readEInvoice(writeEInvoice(model, { syntax }))
      expect(read.model).toEqual(model)
      expect(read.kind).toBe(isCredit ? 'credit_note' : 'invoice')
      const found = [...read.findings, ...validateEInvoice(read.model, { syntax, kind: read.kind, profile })]
      expect(found.map(({ rule, at }) => `${rule} ${at}`)).toEqual([])
    }),
    { numRuns: 400 },
  )
})
