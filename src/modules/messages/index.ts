import type { ContactId } from '../../kernel/id.ts'
import type { Module } from '../../platform/operation/module.ts'
import { registerTexts } from '../texts.ts'
import { messagesContract } from './contract.ts'
import { deliverMessage } from './deliver.ts'
import { lettersMigration } from './migrations/0002-letters.ts'
import { messagesMigration } from './migrations/0001-messages.ts'
import { listMessages, readMessage } from './operations/read-messages.ts'
import { markAnswered, markUnanswered, noteDelivery, recordMessage, sendAgain, sendMessage } from './operations/write-messages.ts'
import { sendStatement } from './operations/send-statement.ts'
import { tellBalance } from './operations/tell-balance.ts'
import { moveMessages } from './store.ts'
import { sendDocument, sendReminder } from './subscribers.ts'
import { de } from './texts/de.ts'
import { en } from './texts/en.ts'
import { fr } from './texts/fr.ts'
import { it } from './texts/it.ts'

registerTexts({ en, de, fr, it })

export const messagesModule: Module = {
  name: 'messages',
  contract: messagesContract,
  operations: [listMessages, readMessage, sendMessage, tellBalance, sendStatement, sendAgain, recordMessage, markAnswered, markUnanswered, noteDelivery],
  migrations: [messagesMigration, lettersMigration],
  subscribers: {
    'invoice.send-requested': sendDocument,
    'invoice.reminded': sendReminder,
    'contact.merged': (context, { contactId, otherId }: { contactId: ContactId; otherId: ContactId }) =>
      moveMessages(context, { from: otherId, to: contactId }),
  },
  jobs: { 'messages.send': deliverMessage },
}

export { contentOfText, type MailContent } from './content.ts'
export { setCustomerPage } from './customer-page.ts'
export { messagesWithCustomer, receiveOnPage } from './with-customer.ts'
export { queueMail, type NewMail } from './queue.ts'
export { countMessagesWith } from './store.ts'
export { messagesUnanswered } from './unanswered.ts'
