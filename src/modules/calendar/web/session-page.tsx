import { useState } from 'react'
import { Button } from '../../../web/kit/button.tsx'
import { call } from '../../../web/kit/client.ts'
import { Combobox } from '../../../web/kit/combobox.tsx'
import { FormError } from '../../../web/kit/form.tsx'
import { useFormat } from '../../../web/kit/format.ts'
import { useKeys } from '../../../web/kit/keys.tsx'
import { Facts, Page, Section, State, Waiting } from '../../../web/kit/layout.tsx'
import { Link, useGo, usePath } from '../../../web/kit/navigation.tsx'
import { useAction, useOperation } from '../../../web/kit/query.ts'
import { useMay } from '../../../web/kit/session.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { findPeople } from './find-people.ts'
import { MoveSheet } from './move-sheet.tsx'
import { SessionState } from './days.tsx'
import { nameOf, type Participant, type Session } from './sessions.ts'
import styles from './calendar.module.css'

/** One session: who takes part, who was there. A letter marks a person as missing, Enter confirms the rest. */
export function SessionPage() {
  const { t } = useTexts()
  const { sessionId } = usePath<'sessionId'>()
  const session = useOperation('calendar.session', { sessionId })
  if (session.error)
    return (
      <Page title={t('calendar.session')}>
        <FormError problem={session.error} />
      </Page>
    )
  if (!session.data) return <Waiting />
  return <Shown key={session.data.id} session={session.data} />
}

function Shown({ session }: { readonly session: Session }) {
  const { t } = useTexts()
  const format = useFormat()
  const go = useGo()
  const mayWrite = useMay('owner', 'staff')
  const [isMoving, setIsMoving] = useState(false)
  const cancel = useAction('calendar.cancel', { done: t('calendar.cancelled'), undo: () => call('calendar.restore', { sessionId: session.id }) })
  const restore = useAction('calendar.restore', { done: t('calendar.restored') })
  useKeys(mayWrite && !session.isCancelled ? [{ key: 'Mod+e', label: t('calendar.move'), act: () => setIsMoving(true) }] : [])
  return (
    <Page
      title={session.serviceName}
      titleBefore={<Link to={`/calendar?on=${session.on}`}>{t('calendar.title')}</Link>}
      lead={
        <>
          {format.day(session.on, { withWeekday: true })}, {session.time} · {format.hours(session.minutes)} <SessionState session={session} />
        </>
      }
      actions={
        mayWrite ? (
          session.isCancelled ? (
            <Button onClick={() => restore.run({ sessionId: session.id })}>{t('calendar.restore')}</Button>
          ) : (
            <>
              <Button icon="edit" onClick={() => setIsMoving(true)}>
                {t('calendar.move')}
              </Button>
              <Button look="quiet" onClick={() => cancel.run({ sessionId: session.id })}>
                {t('calendar.cancel')}
              </Button>
            </>
          )
        ) : null
      }
      aside={
        <Facts
          facts={[
            session.place === '' ? undefined : [t('calendar.place'), session.place],
            session.note === '' ? undefined : [t('calendar.note'), session.note],
          ]}
        />
      }
    >
      <Attendance session={session} mayWrite={mayWrite && !session.isCancelled} onDone={() => go(`/calendar?on=${session.on}`, { replace: true })} />
      {isMoving ? <MoveSheet session={session} onClose={() => setIsMoving(false)} /> : null}
    </Page>
  )
}

/** Letters of persons; g, j, k and z belong to the house. */
const letters = 'abcdefhilmnopqrstuvwxy'

