import { describe, expect, test } from 'vitest'
import { languages } from '../../../kernel/language.ts'
import { registerTexts } from '../../texts.ts'
import type { Finding } from './finding.ts'
import { ruleSetOf, type Profile } from './profiles.ts'
import { choices, soundInvoice } from './testing/sound-invoice.ts'
import { de } from './texts/de.ts'
import { en } from './texts/en.ts'
import { fr } from './texts/fr.ts'
import { it } from './texts/it.ts'
import { validateEInvoice } from './validate.ts'
import { fieldOf, inWords, withoutRepetition } from './words.ts'
import fc from 'fast-check'

registerTexts({ en, de, fr, it })

const profiles: readonly Profile[] = ['en16931', 'xrechnung-3.0', 'peppol-bis-3', 'factur-x-en16931']
const [choice] = fc.sample(choices, { numRuns: 1, seed: 1 })
const sound = soundInvoice({ ...choice!, category: 'S' }, 'xrechnung-3.0')

/** Every parameter a sentence can ask for. */
const everything = { value: 'X', category: 'S', rate: '19.00', found: '1.00', expected: '2.00' }

function found(invoice: typeof sound, rule: string, profile: Profile = 'xrechnung-3.0'): Finding {
  return validateEInvoice(invoice, { syntax: 'ubl', profile }).find((finding) => finding.rule === rule)!
}

describe('findings in plain words', () => {
  test('every rule has a sentence and its term a name, in every language', () => {
    for (const profile of profiles) {
      for (const { id, at, text, severity } of ruleSetOf(profile, sound, 'ubl').rules) {
        for (const language of languages) {
          const words = inWords({ rule: id, at, text, severity, parameters: everything }, language)
          expect(words, `${id} in ${language}`).not.toMatch(/\{|e-invoice\.|B[TG]-\d/)
        }
      }
    }
  })

  test('what an owner can really meet says what to do and where', () => {
    const { seller, buyer } = sound
    const cases: [typeof sound, string, string, string | null][] = [
      [{ ...sound, buyerReference: null }, 'BR-DE-15', 'The customer’s reference (Leitweg-ID) is missing. Your customer can tell you. You can change it at the customer, under “How invoices reach them”.', '/customers/c1/invoices'],
      [{ ...sound, seller: { ...seller!, vatNumber: null } }, 'BR-DE-16', 'The seller’s VAT number or tax number is missing. You can change it in your company’s tax settings.', '/company/tax'],
      [{ ...sound, buyer: { ...buyer!, address: null } }, 'BR-10', 'The customer’s address is missing. You can change it in the customer’s details.', '/customers/c1/edit'],
      [{ ...sound, buyer: { ...buyer!, electronicAddress: null } }, 'PEPPOL-EN16931-R010', 'The customer’s electronic address is missing. Your customer can tell you. You can change it at the customer, under “How invoices reach them”.', '/customers/c1/invoices'],
      [{ ...sound, seller: { ...seller!, contact: { ...seller!.contact!, phone: null } } }, 'BR-DE-6', 'The seller’s phone number is missing. You can change it in your company’s details.', '/company'],
      [{ ...sound, payments: [] }, 'BR-DE-1', 'How to pay is missing: a bank account or another way. You can change it in your company’s details.', '/company'],
      [{ ...sound, totals: { ...sound.totals!, payable: '1.00' } }, 'BR-CO-16', `Amount to pay: 1.00 is written, but ${sound.totals!.payable} comes out.`, null],
    ] // prettier-ignore
    for (const [invoice, rule, words, field] of cases) {
      const finding = found(invoice, rule)
      expect(inWords(finding, 'en'), rule).toBe(words)
      expect(fieldOf(finding, { contactId: 'c1', invoiceId: 'i1' }), rule).toBe(field)
    }
  })

  test('an invoice of somebody else names no place of ours, and lines are counted from 1', () => {
    const [line, ...lines] = sound.lines
    const finding = found({ ...sound, lines: [{ ...line!, item: { ...line!.item!, name: null } }, ...lines] }, 'BR-25')
    expect(inWords(finding, 'de', { isOurs: false })).toBe('Zeile 1: Es fehlt: Bezeichnung der Zeile.')
  })

  test('what several rules say about one place is said once', () => {
    const findings = validateEInvoice(
      {
        ...sound,
        allowances: [
          { ...sound.allowances[0]!, amount: '0.00', taxCategory: 'S', taxRate: '19', reason: null, reasonCode: null, baseAmount: null, percentage: null },
        ],
      },
      { syntax: 'ubl', profile: 'en16931' },
    )
    expect(findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['BR-33', 'BR-CO-21']))
    expect(withoutRepetition(findings).filter(({ text }) => text === 'reason-missing')).toHaveLength(1)
  })
})
