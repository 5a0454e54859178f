import { useEffect, useRef, useState } from 'react'
import { addDays, addMonths, startOfWeek, type Day } from '../../../kernel/day.ts'
import { Button } from '../../../web/kit/button.tsx'
import { DayField } from '../../../web/kit/day-field.tsx'
import { useFormat } from '../../../web/kit/format.ts'
import { useKeys } from '../../../web/kit/keys.tsx'
import { Sheet } from '../../../web/kit/sheet.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import styles from './today.module.css'

/** Until when? Three usual answers with a letter each, or any day. */
export function SnoozeSheet({ title, onPick, onClose }: { readonly title: string; readonly onPick: (until: string) => void; readonly onClose: () => void }) {
  const { t } = useTexts()
  const format = useFormat()
  const [until, setUntil] = useState('')
  const first = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // After the sheet has put the focus into its field: there the letters would be typed instead of meant.
    const frame = requestAnimationFrame(() => first.current?.querySelector('button')?.focus())
    return () => cancelAnimationFrame(frame)
  }, [])
  const choices: readonly (readonly [key: string, label: string, day: Day])[] = [
    ['t', t('today.tomorrow'), addDays(format.today, 1)],
    ['w', t('today.next-week'), addDays(startOfWeek(format.today), 7)],
    ['m', t('today.next-month'), addMonths(format.today, 1)],
  ]
  // Registered here and not inside the sheet: what comes later lies above the sheet, which hides all below it.
  useKeys(choices.map(([key, label, day]) => ({ key, label, act: () => onPick(day) })))
  return (
    <Sheet title={t('today.snooze-until')} look="middle" onClose={onClose}>
      <p className={styles.about}>{title}</p>
      <div className={styles.choices} ref={first}>
        {choices.map(([key, label, day]) => (
          <Button key={key} shortcut={key} onClick={() => onPick(day)}>
            {label}
            <span className={styles.soft}>{format.day(day, { isShort: true, withWeekday: true })}</span>
          </Button>
        ))}
      </div>
      <form
        className={styles.otherDay}
        onSubmit={(event) => {
          event.preventDefault()
          if (/^\d{4}-\d{2}-\d{2}$/.test(until) && until > format.today) onPick(until)
        }}
      >
        <DayField
          label={t('today.other-day')}
          value={until}
          onChange={setUntil}
          error={until !== '' && until <= format.today ? 'snooze_not_later' : undefined}
        />
        <Button type="submit">{t('today.snooze')}</Button>
      </form>
    </Sheet>
  )
}