function Attendance({ session, mayWrite, onDone }: { readonly session: Session; readonly mayWrite: boolean; readonly onDone: () => void }) {
  const { t } = useTexts()
  const expected = session.participants.filter((each) => !each.outcome.startsWith('cancelled'))
  const [missing, setMissing] = useState<ReadonlySet<string>>(() => new Set(expected.filter((each) => each.outcome === 'no_show').map((each) => each.id)))
  const hasBegun = Date.parse(session.startsAt) <= Date.now()
  const mayConfirm = mayWrite && hasBegun && expected.length > 0
  const confirm = useAction('calendar.confirm-attendance', {
    done: ({ attended, missed }) => (missed === 0 ? t('calendar.confirmed', { count: attended }) : t('calendar.confirmed-missing', { attended, missed })),
    undo: () => call('calendar.reopen-attendance', { sessionId: session.id }),
    onDone,
  })
  const toggle = (id: string) =>
    setMissing((before) => {
      const after = new Set(before)
      if (!after.delete(id)) after.add(id)
      return after
    })
  const confirmAll = () => confirm.run({ sessionId: session.id, missing: [...missing] as never })
  useKeys(
    mayConfirm
      ? [
          {
            key: 'Enter',
            label: t('calendar.confirm'),
            act: () => (document.activeElement === document.body || document.activeElement?.id === 'page' ? confirmAll() : false),
          },
          ...expected.slice(0, letters.length).map((participant, index) => ({
            key: letters[index]!,
            label: nameOf(participant, t),
            group: t('calendar.missing'),
            act: () => toggle(participant.id),
          })),
        ]
      : [],
  )
  return (
    <Section title={t('calendar.participants')} lead={mayConfirm ? t('calendar.attendance-hint') : undefined}>
      <ul className={styles.people}>
        {session.participants.map((participant) => (
          <Person
            key={participant.id}
            participant={participant}
            letter={mayConfirm ? letters[expected.indexOf(participant)] : undefined}
            isMissing={missing.has(participant.id)}
            mayWrite={mayWrite}
            onToggle={mayConfirm && expected.includes(participant) ? () => toggle(participant.id) : undefined}
          />
        ))}
      </ul>
      {mayConfirm ? (
        <p className={styles.confirm}>
          <Button look="primary" shortcut="Enter" isBusy={confirm.isRunning} onClick={confirmAll}>
            {missing.size === 0 ? t('calendar.all-attended') : t('calendar.confirm-count', { attended: expected.length - missing.size, missed: missing.size })}
          </Button>
        </p>
      ) : null}
      {mayWrite ? <AddPerson session={session} /> : null}
    </Section>
  )
}

function Person({
  participant,
  letter,
  isMissing,
  mayWrite,
  onToggle,
}: {
  readonly participant: Participant
  readonly letter: string | undefined
  readonly isMissing: boolean
  readonly mayWrite: boolean
  readonly onToggle: (() => void) | undefined
}) {
  const { t } = useTexts()
  const set = useAction('calendar.set-outcome', {
    done: t('calendar.noted'),
    undo: () => call('calendar.set-outcome', { participantId: participant.id, outcome: participant.outcome }),
  })
  const name = nameOf(participant, t)
  const isCancelled = participant.outcome.startsWith('cancelled')
  return (
    <li className={styles.person} data-missing={isMissing || undefined} data-cancelled={isCancelled || undefined}>
      {onToggle ? (
        <label className={styles.present}>
          <input type="checkbox" checked={!isMissing} onChange={onToggle} />
          <span>{name}</span>
          {letter ? <kbd aria-hidden="true">{letter.toUpperCase()}</kbd> : null}
        </label>
      ) : (
        <span>{name}</span>
      )}
      <span className={styles.detail}>{participant.agreementName ?? t('calendar.single-price')}</span>
      {isMissing && onToggle ? <State tone="bad">{t('calendar.outcome-no_show')}</State> : <State>{t(`calendar.outcome-${participant.outcome}`)}</State>}
      {mayWrite && participant.outcome === 'booked' ? (
        <span className={styles.outcomes}>
          <Button size="small" look="quiet" onClick={() => set.run({ participantId: participant.id, outcome: 'cancelled_in_time' })}>
            {t('calendar.cancel-in-time')}
          </Button>
          <Button size="small" look="quiet" onClick={() => set.run({ participantId: participant.id, outcome: 'cancelled_late' })}>
            {t('calendar.cancel-late')}
          </Button>
        </span>
      ) : null}
      {mayWrite && isCancelled ? (
        <Button size="small" look="quiet" onClick={() => set.run({ participantId: participant.id, outcome: 'booked' })}>
          {t('calendar.book-again')}
        </Button>
      ) : null}
    </li>
  )
}

function AddPerson({ session }: { readonly session: Session }) {
  const { t } = useTexts()
  const add = useAction('calendar.add-participant', { done: t('calendar.added') })
  return (
    <div className={styles.add}>
      <Combobox
        label={t('calendar.add')}
        name="person"
        value={null}
        opensOnFocus={false}
        onChange={(option) => {
          if (option) add.run({ sessionId: session.id, contactId: option.id })
        }}
        load={findPeople}
      />
    </div>
  )
}
