import { FieldFrame, type FieldProps } from './field.tsx'
import styles from './field.module.css'

export interface Choice<Value extends string = string> {
  readonly value: Value
  readonly label: string
}

/** One of a few: the system's own list. For many or for things that are searched, use Combobox. */
export function Select<Value extends string>({
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
  choices,
  emptyLabel,
  width,
}: FieldProps<Value> & {
  readonly choices: readonly Choice<Value>[]
  /** Offers "none" under this name. */
  readonly emptyLabel?: string
  readonly width?: 'short' | 'medium' | 'full'
}) {
  return (
    <FieldFrame label={label} error={error} hint={hint} isRequired={isRequired} isLabelHidden={isLabelHidden} width={width}>
      {(attributes) => (
        <select
          {...attributes}
          name={name}
          className={styles.control}
          value={value}
          disabled={isDisabled}
          autoFocus={autoFocus}
          data-autofocus={autoFocus || undefined}
          onChange={(event) => onChange(event.target.value as Value)}
        >
          {emptyLabel === undefined ? null : <option value="">{emptyLabel}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  )
}
