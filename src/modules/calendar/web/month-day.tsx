import type { Day } from '../../../kernel/day.ts'
import { useFormat } from '../../../web/kit/format.ts'
import { Icon } from '../../../web/kit/icon.tsx'
import { Link } from '../../../web/kit/navigation.tsx'
import { useMay } from '../../../web/kit/session.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { lineName, type Line } from './sessions.ts'
import styles from './month.module.css'

/** More than this many become two lines and "+3 more". */
const linesMax = 3

interface DayProps {
  readonly day: Day
  readonly lines: readonly Line[]
  readonly isChosen: boolean
  readonly isOutside: boolean
  readonly isPhone: boolean
  readonly onChoose: (day: Day) => void
}

/** One day of the month: its number, then its sessions as short lines, or dots where there is no room for words. */
export function MonthDay(props: DayProps) {
  const { day, isChosen, isOutside, isPhone } = props
  return (
    <td className={styles.day} data-on={day} data-chosen={isChosen || undefined} data-outside={isOutside || undefined}>
      {isPhone ? <DayOnPhone {...props} /> : <DayOnDesk {...props} />}
    </td>
  )
}

function DayOnPhone({ day, lines, isChosen, onChoose }: DayProps) {
  const label = useDayLabel(day, lines.length)
  const today = useFormat().today
  return (
    <button
      type="button"
      className={styles.tap}
      data-day={day}
      aria-label={label}
      aria-pressed={isChosen}
      aria-current={day === today ? 'date' : undefined}
      onClick={() => onChoose(day)}
    >
      <span className={styles.number}>{Number(day.slice(8))}</span>
      <span className={styles.dots} aria-hidden="true">
        {lines.slice(0, 3).map((line) => (
          <i key={line.id} data-cancelled={line.isCancelled || undefined} />
        ))}
      </span>
    </button>
  )
}

function DayOnDesk({ day, lines, isChosen }: DayProps) {
  const { t } = useTexts()
  const format = useFormat()
  const mayWrite = useMay('owner', 'staff')
  const label = useDayLabel(day, lines.length)
  const shown = lines.length > linesMax ? lines.slice(0, linesMax - 1) : lines
  const rest = lines.length - shown.length
  const dayPlace = `/calendar?view=day&on=${day}` as const
  return (
    <>
      <div className={styles.dayHead}>
        <Link
          to={dayPlace}
          className={styles.number}
          data-day={day}
          tabIndex={isChosen ? 0 : -1}
          aria-label={label}
          aria-current={day === format.today ? 'date' : undefined}
        >
          {Number(day.slice(8))}
        </Link>
        {mayWrite ? (
          <Link to={`/calendar/new?on=${day}`} className={styles.add} tabIndex={-1} aria-label={t('calendar.book-on', { day: format.day(day) })}>
            <Icon name="plus" size={16} />
          </Link>
        ) : null}
      </div>
      {lines.length > 0 ? (
        <ul className={styles.lines}>
          {shown.map((line) => (
            <li key={line.id}>
              <Link
                to={`/calendar/sessions/${line.id}`}
                className={styles.line}
                title={titleOf(line)}
                tabIndex={isChosen ? 0 : -1}
                data-cancelled={line.isCancelled || undefined}
              >
                <span className={styles.time}>{format.time(line.startsAt)}</span> {lineName(line)}
                {line.isCancelled ? <span className="visually-hidden"> {t('calendar.state-cancelled')}</span> : null}
              </Link>
            </li>
          ))}
          {rest > 0 ? (
            <li>
              <Link to={dayPlace} className={styles.line} data-more tabIndex={isChosen ? 0 : -1}>
                {t('calendar.more-lines', { count: rest })}
              </Link>
            </li>
          ) : null}
        </ul>
      ) : null}
    </>
  )
}

function useDayLabel(day: Day, count: number): string {
  const { t } = useTexts()
  const format = useFormat()
  return `${format.day(day, { withWeekday: true })}, ${t('calendar.sessions-count', { count })}`
}

function titleOf(line: Line): string {
  return [line.serviceName, line.who ?? '', line.place].filter((part) => part !== '').join(' · ')
}
