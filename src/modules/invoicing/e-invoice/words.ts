import type { Language } from '../../../kernel/language.ts'
import { textIn } from '../../texts.ts'
import type { Finding } from './finding.ts'

/** Whom a route leads to: the customer and the draft that a finding is about. */
export interface FindingSubject {
  readonly contactId?: string | undefined
  readonly invoiceId?: string | undefined
}

/**
 * A finding in plain words: what is missing or wrong and, for an invoice of our own, where it is changed. The line is
 * counted from 1, as people do.
 */
export function inWords(finding: Finding, language: Language, options: { isOurs: boolean } = { isOurs: true }): string {
  const term = textIn(language, `e-invoice.term.${finding.at}`)
  const said = capitalised(textIn(language, keyOf(finding), { term: term.startsWith('e-invoice.') ? finding.at : term, ...finding.parameters }), language)
  const sentence = finding.line === undefined ? said : textIn(language, 'e-invoice.on-line', { line: finding.line + 1, sentence: said })
  const place = options.isOurs ? placeOf(finding) : null
  return place === null ? sentence : `${sentence} ${textIn(language, `e-invoice.mend.${place}`)}`
}

/**
 * Where in the office a finding is mended: the route, or null where no field does (sums, codes that we write). Routes
 * of a customer or an invoice need to know which.
 */
export function fieldOf(finding: Finding, { contactId, invoiceId }: FindingSubject): string | null {
  switch (placeOf(finding)) {
    case 'company':
      return '/company'
    case 'tax':
      return '/company/tax'
    case 'customer':
      return contactId === undefined ? null : `/customers/${contactId}/edit`
    case 'recipient':
      return contactId === undefined ? null : `/customers/${contactId}/invoices`
    case 'invoice':
      return invoiceId === undefined ? null : `/money/invoices/${invoiceId}/edit`
    case null:
      return null
  }
}

/** The findings that tell something new: several rules often say the same about one place. The gravest stays. */
export function withoutRepetition(findings: readonly Finding[]): Finding[] {
  const gravity = { fatal: 0, warning: 1, information: 2 }
  const told = new Map<string, Finding>()
  for (const finding of findings) {
    const key = JSON.stringify([finding.text, namedTerm(finding), finding.line ?? null, finding.parameters])
    const known = told.get(key)
    if (known === undefined || gravity[finding.severity] < gravity[known.severity]) told.set(key, finding)
  }
  return [...told.values()]
}

type Place = 'company' | 'tax' | 'customer' | 'recipient' | 'invoice' | null

/** Sentences that lead elsewhere than their term does. */
const placesOfTexts: Readonly<Record<string, Place>> = {
  'parties-seller': 'tax',
  'parties-seller-vat': 'tax',
  'parties-seller-and-buyer': 'customer',
  'parties-both-vat': 'customer',
  'seller-not-identified': 'company',
  'seller-electronic-address': 'company',
  'account-missing': 'company',
  'payment-missing': 'company',
  'due-day-or-terms': 'invoice',
  'supply-day': 'invoice',
  'delivery-day': 'invoice',
  'no-lines': 'invoice',
  'early-payment': 'invoice',
}

const company = ['BG-5', 'BG-6', 'BT-27', 'BT-29', 'BT-29-1', 'BT-30', 'BT-30-1', 'BT-34', 'BT-34-1', 'BT-35', 'BT-37', 'BT-38', 'BT-40', 'BT-41', 'BT-42', 'BT-43', 'BT-84', 'BT-90'] // prettier-ignore
const tax = ['BT-31', 'BT-32']
const customer = ['BG-8', 'BT-44', 'BT-52', 'BT-53', 'BT-55', 'BT-89', 'BT-91']
const recipient = ['BT-10', 'BT-13', 'BT-46-1', 'BT-47-1', 'BT-49', 'BT-49-1']
const invoice = ['BG-25', 'BT-9', 'BT-20', 'BT-72', 'BT-129', 'BT-146', 'BT-153']

const placesOfTerms: ReadonlyMap<string, Place> = new Map([
  ...company.map((term): [string, Place] => [term, 'company']),
  ...tax.map((term): [string, Place] => [term, 'tax']),
  ...recipient.map((term): [string, Place] => [term, 'recipient']),
  ...customer.map((term): [string, Place] => [term, 'customer']),
  ...invoice.map((term): [string, Place] => [term, 'invoice']),
])

function placeOf(finding: Finding): Place {
  return placesOfTexts[finding.text] ?? placesOfTerms.get(finding.at) ?? null
}

/** Rules name their sentence without what all keys begin with, the structure of a file with it. */
function keyOf({ text }: Finding): string {
  return text.startsWith('e-invoice.') ? text : `e-invoice.${text}`
}

/** Sentences without {term} say the same wherever they are found. */
function namedTerm(finding: Finding): string {
  return textIn('en', keyOf(finding)).includes('{term}') ? finding.at : ''
}

/** A sentence that begins with a term begins with a capital all the same. */
function capitalised(sentence: string, language: Language): string {
  return sentence.slice(0, 1).toLocaleUpperCase(language) + sentence.slice(1)
}
