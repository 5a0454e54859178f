import { LinkButton } from '../../../web/kit/button.tsx'
import { FormError } from '../../../web/kit/form.tsx'
import { Page, State, Waiting } from '../../../web/kit/layout.tsx'
import { useGo, usePath } from '../../../web/kit/navigation.tsx'
import { useKeys } from '../../../web/kit/keys.tsx'
import { useOperation } from '../../../web/kit/query.ts'
import { useMay } from '../../../web/kit/session.tsx'
import { Slot } from '../../../web/kit/slot.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { AgreementLines } from './agreement-lines.tsx'
import { Related } from './related.tsx'
import { Suggestions } from './suggestions.tsx'
import { ThreadFacts } from './thread-facts.tsx'
import { Timeline } from './timeline.tsx'
import type { ThreadAnswer } from './wire.ts'
import styles from './thread.module.css'

/** One customer: who, what is promised and left, what to do now, and everything that happened. */
export function ThreadPage() {
  const { t } = useTexts()
  const { contactId } = usePath<'contactId'>()
  const thread = useOperation('thread.read', { contactId })
  if (thread.error)
    return (
      <Page title={t('thread.title')}>
        <FormError problem={thread.error} />
      </Page>
    )
  if (!thread.data) return <Waiting />
  return <Thread key={contactId} thread={thread.data} />
}

function Thread({ thread }: { thread: ThreadAnswer }) {
  const { contact } = thread
  return (
    <Page
      title={contact.name}
      titleBefore={<StateLine contact={contact} />}
      lead={<Related relationships={thread.relationships} jobTitle={contact.jobTitle} />}
      actions={<Actions thread={thread} />}
      aside={
        <div className={styles.aside}>
          <ThreadFacts thread={thread} />
          <Slot name="thread.aside" contactId={contact.id} thread={thread} />
        </div>
      }
    >
      <Slot name="thread.head" contactId={contact.id} thread={thread} />
      <div className={styles.factsOnPhone}>
        <ThreadFacts thread={thread} isBrief />
      </div>
      <Suggestions thread={thread} />
      <AgreementLines agreements={thread.agreements} contactId={contact.id} />
      <Timeline contactId={contact.id} first={thread.timeline} />
    </Page>
  )
}

function StateLine({ contact }: { contact: ThreadAnswer['contact'] }) {
  const { t, has } = useTexts()
  const kind = contact.kind === 'thing' && contact.thingKind !== '' ? contact.thingKind : undefined
  const named = kind && has(`thread.thing-${kind}`) ? t(`thread.thing-${kind}`) : kind
  const tone = contact.state === 'customer' ? 'good' : 'plain'
  return (
    <>
      {contact.kind === 'thing' ? <State>{named ?? t('thread.thing')}</State> : <State tone={tone}>{t(`thread.state-${contact.state}`)}</State>}
      {contact.isArchived ? <State tone="warn"> · {t('thread.archived')}</State> : null}
    </>
  )
}

/** What one often wants to do here; each module adds its own. */
function Actions({ thread }: { thread: ThreadAnswer }) {
  const { t } = useTexts()
  const go = useGo()
  const mayWrite = useMay('owner', 'staff')
  const { contact } = thread
  useKeys(
    [
      { key: 'o', label: t('thread.do-sell'), act: () => go(`/agreements/new?customer=${contact.id}`) },
      { key: 'e', label: t('kit.edit'), act: () => go(`/customers/${contact.id}/edit`) },
    ],
    { isActive: mayWrite },
  )
  if (!mayWrite) return null
  return (
    <>
      {contact.kind === 'thing' ? null : (
        <LinkButton to={`/agreements/new?customer=${contact.id}`} shortcut="o">
          {t('thread.do-sell')}
        </LinkButton>
      )}
      <Slot name="thread.actions" contactId={contact.id} contactName={contact.name} thread={thread} />
      <LinkButton to={`/customers/${contact.id}/edit`} shortcut="e">
        {t('kit.edit')}
      </LinkButton>
    </>
  )
}
