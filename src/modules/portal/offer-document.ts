import { formatAmount, formatDay, formatMoney, type Locale } from '../../kernel/format.ts'
import { notFound } from '../../kernel/failure.ts'
import type { Day } from '../../kernel/day.ts'
import type { AgreementId } from '../../kernel/id.ts'
import type { Language } from '../../kernel/language.ts'
import { multiply, subtract, sum, type Money } from '../../kernel/money.ts'
import type { Context } from '../../platform/operation/context.ts'
import { findAgreements, type StoredAgreement } from '../agreements/index.ts'
import { buyerOf, letterModel, sellerOf, type Buyer, type DocumentModel, type Seller } from '../invoicing/index.ts'
import { discountOn } from '../offer/discount.ts'
import { sentenceOf } from '../offer/sentence.ts'
import type { Price } from '../offer/terms.ts'
import { textIn } from '../texts.ts'

type OfferContext = Pick<Context, 'database' | 'company' | 'files' | 'today' | 'now'>

/** The offer as a letter in the customer's language, and the name under which it is saved. Fails with not_found. */
export async function offerDocument(context: OfferContext, agreementId: AgreementId): Promise<{ model: DocumentModel; fileName: string }> {
  const [agreement] = await findAgreements(context, { ids: [agreementId] })
  if (!agreement) return notFound('agreement')
  const { buyer, language } = await buyerOf(context, agreement.payerId)
  const seller = await sellerOf(context)
  const bytes = seller.logo && (await context.files.get(seller.logo.file))
  const logo = bytes && seller.logo ? { bytes: new Uint8Array(bytes), type: seller.logo.type } : null
  const fileName = `${agreement.name.replace(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 60)}.pdf`
  return { model: modelOf({ agreement, seller, buyer, language, logo }), fileName }
}

/** The text that is accepted, its price, and how to say yes. */
function modelOf(options: { agreement: StoredAgreement; seller: Seller; buyer: Buyer; language: Language; logo: DocumentModel['logo'] }): DocumentModel {
  const { agreement, seller, buyer, language } = options
  const locale: Locale = { language, country: seller.country }
  const version = agreement.versions[0]!
  const writtenOn: Day = agreement.offeredOn ?? agreement.createdOn
  return letterModel(
    { kind: 'offer', language, seller, buyer, logo: options.logo, writtenOn },
    {
      title: textIn(language, 'portal.letter.title', { name: agreement.name }),
      meta: agreement.validUntil ? [{ label: textIn(language, 'portal.letter.valid-until'), value: formatDay(agreement.validUntil, locale, 'long') }] : [],
      intro: version.offerText || sentenceOf(version.terms, locale),
      ...pricesOf(agreement.name, version.terms.price, locale),
      closing: agreement.acceptedOn === null ? textIn(language, 'portal.letter.closing') : null,
      legalNotes:
        seller.regime === 'small_business' ? [] : [textIn(language, `portal.letter.tax-${version.terms.price.isTaxIncluded ? 'included' : 'excluded'}`)],
      isDraft: agreement.offeredOn === null,
    },
  )
}

/** The fixed price less its discount, what is sold along, and the price of units beyond. */
export function pricesOf(name: string, price: Price, locale: Locale): Pick<DocumentModel, 'columns' | 'lines' | 'totals'> {
  const fixed = price.fixed && subtract(price.fixed.amount, discountOn(price, price.fixed.amount))
  const lines: { description: string; amount: Money }[] = [
    ...(fixed ? [{ description: name, amount: fixed }] : []),
    ...price.goods.map((good) => ({ description: good.description, amount: multiply(good.amount, good.quantity) })),
  ]
  const label = textIn(locale.language, price.fixed?.every === 'period' ? 'portal.letter.total-period' : 'portal.letter.total')
  const total = sum(
    lines.map((line) => line.amount),
    price.currency,
  )
  return {
    columns: [{ label: textIn(locale.language, 'document.amount', { currency: price.currency }), width: 90 }],
    lines: [
      ...lines.map((line) => ({ description: line.description, detail: null, cells: [formatAmount(line.amount, locale)], carried: null })),
      ...price.rates.map((rate) => ({
        description: textIn(locale.language, 'portal.letter.rate'),
        detail: null,
        cells: [`${formatAmount(rate.amount, locale)}${rate.unit === 'minute' ? ' /h' : ''}`],
        carried: null,
      })),
    ],
    totals: lines.length === 0 ? [] : [{ label, value: formatMoney(total, locale), isFinal: true }],
  }
}
