import { useEffect, useState } from 'react'
import { LinkButton, Button } from '../../../web/kit/button.tsx'
import { DayText, Time } from '../../../web/kit/figures.tsx'
import { FormError } from '../../../web/kit/form.tsx'
import { useKeys } from '../../../web/kit/keys.tsx'
import { useLater } from '../../../web/kit/later.ts'
import { Facts, Page, Waiting } from '../../../web/kit/layout.tsx'
import { Link, useGo, usePath } from '../../../web/kit/navigation.tsx'
import { useOperation } from '../../../web/kit/query.ts'
import { useMay } from '../../../web/kit/session.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { MessageState } from './message-state.tsx'
import styles from './messages.module.css'

/** One message as it was written, and what became of it. */
export function MessagePage() {
  const { t } = useTexts()
  const go = useGo()
  const { messageId } = usePath<'messageId'>()
  const mayChange = useMay('owner', 'staff')
  const [isLeaving, setIsLeaving] = useState(false)
  const message = useOperation('messages.read', { messageId }, isLeaving ? { refetchEverySeconds: 3 } : {})
  useEffect(() => setIsLeaving(message.data?.state === 'queued'), [message.data?.state])
  const again = useLater('messages.send-again', { waiting: t('messages.leaves'), done: t('messages.left') })
  const reply = `/messages/new?contact=${message.data?.contactId ?? ''}&reply=${messageId}` as const
  useKeys(mayChange && message.data ? [{ key: 'r', label: t('messages.answer'), act: () => go(reply) }] : [])
  if (message.error)
    return (
      <Page title={t('messages.one')}>
        <FormError problem={message.error} />
      </Page>
    )
  if (!message.data) return <Waiting />
  const { data } = message
  const isWaiting = data.state === 'held' || data.state === 'failed'
  return (
    <Page
      title={data.subject || t(`messages.channel-${data.channel}`)}
      titleBefore={<Link to={`/customers/${data.contactId}`}>{data.contactName}</Link>}
      actions={
        mayChange ? (
          <>
            {isWaiting ? <Button onClick={() => again.run({ messageId })}>{t('messages.send-again')}</Button> : null}
            <LinkButton to={reply} shortcut="r">
              {t('messages.answer')}
            </LinkButton>
          </>
        ) : undefined
      }
      aside={
        <Facts
          facts={[
            [t('messages.state'), <MessageState key="state" message={data} />],
            [
              t('messages.on'),
              <span key="on">
                <DayText value={data.at.slice(0, 10)} /> <Time value={data.at} />
              </span>,
            ],
            data.address ? [t('messages.to'), data.address] : undefined,
            data.attachments.length > 0 ? [t('messages.attachments'), data.attachments.map((each) => each.fileName).join(', ')] : undefined,
            ...data.facts
              .filter((fact) => fact.kind === 'failed')
              .slice(-1)
              .map((fact) => [t('messages.problem'), fact.detail ?? ''] as const),
          ]}
        />
      }
    >
      {data.state === 'held' ? <p className={styles.hint}>{t('messages.held-hint')}</p> : null}
      <div className={styles.text}>{data.text}</div>
    </Page>
  )
}
