import { implement } from '../../../platform/operation/module.ts'
import { addTimelineEntry, contactForDocuments } from '../../contacts/index.ts'
import { textIn } from '../../texts.ts'
import { messagesContract } from '../contract.ts'
import { customerPageAddress } from '../customer-page.ts'
import { queueMail } from '../queue.ts'

/** The letter is set when the mail leaves: it says what is open then. */
export const sendStatement = implement(messagesContract['messages.send-statement'], async (context, { contactId, from, to }) => {
  const { language, name } = await contactForDocuments(context, contactId)
  const text = (key: string, parameters: Record<string, string> = {}) => textIn(language, `mail.${key}`, { company: context.company.name, ...parameters })
  const subject = text('statement.subject')
  const url = await customerPageAddress(context, contactId)
  const letter = { kind: 'statement', contactId, from: from ?? null, to: to ?? null } as const
  const id = await queueMail(context, {
    contactId,
    kind: 'free',
    language,
    subject,
    content: {
      paragraphs: [text('greeting', { name }), text('statement.body')],
      facts: [],
      action: url === null ? null : { label: text('open-page'), url },
      closing: [text('signature')],
    },
    attachments: [
      {
        fileName: `${textIn(language, 'payments.letter.statement').replace(/\s+/g, '-')}.pdf`,
        contentType: 'application/pdf',
        file: null,
        invoiceId: null,
        letter,
      },
    ],
  })
  await addTimelineEntry(context, { contactId, kind: 'message.sent', subjectId: id, parameters: { subject } })
  return { id }
})
