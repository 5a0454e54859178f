import { formatDay, formatMoney, type Locale } from '../../../kernel/format.ts'
import { notFound } from '../../../kernel/failure.ts'
import { implement } from '../../../platform/operation/module.ts'
import { findAgreements } from '../../agreements/index.ts'
import { companyDetails } from '../../company/index.ts'
import { contactForDocuments } from '../../contacts/index.ts'
import { renderPdf } from '../../invoicing/index.ts'
import { queueMail } from '../../messages/index.ts'
import { sentenceOf } from '../../offer/sentence.ts'
import { textIn } from '../../texts.ts'
import { portalContract } from '../contract.ts'
import { portalAddress } from '../links.ts'
import { offerDocument } from '../offer-document.ts'

export const readOfferPdf = implement(portalContract['portal.offer-pdf'], async (context, { agreementId }) => {
  const [agreement] = await findAgreements(context, { ids: [agreementId] })
  if (!agreement || (context.actor.kind === 'customer' && agreement.payerId !== context.actor.contactId)) return notFound('agreement')
  const { model, fileName } = await offerDocument(context, agreementId)
  const bytes = await renderPdf(model)
  return { fileName, contentType: 'application/pdf', content: Buffer.from(bytes).toString('base64') }
})

export const mailOffer = implement(portalContract['portal.mail-offer'], async (context, { agreementId, kind, file, fileName }) => {
  const [agreement] = await findAgreements(context, { ids: [agreementId] })
  if (!agreement) return notFound('agreement')
  const { language, name } = await contactForDocuments(context, agreement.payerId)
  const locale: Locale = { language, country: context.company.country }
  const { taxRegime } = await companyDetails(context)
  const terms = (kind === 'amendment' ? agreement.versions.at(-1) : agreement.versions[0])!.terms
  const text = (key: string) => textIn(language, `portal.mail.${key}`, { name: agreement.name, company: context.company.name, customer: name })
  const id = await queueMail(context, {
    contactId: agreement.payerId,
    kind: 'offer',
    language,
    subject: text(`${kind}.subject`),
    content: {
      paragraphs: [text('hello'), text(`${kind}.body`), sentenceOf(terms, locale, { isTaxed: taxRegime === 'standard' })],
      facts: [
        ...(terms.price.fixed ? [[text('price'), formatMoney(terms.price.fixed.amount, locale)] as const] : []),
        ...(agreement.validUntil ? [[text('valid-until'), formatDay(agreement.validUntil, locale, 'long')] as const] : []),
      ],
      action: { label: text('open'), url: await portalAddress(context, agreement.payerId, { agreementId }) },
      closing: [text('thanks'), context.company.name],
    },
    attachments: kind === 'amendment' ? [] : [{ fileName, contentType: 'application/pdf', file, invoiceId: null }],
  })
  return { id }
})
