import { useId, type ReactNode } from 'react'
import { FieldError } from './field.tsx'
import { KeyHint } from './key-hint.tsx'
import type { Choice } from './select.tsx'
import styles from './choice.module.css'

interface TickProps {
  readonly label: ReactNode
  readonly name?: string | undefined
  readonly value: boolean
  readonly onChange: (value: boolean) => void
  readonly error?: string | undefined
  readonly hint?: ReactNode
  readonly isDisabled?: boolean
}

/** Yes or no, saved with the form. */
export function Checkbox(props: TickProps) {
  return <Tick {...props} kind="checkbox" />
}

/** On or off, at once. */
export function Switch(props: TickProps) {
  return <Tick {...props} kind="switch" />
}

function Tick({ label, name, value, onChange, error, hint, isDisabled, kind }: TickProps & { kind: 'checkbox' | 'switch' }) {
  const id = useId()
  return (
    <div>
      <label className={styles.tick}>
        <input
          type="checkbox"
          role={kind === 'switch' ? 'switch' : undefined}
          className={kind === 'switch' ? styles.switch : styles.checkbox}
          name={name}
          checked={value}
          disabled={isDisabled}
          aria-describedby={hint ? id : undefined}
          aria-invalid={error ? true : undefined}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span>
          {label}
          {hint ? (
            <span id={id} className={styles.hint}>
              {hint}
            </span>
          ) : null}
        </span>
      </label>
      <FieldError code={error} />
    </div>
  )
}

/** One of two to five, all in sight; the arrow keys move. */
export function Segmented<Value extends string>({
  label,
  value,
  onChange,
  choices,
  isLabelHidden = false,
  error,
}: {
  readonly label: string
  readonly value: Value
  readonly onChange: (value: Value) => void
  /** The letter that chooses the same, shown beside the word; register it with `useKeys`. */
  readonly choices: readonly (Choice<Value> & { readonly shortcut?: string })[]
  readonly isLabelHidden?: boolean
  readonly name?: string | undefined
  readonly error?: string | undefined
}) {
  const group = useId()
  return (
    <fieldset className={styles.segmented}>
      <legend className={isLabelHidden ? 'visually-hidden' : styles.legend}>{label}</legend>
      <div className={styles.segments}>
        {choices.map((choice) => (
          <label key={choice.value} className={styles.segment}>
            <input type="radio" name={group} value={choice.value} checked={choice.value === value} onChange={() => onChange(choice.value)} />
            <span>
              {choice.label}
              {choice.shortcut ? <KeyHint keys={choice.shortcut} /> : null}
            </span>
          </label>
        ))}
      </div>
      <FieldError code={error} />
    </fieldset>
  )
}
