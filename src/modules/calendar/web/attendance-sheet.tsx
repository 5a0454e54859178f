import { useFormat } from '../../../web/kit/format.ts'
import { useOperation } from '../../../web/kit/query.ts'
import { Sheet } from '../../../web/kit/sheet.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { AttendanceList, useAttendance } from './attendance.tsx'
import type { Session } from './sessions.ts'
import styles from './calendar.module.css'

/** Who of a group was missing, said without leaving Today. */
export function AttendanceSheet({ sessionId, onClose }: { readonly sessionId: string; readonly onClose: () => void }) {
  const { data } = useOperation('calendar.session', { sessionId })
  return data ? <Shown session={data} onClose={onClose} /> : null
}

function Shown({ session, onClose }: { readonly session: Session; readonly onClose: () => void }) {
  const { t } = useTexts()
  const format = useFormat()
  const attendance = useAttendance(session, { mayWrite: true, onDone: onClose })
  return (
    <Sheet title={`${session.serviceName}, ${format.relativeDay(session.on)} ${session.time}`} look="middle" onClose={onClose}>
      <p className={styles.detail}>{t('calendar.attendance-hint')}</p>
      <AttendanceList attendance={attendance} mayWrite={false} />
    </Sheet>
  )
}
