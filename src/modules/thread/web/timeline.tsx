import { useState } from 'react'
import { Button } from '../../../web/kit/button.tsx'
import { call } from '../../../web/kit/client.ts'
import { Time } from '../../../web/kit/figures.tsx'
import { useFormat } from '../../../web/kit/format.ts'
import { Section } from '../../../web/kit/layout.tsx'
import { Link } from '../../../web/kit/navigation.tsx'
import { asProblem } from '../../../web/kit/problem.ts'
import { useTexts } from '../../../web/kit/texts.tsx'
import { showToast } from '../../../web/kit/toast.tsx'
import { dayOf } from './day-of.ts'
import { entryText, placeOfEntry } from './entry-text.ts'
import { NoteField } from './note-field.tsx'
import type { WireEntry, WireTimeline } from './wire.ts'
import styles from './thread.module.css'

/** Everything that happened, the latest first, day by day; earlier pages on request. */
export function Timeline({ contactId, first }: { readonly contactId: string; readonly first: WireTimeline }) {
  const { t, describe } = useTexts()
  const format = useFormat()
  const [more, setMore] = useState<{ entries: readonly WireEntry[]; next: string | null }>()
  const [isLoading, setIsLoading] = useState(false)
  const known = new Set(first.entries.map((entry) => entry.id))
  const entries = [...first.entries, ...(more?.entries ?? []).filter((entry) => !known.has(entry.id))]
  const next = more ? more.next : first.next
  const loadMore = async () => {
    setIsLoading(true)
    try {
      const page = await call('thread.timeline', { contactId, after: next ?? undefined })
      setMore({ entries: [...(more?.entries ?? []), ...page.entries], next: page.next })
    } catch (error) {
      showToast({ text: describe(asProblem(error)), tone: 'bad' })
    } finally {
      setIsLoading(false)
    }
  }
  const days = Map.groupBy(entries, (entry) => dayOf(entry.occurredAt, format.zone))
  return (
    <Section title={t('thread.timeline')}>
      <NoteField contactId={contactId} />
      {entries.length === 0 ? <p className={styles.soft}>{t('thread.nothing-yet')}</p> : null}
      {[...days].map(([day, ofDay]) => (
        <section key={day} className={styles.day} aria-label={format.day(day)}>
          <h3 className={styles.dayTitle}>
            <time dateTime={day} title={format.day(day, { withWeekday: true })}>
              {format.relativeDay(day)}
            </time>
          </h3>
          <ol className={styles.entries}>
            {ofDay.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </ol>
        </section>
      ))}
      {next ? (
        <Button look="quiet" isBusy={isLoading} onClick={() => void loadMore()}>
          {t('thread.earlier')}
        </Button>
      ) : null}
    </Section>
  )
}

function Entry({ entry }: { entry: WireEntry }) {
  const translator = useTexts()
  const format = useFormat()
  const text = entryText(entry, { translator, format })
  const place = placeOfEntry(entry)
  return (
    <li className={styles.entry} data-kind={entry.kind}>
      <span className={styles.entryTime}>
        <Time value={entry.occurredAt} />
      </span>
      <span className={styles.entryText}>
        {place ? (
          <Link to={place} className={styles.entryLink}>
            {text.title}
          </Link>
        ) : (
          text.title
        )}
        {text.quote ? <span className={styles.quote}>{text.quote}</span> : null}
      </span>
      <span className={styles.actor}>{entry.actorName}</span>
    </li>
  )
}
