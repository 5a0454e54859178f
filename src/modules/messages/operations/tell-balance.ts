import { fail, notFound } from '../../../kernel/failure.ts'
import { formatDay, formatHours, formatQuantity, type Locale } from '../../../kernel/format.ts'
import { implement } from '../../../platform/operation/module.ts'
import { describeAgreements, findAgreements } from '../../agreements/index.ts'
import type { Standing } from '../../agreements/contract.ts'
import { addTimelineEntry, contactForDocuments } from '../../contacts/index.ts'
import { textIn } from '../../texts.ts'
import { messagesContract } from '../contract.ts'
import { customerPageAddress } from '../customer-page.ts'
import { queueMail } from '../queue.ts'

/** A word before the hours run out, so that nobody is surprised by the next invoice. */
export const tellBalance = implement(messagesContract['messages.tell-balance'], async (context, { agreementId }) => {
  const [agreement] = await findAgreements(context, { ids: [agreementId] })
  if (!agreement) return notFound('agreement')
  const [line] = await describeAgreements(context, [agreement])
  const standing = line!.standing.filter((each) => !each.isUnlimited && each.unit !== 'money')
  if (standing.length === 0) fail('agreement_without_balance', { name: agreement.name })
  const { language, name } = await contactForDocuments(context, agreement.payerId)
  const locale: Locale = { language, country: context.company.country }
  const text = (key: string, parameters: Record<string, string> = {}) =>
    textIn(language, `mail.balance.${key}`, { name: agreement.name, company: context.company.name, ...parameters })
  const url = await customerPageAddress(context, agreement.payerId)
  const id = await queueMail(context, {
    contactId: agreement.payerId,
    kind: 'free',
    language,
    subject: text('subject'),
    content: {
      paragraphs: [textIn(language, 'mail.greeting', { name }), text('body')],
      facts: standing.flatMap((each) => [
        [text('granted'), amountOf(each, each.granted, locale)] as const,
        [text('left'), amountOf(each, each.left, locale)] as const,
        ...(each.until ? [[text('until'), formatDay(each.until, locale, 'long')] as const] : []),
      ]),
      action: url === null ? null : { label: textIn(language, 'mail.open-page'), url },
      closing: [text('closing'), textIn(language, 'mail.signature', { company: context.company.name })],
    },
  })
  await addTimelineEntry(context, { contactId: agreement.payerId, kind: 'message.sent', subjectId: id, parameters: { subject: text('subject') } })
  context.emit('balance.told', { agreementId, contactId: agreement.payerId })
  return { id }
})

function amountOf(line: Standing, value: Standing['left'], locale: Locale): string {
  if (line.unit === 'minute') return formatHours(value, locale)
  return line.unit === 'money' ? '' : formatQuantity(value, line.unit, locale)
}
