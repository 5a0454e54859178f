import { useRef, useState } from 'react'
import { parseDay } from '../../kernel/day.ts'
import { FieldFrame, type FieldProps } from './field.tsx'
import { useFormat } from './format.ts'
import { Icon } from './icon.tsx'
import { readDay } from './read-day.ts'
import { useTexts } from './texts.tsx'
import styles from './field.module.css'

/**
 * A day, typed ("tomorrow", "24.11.", "fr", "+3") or picked from the system's calendar. The value is ISO text, "" when
 * empty, or what was typed when it cannot be read. Arrow up and down move by a day.
 */
export function DayField({
  label,
  name,
  value,
  onChange,
  error,
  hint,
  isRequired,
  isDisabled,
  isLabelHidden,
  autoFocus,
  prefersPast = false,
}: FieldProps<string> & {
  /** A weekday or a day without year means the last one, not the next: for work done. */
  readonly prefersPast?: boolean
}) {
  const format = useFormat()
  const { t } = useTexts()
  const [typed, setTyped] = useState<string>()
  const native = useRef<HTMLInputElement>(null)
  const known = parseDay(value)
  const read = (text: string) => readDay(text, { today: format.today, locale: format.locale, prefersPast })
  const understood = typed ? read(typed) : undefined
  const isWrong = typed === undefined && value !== '' && !known
  return (
    <FieldFrame
      label={label}
      error={isWrong ? 'day_malformed' : error}
      hint={understood ? format.day(understood, { withWeekday: true }) : hint}
      isRequired={isRequired}
      isLabelHidden={isLabelHidden}
      width="medium"
    >
      {(attributes) => (
        <span className={styles.day}>
          <input
            {...attributes}
            name={name}
            className={styles.control}
            autoComplete="off"
            value={typed ?? (known ? format.day(known, { withWeekday: true, isShort: true }) : value)}
            disabled={isDisabled}
            autoFocus={autoFocus}
            data-autofocus={autoFocus || undefined}
            onFocus={(event) => event.target.select()}
            onChange={(event) => {
              setTyped(event.target.value)
              onChange(event.target.value === '' ? '' : (read(event.target.value) ?? event.target.value))
            }}
            onBlur={() => setTyped(undefined)}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
              event.preventDefault()
              const moved = readDay(event.key === 'ArrowUp' ? '+1' : '-1', { today: known ?? format.today, locale: format.locale })
              setTyped(undefined)
              if (moved) onChange(moved)
            }}
          />
          <button
            type="button"
            className={styles.dayPicker}
            aria-label={t('kit.pick-day')}
            title={t('kit.pick-day')}
            tabIndex={-1}
            disabled={isDisabled}
            onClick={() => native.current?.showPicker()}
          >
            <Icon name="calendar" size={18} />
          </button>
          <input
            ref={native}
            type="date"
            className={styles.native}
            tabIndex={-1}
            aria-hidden="true"
            value={known ?? ''}
            onChange={(event) => onChange(event.target.value)}
          />
        </span>
      )}
    </FieldFrame>
  )
}
