import { useState } from 'react'
import { Button } from '../../../web/kit/button.tsx'
import { call } from '../../../web/kit/client.ts'
import { useKeys } from '../../../web/kit/keys.tsx'
import { State } from '../../../web/kit/layout.tsx'
import { useAction } from '../../../web/kit/query.ts'
import { useTexts } from '../../../web/kit/texts.tsx'
import { nameOf, type Participant, type Session } from './sessions.ts'
import styles from './calendar.module.css'

/** Who was there: a letter marks a person as missing, `confirm` says that all others attended. */
export interface Attendance {
  readonly session: Session
  /** It has begun, somebody is expected, and the person may say so. */
  readonly mayConfirm: boolean
  readonly expected: readonly Participant[]
  readonly missing: ReadonlySet<string>
  readonly toggle: (participantId: string) => void
  readonly confirm: () => void
  readonly isRunning: boolean
}

/** Letters of persons; g, j, k and z belong to the house. */
const letters = 'abcdefhilmnopqrstuvwxy'

/** The keys work while the calling component is shown: the one around a sheet, not inside it, as a sheet hides all keys below it. */
export function useAttendance(session: Session, options: { mayWrite: boolean; onDone: () => void }): Attendance {
  const { t } = useTexts()
  const expected = session.participants.filter((each) => !each.outcome.startsWith('cancelled'))
  const [missing, setMissing] = useState<ReadonlySet<string>>(() => new Set(expected.filter((each) => each.outcome === 'no_show').map((each) => each.id)))
  const hasBegun = Date.parse(session.startsAt) <= Date.now()
  const mayConfirm = options.mayWrite && hasBegun && !session.isCancelled && expected.length > 0
  const action = useAction('calendar.confirm-attendance', {
    done: ({ attended, missed }) => (missed === 0 ? t('calendar.confirmed', { count: attended }) : t('calendar.confirmed-missing', { attended, missed })),
    undo: () => call('calendar.reopen-attendance', { sessionId: session.id }),
    onDone: options.onDone,
  })
  const toggle = (id: string) =>
    setMissing((before) => {
      const after = new Set(before)
      if (!after.delete(id)) after.add(id)
      return after
    })
  const confirm = () => action.run({ sessionId: session.id, missing: [...missing] as never })
  useKeys(
    mayConfirm
      ? [
          { key: 'Enter', label: t('calendar.confirm'), act: () => (isAtRest() ? confirm() : false) },
          ...expected.slice(0, letters.length).map((participant, index) => ({
            key: letters[index]!,
            label: nameOf(participant, t),
            group: t('calendar.missing'),
            act: () => toggle(participant.id),
          })),
        ]
      : [],
  )
  return { session, mayConfirm, expected, missing, toggle, confirm, isRunning: action.isRunning }
}

/** Enter is not meant for a link or a button. */
function isAtRest(): boolean {
  const { activeElement } = document
  return activeElement === document.body || activeElement?.id === 'page' || activeElement instanceof HTMLInputElement
}

/** The participants with their letters, and the button that confirms. */
export function AttendanceList({ attendance, mayWrite }: { readonly attendance: Attendance; readonly mayWrite: boolean }) {
  const { t } = useTexts()
  const { session, mayConfirm, expected, missing, toggle, confirm, isRunning } = attendance
  return (
    <>
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
          <Button look="primary" shortcut="Enter" isBusy={isRunning} onClick={confirm} data-autofocus>
            {missing.size === 0 ? t('calendar.all-attended') : t('calendar.confirm-count', { attended: expected.length - missing.size, missed: missing.size })}
          </Button>
        </p>
      ) : null}
    </>
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
