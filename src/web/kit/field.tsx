import { useId, type ReactNode } from 'react'
import { useTexts } from './texts.tsx'
import styles from './field.module.css'

/** What every field takes. `form.field('email')` gives name, value, onChange and error. */
export interface FieldProps<Value> {
  readonly label: string
  readonly name?: string | undefined
  readonly value: Value
  readonly onChange: (value: Value) => void
  /** What is wrong, as a code or a finished sentence. */
  readonly error?: string | undefined
  readonly hint?: ReactNode
  readonly isRequired?: boolean
  readonly isDisabled?: boolean
  readonly autoFocus?: boolean
  /** The label is read aloud but not shown; only where the place says what it is. */
  readonly isLabelHidden?: boolean
}

/** The ids and attributes that tie a control to its label, hint and error. */
export interface ControlAttributes {
  readonly id: string
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: true
}

/** The frame around a control: label above, control, then the error or the hint. */
export function FieldFrame(props: {
  readonly label: string
  readonly error?: string | undefined
  readonly hint?: ReactNode
  readonly isRequired?: boolean | undefined
  readonly isLabelHidden?: boolean | undefined
  readonly width?: 'short' | 'medium' | 'full' | undefined
  readonly children: (attributes: ControlAttributes) => ReactNode
}) {
  const { t } = useTexts()
  const id = useId()
  const describedBy = [props.error ? `${id}-error` : '', props.hint ? `${id}-hint` : ''].filter(Boolean).join(' ')
  const attributes: ControlAttributes = {
    id,
    ...(describedBy ? { 'aria-describedby': describedBy } : {}),
    ...(props.error ? { 'aria-invalid': true as const } : {}),
  }
  return (
    <div className={styles.field} data-width={props.width ?? 'full'}>
      <label htmlFor={id} className={props.isLabelHidden ? 'visually-hidden' : styles.label}>
        {props.label}
        {props.isRequired === false ? <span className={styles.optional}> · {t('kit.optional')}</span> : null}
      </label>
      {props.children(attributes)}
      <FieldError id={`${id}-error`} code={props.error} />
      {props.hint ? (
        <p id={`${id}-hint`} className={styles.hint}>
          {props.hint}
        </p>
      ) : null}
    </div>
  )
}

/** One sentence under a field that says what is wrong. */
export function FieldError({ id, code }: { readonly id?: string; readonly code: string | undefined }) {
  const { describeField } = useTexts()
  if (!code) return null
  return (
    <p id={id} className={styles.error}>
      {describeField(code)}
    </p>
  )
}
