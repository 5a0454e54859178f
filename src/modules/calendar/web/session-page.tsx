import { useState } from 'react'
import { Button } from '../../../web/kit/button.tsx'
import { call } from '../../../web/kit/client.ts'
import { Combobox } from '../../../web/kit/combobox.tsx'
import { FormError } from '../../../web/kit/form.tsx'
import { useFormat } from '../../../web/kit/format.ts'
import { useKeys } from '../../../web/kit/keys.tsx'
import { Facts, Page, Section, Waiting } from '../../../web/kit/layout.tsx'
import { Link, useGo, usePath } from '../../../web/kit/navigation.tsx'
import { useAction, useOperation } from '../../../web/kit/query.ts'
import { useMay } from '../../../web/kit/session.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { AttendanceList, useAttendance } from './attendance.tsx'
import { findPeople } from './find-people.ts'
import { MoveSheet } from './move-sheet.tsx'
import { SessionState } from './days.tsx'
import type { Session } from './sessions.ts'
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

function Attendance({ session, mayWrite, onDone }: { readonly session: Session; readonly mayWrite: boolean; readonly onDone: () => void }) {
  const { t } = useTexts()
  const attendance = useAttendance(session, { mayWrite, onDone })
  return (
    <Section title={t('calendar.participants')} lead={attendance.mayConfirm ? t('calendar.attendance-hint') : undefined}>
      <AttendanceList attendance={attendance} mayWrite={mayWrite} />
      {mayWrite ? <AddPerson session={session} /> : null}
    </Section>
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
