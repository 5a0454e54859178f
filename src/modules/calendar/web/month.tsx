import { useEffect, useRef, type MouseEvent } from 'react'
import { addDays, addMonths, startOfMonth, type Day } from '../../../kernel/day.ts'
import { FormError } from '../../../web/kit/form.tsx'
import { useFormat } from '../../../web/kit/format.ts'
import { useKeys } from '../../../web/kit/keys.tsx'
import { Waiting } from '../../../web/kit/layout.tsx'
import { useGo } from '../../../web/kit/navigation.tsx'
import { useIsPhone } from '../../../web/kit/phone.ts'
import { useOperation } from '../../../web/kit/query.ts'
import { useMay } from '../../../web/kit/session.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { firstWeekday, weeksOfMonth } from '../../../web/kit/week.ts'
import { DayLines } from './day-lines.tsx'
import { MonthDay } from './month-day.tsx'
import { linesByDay } from './sessions.ts'
import styles from './month.module.css'

/** Whole weeks around a month; the arrow keys move through the days, Enter opens one, a click beside the lines books. */
export function Month({ on, onChoose, onOpen }: { readonly on: Day; readonly onChoose: (day: Day) => void; readonly onOpen: (day: Day) => void }) {
  const { t } = useTexts()
  const format = useFormat()
  const isPhone = useIsPhone()
  const weeks = weeksOfMonth(on, firstWeekday(format.locale))
  const overview = useOperation('calendar.overview', { from: weeks[0]![0]!, to: weeks.at(-1)!.at(-1)! }, { keepPrevious: true })
  const grid = useDayKeys({ on, onChoose, onOpen })
  const onClick = useBookByClick(isPhone)
  if (overview.error) return <FormError problem={overview.error} />
  if (!overview.data) return <Waiting />
  const lines = linesByDay(overview.data.sessions, format.zone)
  return (
    <>
      <table ref={grid} className={styles.month} data-phone={isPhone || undefined} onClick={onClick}>
        <caption className="visually-hidden">{t('calendar.month-hint')}</caption>
        <thead>
          <tr>
            {weeks[0]!.map((day) => (
              <th key={day} scope="col" abbr={weekday(format.locale, day, 'long')}>
                {weekday(format.locale, day, 'short')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <MonthDay
                  key={day}
                  day={day}
                  lines={lines.get(day) ?? []}
                  isChosen={day === on}
                  isOutside={startOfMonth(day) !== startOfMonth(on)}
                  isPhone={isPhone}
                  onChoose={onChoose}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {isPhone ? <DayLines day={on} lines={lines.get(on) ?? []} /> : null}
    </>
  )
}

/** Moves the chosen day and takes the focus along; keys that belong to a choice or a field stay theirs. */
function useDayKeys({ on, onChoose, onOpen }: { on: Day; onChoose: (day: Day) => void; onOpen: (day: Day) => void }) {
  const { t } = useTexts()
  const grid = useRef<HTMLTableElement>(null)
  const isMoving = useRef(false)
  useEffect(() => {
    if (!isMoving.current) return
    isMoving.current = false
    grid.current?.querySelector<HTMLElement>(`[data-day="${on}"]`)?.focus()
  })
  const isElsewhere = () => document.activeElement !== document.body && !grid.current?.contains(document.activeElement)
  const to = (next: Day) => {
    if (isElsewhere()) return false
    isMoving.current = true
    return onChoose(next)
  }
  const group = t('calendar.month')
  useKeys([
    { key: 'ArrowLeft', label: t('calendar.day-before'), group, act: () => to(addDays(on, -1)) },
    { key: 'ArrowRight', label: t('calendar.day-after'), group, act: () => to(addDays(on, 1)) },
    { key: 'ArrowUp', label: t('calendar.week-before'), group, act: () => to(addDays(on, -7)) },
    { key: 'ArrowDown', label: t('calendar.week-after'), group, act: () => to(addDays(on, 7)) },
    { key: 'PageUp', act: () => to(addMonths(on, -1)) },
    { key: 'PageDown', act: () => to(addMonths(on, 1)) },
    { key: 'Enter', label: t('calendar.open-day'), group, act: () => (document.activeElement === document.body ? onOpen(on) : false) },
  ])
  return grid
}

/** A click on the empty part of a day books there; the keys have `n`. */
function useBookByClick(isPhone: boolean): ((event: MouseEvent) => void) | undefined {
  const go = useGo()
  const mayWrite = useMay('owner', 'staff')
  if (!mayWrite || isPhone) return undefined
  return (event) => {
    const target = event.target as HTMLElement
    const day = target.closest('td')?.dataset['on']
    if (day !== undefined && target.closest('a, button') === null) go(`/calendar/new?on=${day}`)
  }
}

function weekday(locale: string, day: Day, width: 'short' | 'long'): string {
  return new Intl.DateTimeFormat(locale, { weekday: width, timeZone: 'UTC' }).format(Date.parse(day))
}
