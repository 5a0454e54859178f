import type { ComponentProps } from 'react'
import { FieldFrame, type FieldProps } from './field.tsx'
import styles from './field.module.css'

export interface TextFieldProps extends FieldProps<string> {
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'password' | 'search'
  readonly autoComplete?: ComponentProps<'input'>['autoComplete']
  readonly inputMode?: ComponentProps<'input'>['inputMode']
  readonly placeholder?: string
  readonly maxLength?: number
  readonly width?: 'short' | 'medium' | 'full'
  readonly list?: string
  readonly ref?: React.Ref<HTMLInputElement>
}

/** One line of text. */
export function TextField({ label, name, value, onChange, error, hint, isRequired, isDisabled, isLabelHidden, width, type = 'text', ...rest }: TextFieldProps) {
  return (
    <FieldFrame label={label} error={error} hint={hint} isRequired={isRequired} isLabelHidden={isLabelHidden} width={width}>
      {(attributes) => (
        <input
          {...attributes}
          {...rest}
          data-autofocus={rest.autoFocus || undefined}
          type={type}
          name={name}
          className={styles.control}
          value={value}
          disabled={isDisabled}
          aria-required={isRequired || undefined}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FieldFrame>
  )
}

/** Several lines of text; grows with what is typed. Cmd or Ctrl and Enter saves the form. */
export function TextArea({
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
  placeholder,
  rows = 3,
}: FieldProps<string> & { readonly placeholder?: string; readonly rows?: number }) {
  return (
    <FieldFrame label={label} error={error} hint={hint} isRequired={isRequired} isLabelHidden={isLabelHidden}>
      {(attributes) => (
        <textarea
          {...attributes}
          name={name}
          rows={rows}
          className={styles.control}
          value={value}
          disabled={isDisabled}
          autoFocus={autoFocus}
          data-autofocus={autoFocus || undefined}
          placeholder={placeholder}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FieldFrame>
  )
}
