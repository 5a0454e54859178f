import { call } from '../../../web/kit/client.ts'
import type { RowAction } from '../../../web/kit/list.tsx'
import { useAction } from '../../../web/kit/query.ts'
import { useMay } from '../../../web/kit/session.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'

/** What can be done with a session in a list: everybody was there, or it does not take place. */
export function useSessionActions(): (session: { id: string; isCancelled: boolean; awaitsAttendance: boolean }) => RowAction[] {
  const { t } = useTexts()
  const mayWrite = useMay('owner', 'staff')
  const confirm = useAction('calendar.confirm-attendance', {
    done: ({ attended }) => t('calendar.confirmed', { count: attended }),
    undo: (_, { sessionId }) => call('calendar.reopen-attendance', { sessionId }),
  })
  const cancel = useAction('calendar.cancel', { done: t('calendar.cancelled'), undo: (_, { sessionId }) => call('calendar.restore', { sessionId }) })
  return (session) => {
    if (!mayWrite || session.isCancelled) return []
    return [
      ...(session.awaitsAttendance ? [{ key: 'a', label: t('calendar.all-attended'), act: () => confirm.run({ sessionId: session.id }) }] : []),
      { key: 'x', label: t('calendar.cancel'), act: () => cancel.run({ sessionId: session.id }) },
    ]
  }
}
