import type { Day } from '../../../kernel/day.ts'
import { formatMoney, type Locale } from '../../../kernel/format.ts'
import type { ContactId } from '../../../kernel/id.ts'
import type { Money } from '../../../kernel/money.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { buyerOf, letterModel, paymentCodeOf, sellerOf, type Buyer, type DocumentModel, type PaymentRequest, type Seller } from '../../invoicing/index.ts'
import { textIn } from '../../texts.ts'

/** What letters need of the house; a job has no more. */
export type LetterContext = Pick<Context, 'database' | 'company' | 'files' | 'today'>

export interface Letter {
  readonly model: DocumentModel
  readonly fileName: string
}

/** Who writes to whom, in whose language. */
export interface LetterFrame {
  readonly seller: Seller
  readonly buyer: Buyer
  readonly locale: Locale
  text(key: string, parameters?: Record<string, string | number>): string
  letter(kind: 'reminder' | 'statement', writtenOn: Day, parts: Parameters<typeof letterModel>[1]): DocumentModel
  /** The code to pay an amount by; none where the company wants none or no account can be paid into. */
  codes(request: { amount: Money; message: string; reference?: PaymentRequest['reference'] }): DocumentModel['paymentCodes']
  /** How to pay, beside the code. */
  payment(reference: string | null, codes: DocumentModel['paymentCodes']): DocumentModel['payment']
}

export async function letterFrame(context: LetterContext, contactId: ContactId): Promise<LetterFrame> {
  const { buyer, language } = await buyerOf(context, contactId)
  const seller = await sellerOf(context)
  const bytes = seller.logo && (await context.files.get(seller.logo.file))
  const logo = bytes && seller.logo ? { bytes: new Uint8Array(bytes), type: seller.logo.type } : null
  const locale: Locale = { language, country: seller.country }
  const text = (key: string, parameters: Record<string, string | number> = {}) => textIn(language, `payments.letter.${key}`, parameters)
  return {
    seller,
    buyer,
    locale,
    text,
    letter: (kind, writtenOn, parts) => letterModel({ kind, language, seller, buyer, logo, writtenOn }, parts),
    codes({ amount, message, reference = { kind: 'none', text: null } }) {
      if (!seller.look.showsPaymentCode) return []
      const code = paymentCodeOf({
        creditor: { ...seller, name: seller.legalName || seller.name },
        debtor: buyer,
        iban: seller.iban,
        qrIban: seller.qrIban,
        bic: seller.bic,
        reference,
        amount,
        currency: amount.currency,
        message,
        billInformation: null,
        language,
        label: textIn(language, 'document.code-label', { amount: formatMoney(amount, locale) }),
        caption: textIn(language, 'document.code-caption'),
      })
      return code ? [code] : []
    },
    payment: (reference, codes) =>
      // A Swiss slip says all of it.
      (seller.iban || seller.qrIban) && !codes.some((code) => code.kind === 'swiss')
        ? {
            title: text('how-to-pay'),
            due: [],
            account: [
              { label: 'IBAN', value: (seller.iban ?? seller.qrIban)!.replace(/(.{4})(?=.)/g, '$1 ') },
              ...(reference ? [{ label: text('reference'), value: reference }] : []),
            ],
          }
        : null,
  }
}
