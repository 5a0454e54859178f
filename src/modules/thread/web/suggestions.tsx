import { call } from '../../../web/kit/client.ts'
import { Money } from '../../../web/kit/figures.tsx'
import { Section } from '../../../web/kit/layout.tsx'
import { useLater } from '../../../web/kit/later.ts'
import { List, type Row } from '../../../web/kit/list.tsx'
import { useGo } from '../../../web/kit/navigation.tsx'
import { useAction } from '../../../web/kit/query.ts'
import { useMay } from '../../../web/kit/session.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { Slot } from '../../../web/kit/slot.tsx'
import type { MoneyOnTheWire } from '../../../kernel/money.ts'
import type { ThreadAnswer, WireSuggestion } from './wire.ts'
import styles from './thread.module.css'

const letters: Readonly<Record<WireSuggestion['kind'], string>> = {
  answer: 'w',
  remind: 'r',
  'record-payment': 'p',
  invoice: 'i',
  'accept-offer': 'a',
  'complete-task': 'd',
  sell: 'o',
}

/** What can be done now, each by its letter. */
export function Suggestions({ thread }: { readonly thread: ThreadAnswer }) {
  const { t } = useTexts()
  const go = useGo()
  const who = thread.contact.name
  const remind = useLater('payments.remind', { waiting: t('thread.will-remind', { who }) })
  const invoice = useLater('invoicing.bill-customer', { waiting: t('thread.will-invoice', { who }) })
  const pay = useAction('payments.record', {
    done: t('thread.paid'),
    undo: ({ id }) => call('payments.remove', { paymentId: id }, { idempotencyKey: crypto.randomUUID() }),
  })
  const accept = useAction('agreements.accept', { done: t('thread.accepted') })
  const complete = useAction('contacts.complete-task', {
    done: t('thread.task-done'),
    undo: (_output, { taskId }) => call('contacts.reopen-task', { taskId }, { idempotencyKey: crypto.randomUUID() }),
  })
  const mayWrite = useMay('owner', 'staff')
  if (!mayWrite || thread.contact.isErased) return null
  const act = ({ kind, doing, subjectId }: WireSuggestion) => {
    const input = (doing?.input ?? {}) as never
    if (kind === 'remind') remind.run(input)
    else if (kind === 'invoice') invoice.run(input)
    else if (kind === 'record-payment') pay.run(input)
    else if (kind === 'accept-offer') accept.run(input)
    else if (kind === 'complete-task') complete.run(input)
    else if (kind === 'answer') go(`/messages/new?contact=${thread.contact.id}&reply=${subjectId ?? ''}`)
    else go(`/agreements/new?customer=${thread.contact.id}`)
  }
  return (
    <Section title={t('thread.now')}>
      <List label={t('thread.now')} actionsShown="always" rows={thread.suggestions.map((suggestion) => rowOf(suggestion, act, t))} />
      {thread.contact.kind === 'thing' ? null : (
        <div className={styles.now}>
          <Slot name="thread.now" contactId={thread.contact.id} contactName={who} />
        </div>
      )}
    </Section>
  )
}

function rowOf(suggestion: WireSuggestion, act: (suggestion: WireSuggestion) => void, t: ReturnType<typeof useTexts>['t']): Row {
  const { kind, facts, subjectId } = suggestion
  const words = Object.fromEntries(Object.entries(facts).filter((entry): entry is [string, string | number] => typeof entry[1] !== 'object'))
  const amount = facts['amount'] as MoneyOnTheWire | undefined
  return {
    id: `${kind}${subjectId ?? ''}`,
    title: t(`thread.can-${kind}`, words),
    figure: amount ? <Money value={amount} /> : undefined,
    open: () => act(suggestion),
    actions: [{ key: letters[kind], label: t(`thread.do-${kind}`), act: () => act(suggestion), isMain: true }],
  }
}
