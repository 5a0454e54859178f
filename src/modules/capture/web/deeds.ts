import { useRef } from 'react'
import { call } from '../../../web/kit/client.ts'
import { useLater } from '../../../web/kit/later.ts'
import { useGo } from '../../../web/kit/navigation.tsx'
import type { CallInput } from '../../../web/kit/operations.ts'
import { useAction, type ActionOptions } from '../../../web/kit/query.ts'
import { useSession } from '../../../web/kit/session.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import type { Understanding } from '../understanding.ts'
import { pageOfCommand } from './commands.ts'
import { placeOfFound } from './place-of-found.ts'

/** Does what a reading says; every deed shows a toast, with Undo where it can be taken back. A failed one gives its line back. */
export function useDeeds(): (reading: Understanding, giveBack: () => void) => void {
  const failed = useRef<() => void>(undefined)
  const { t } = useTexts()
  const go = useGo()
  const { companies } = useSession()
  const told = <Name extends Parameters<typeof useAction>[0]>(key: string, undo?: ActionOptions<Name>['undo']): ActionOptions<Name> => ({
    done: t(key),
    ...(undo ? { undo } : {}),
    onProblem: () => {
      failed.current?.()
      return false
    },
  })
  const time = useAction(
    'work.record-time',
    told<'work.record-time'>('capture.done.time', ({ id }) => call('work.remove-time', { timeEntryId: id })),
  )
  const session = useAction(
    'calendar.book',
    told<'calendar.book'>('capture.done.session', ({ id }) => call('calendar.cancel', { sessionId: id })),
  )
  const task = useAction(
    'contacts.add-task',
    told<'contacts.add-task'>('capture.done.task', ({ id }) => call('contacts.remove-task', { taskId: id })),
  )
  const note = useAction(
    'contacts.add-note',
    told<'contacts.add-note'>('capture.done.note', ({ id }) => call('contacts.remove-note', { noteId: id })),
  )
  const contact = useAction('contacts.create', {
    ...told<'contacts.create'>('capture.done.contact', ({ id }) => call('contacts.archive', { contactId: id })),
    onDone: ({ id }) => go(`/customers/${id}`),
  })
  const payment = useAction(
    'payments.record',
    told<'payments.record'>('capture.done.payment', ({ id }) => call('payments.remove', { paymentId: id })),
  )
  const expense = useAction(
    'expenses.record',
    told<'expenses.record'>('capture.done.expense', ({ id }) => call('expenses.remove', { expenseId: id })),
  )
  const send = useLater('agreements.offer', { waiting: t('capture.doing.offer'), done: t('capture.done.offer') })
  const offer = useAction('agreements.create', { ...told<'agreements.create'>('capture.done.draft'), onDone: ({ id }) => send.run({ agreementId: id }) })
  const agreement = useAction('agreements.create', told<'agreements.create'>('capture.done.agreement'))
  const invoice = useLater('invoicing.bill-customer', { waiting: t('capture.doing.invoice'), done: t('capture.done.invoice') })
  return (reading, giveBack) => {
    failed.current = giveBack
    const input = reading.input as never
    switch (reading.intent) {
      case 'time':
        return time.run(input)
      case 'session':
        return session.run(input)
      case 'task':
        return task.run(input)
      case 'note':
        return note.run(input)
      case 'contact':
        return contact.run(input)
      case 'payment':
        return payment.run(input)
      case 'offer':
        return offer.run(input)
      case 'agreement':
        return agreement.run(input)
      case 'invoice':
        return invoice.run(input as CallInput<'invoicing.bill-customer'>)
      case 'find':
        return void openFound(reading, go)
      case 'switch':
        return switchTo(companies.find((company) => company.id === reading.input['companyId'])?.slug)
      case 'go':
        return go(`/${String(reading.input['place'])}` as `/${string}`)
      case 'command': {
        const page = pageOfCommand(String(reading.input['command']))
        return page && go(page)
      }
      case 'expense':
        return expense.run(input)
    }
  }
}

/** Opens what the line names, or the first thing that the search finds. */
async function openFound(reading: Understanding, go: ReturnType<typeof useGo>): Promise<void> {
  const { invoiceId, contactId, text } = reading.input as { invoiceId?: string; contactId?: string; text?: string }
  if (invoiceId) return go(`/money/invoices/${invoiceId}`)
  if (contactId) return go(`/customers/${contactId}`)
  const { found } = await call('contacts.find', { text: text ?? '', limit: 12 })
  const first = found.find((each) => placeOfFound(each))
  if (first) go(placeOfFound(first)!)
}

/** Another company is another address; everything is loaded anew for it. */
function switchTo(slug: string | undefined): void {
  if (slug !== undefined) window.location.assign(`/c/${slug}/today`)
}
