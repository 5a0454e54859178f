import { LinkButton } from '../../../web/kit/button.tsx'
import { Segmented } from '../../../web/kit/choice.tsx'
import { RelativeDay } from '../../../web/kit/figures.tsx'
import { FormError } from '../../../web/kit/form.tsx'
import { useKeys } from '../../../web/kit/keys.tsx'
import { useLater } from '../../../web/kit/later.ts'
import { EmptyState, Page, Waiting } from '../../../web/kit/layout.tsx'
import { List, type Row } from '../../../web/kit/list.tsx'
import { useGo, useQueryText, type Place } from '../../../web/kit/navigation.tsx'
import type { CallOutput } from '../../../web/kit/operations.ts'
import { useAction, useOperation } from '../../../web/kit/query.ts'
import { useMay } from '../../../web/kit/session.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { call } from '../../../web/kit/client.ts'
import { MessageState } from './message-state.tsx'

type Line = CallOutput<'messages.list'>['messages'][number]
const boxes = ['all', 'unanswered', 'waiting', 'out', 'in'] as const
type Box = (typeof boxes)[number]

/** All messages with customers, latest first: what waits for an answer, what waits in the outbox, what left and came. */
export function MessagesPage() {
  const { t } = useTexts()
  const go = useGo()
  const mayChange = useMay('owner', 'staff')
  const [box, setBox] = useQueryText('box', 'all')
  const [after] = useQueryText('after')
  const list = useOperation('messages.list', { box: box as Box, ...(after ? { after } : {}) }, { keepPrevious: true })
  const rows = useRows(list.data?.messages ?? [], mayChange)
  useKeys(mayChange ? [{ key: 'n', label: t('messages.write'), act: () => go('/messages/new') }] : [])
  const counts: Partial<Record<Box, number>> = { unanswered: list.data?.unanswered ?? 0, waiting: list.data?.waiting ?? 0 }
  const label = (each: Box) => (counts[each] ? `${t(`messages.box-${each}`)} ${counts[each]}` : t(`messages.box-${each}`))
  return (
    <Page
      title={t('messages.title')}
      actions={
        mayChange ? (
          <LinkButton to="/messages/new" look="primary" shortcut="n">
            {t('messages.write')}
          </LinkButton>
        ) : undefined
      }
    >
      <Segmented
        label={t('messages.show')}
        isLabelHidden
        value={box as Box}
        onChange={setBox}
        choices={boxes.map((value) => ({ value, label: label(value) }))}
      />
      <FormError problem={list.error} />
      {list.data ? (
        <>
          <List label={t('messages.title')} rows={rows} empty={<EmptyState text={t(`messages.none-${box}`)} hint={t('messages.none-hint')} />} />
          {list.data.next ? (
            <LinkButton look="quiet" to={`/messages?box=${box}&after=${encodeURIComponent(list.data.next)}` as Place}>
              {t('messages.older')}
            </LinkButton>
          ) : null}
        </>
      ) : list.error ? null : (
        <Waiting />
      )}
    </Page>
  )
}

function useRows(messages: readonly Line[], mayChange: boolean): Row[] {
  const { t } = useTexts()
  const go = useGo()
  const again = useLater('messages.send-again', { waiting: t('messages.leaves'), done: t('messages.left') })
  const answered = useAction('messages.mark-answered', {
    done: t('messages.marked'),
    undo: (_output, { messageId }) => call('messages.mark-unanswered', { messageId }),
  })
  return messages.map((message) => ({
    id: message.id,
    title: message.contactName,
    detail: shortened([message.subject, message.excerpt].filter(Boolean).join(' · ')),
    figure: <MessageState message={message} />,
    figureDetail: <RelativeDay value={message.at.slice(0, 10)} />,
    to: `/messages/${message.id}`,
    actions: mayChange
      ? [
          ...(message.isAnswered
            ? []
            : [
                { key: 'r', label: t('messages.answer'), act: () => go(`/messages/new?contact=${message.contactId}&reply=${message.id}`) },
                { key: 'd', label: t('messages.needs-none'), act: () => answered.run({ messageId: message.id }) },
              ]),
          ...(message.state === 'held' || message.state === 'failed'
            ? [{ key: 's', label: t('messages.send-again'), act: () => again.run({ messageId: message.id }) }]
            : []),
        ]
      : [],
  }))
}

/** Two or three lines' worth, ended between words. */
function shortened(text: string): string {
  return text.length <= 100 ? text : `${text.slice(0, 100).replace(/\s+\S*$/, '')} …`
}
