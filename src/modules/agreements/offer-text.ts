import { createHash } from 'node:crypto'
import { formatDay } from '../../kernel/format.ts'
import type { Context } from '../../platform/operation/context.ts'
import { companyDetails } from '../company/index.ts'
import { contactForDocuments } from '../contacts/index.ts'
import { sentenceOf } from '../offer/sentence.ts'
import type { Terms } from '../offer/terms.ts'
import { textIn } from '../texts.ts'
import type { StoredAgreement } from './store.ts'

/**
 * The words that a customer accepts, in the customer's language, and their SHA-256. The whole terms stand below as
 * data, so that the evidence covers them to the last number.
 */
export async function offerTextOf(
  context: Context,
  options: { agreement: Pick<StoredAgreement, 'payerId' | 'name' | 'note' | 'validUntil'>; terms: Terms; effectiveOn: StoredAgreement['validUntil'] },
): Promise<{ offerText: string; textHash: string }> {
  const { agreement, terms, effectiveOn } = options
  const { taxRegime } = await companyDetails(context)
  const payer = await contactForDocuments(context, agreement.payerId)
  const locale = { language: payer.language, country: context.company.country }
  const say = (key: string, parameters: Record<string, string>) => textIn(payer.language, key, parameters)
  const lines = [
    say('agreements.text.between', { seller: context.company.name, buyer: payer.name }),
    agreement.name,
    sentenceOf(terms, locale, { isTaxed: taxRegime === 'standard' }),
    ...(agreement.note === '' ? [] : [agreement.note]),
    ...(terms.duration.startsOn ? [say('agreements.text.starts', { day: formatDay(terms.duration.startsOn, locale, 'long') })] : []),
    ...(effectiveOn ? [say('agreements.text.effective', { day: formatDay(effectiveOn, locale, 'long') })] : []),
    ...(agreement.validUntil && !effectiveOn ? [say('agreements.text.valid', { day: formatDay(agreement.validUntil, locale, 'long') })] : []),
  ]
  const offerText = lines.join('\n')
  return { offerText, textHash: hashOf(`${offerText}\n${JSON.stringify(terms)}`) }
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
