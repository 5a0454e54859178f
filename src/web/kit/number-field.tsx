import { useState } from 'react'
import { exponentOf } from '../../kernel/currency.ts'
import { FieldFrame, type FieldProps } from './field.tsx'
import { hoursText, useFormat } from './format.ts'
import { readHours, readNumber } from './read-number.ts'
import styles from './field.module.css'

type TypedProps = FieldProps<string> & {
  readonly unit?: string | undefined
  readonly unitSide?: 'start' | 'end'
  /** The normal form of what was typed, or undefined when it cannot be read. */
  readonly read: (text: string) => string | undefined
  readonly show: (value: string) => string
  readonly wrong: string
  readonly placeholder?: string | undefined
}

/**
 * An amount of money, typed freely ("1'200.50", "1200,5"). The value is the wire's decimal text "1200.50", or what
 * was typed when it cannot be read, which the server then refuses.
 */
export function MoneyField({ currency, ...props }: FieldProps<string> & { readonly currency: string; readonly placeholder?: string }) {
  const format = useFormat()
  const read = (text: string) => readNumber(text, { places: exponentOf(currency), decimalMark: decimalMark(format.locale) })
  return (
    <TypedField {...props} unit={currency} unitSide="start" wrong="amount_malformed" read={read} show={(value) => format.amount({ amount: value, currency })} />
  )
}

/** A count with at most three places; the value is decimal text such as "1.5". */
export function QuantityField(props: FieldProps<string> & { readonly unit?: string; readonly placeholder?: string }) {
  const format = useFormat()
  const read = (text: string) => readNumber(text, { places: 3, decimalMark: decimalMark(format.locale) })
  return <TypedField {...props} unitSide="end" wrong="quantity_malformed" read={read} show={format.quantity} />
}

/** A percentage with at most two places; the value is decimal text such as "8.1". */
export function PercentField(props: FieldProps<string>) {
  const format = useFormat()
  const read = (text: string) => readNumber(text.replace('%', ''), { places: 2, decimalMark: decimalMark(format.locale) })
  return <TypedField {...props} unit="%" unitSide="end" wrong="percent_malformed" read={read} show={format.quantity} />
}

/** A length of work, typed as "2h", "1:30", "90m" or "1.5"; the value is minutes as text ("90"), "" when empty. */
export function HoursField(props: FieldProps<string> & { readonly placeholder?: string }) {
  const read = (text: string) => readHours(text)?.toString()
  return <TypedField {...props} unit="h" unitSide="end" wrong="hours_malformed" read={read} show={(value) => hoursText(Number(value))} />
}

function TypedField({
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
  unit,
  unitSide = 'end',
  read,
  show,
  wrong,
  placeholder,
}: TypedProps) {
  const [typed, setTyped] = useState<string>()
  const [isWrong, setIsWrong] = useState(false)
  const isReadable = value !== '' && read(value) !== undefined
  const shown = typed ?? (isReadable ? show(value) : value)
  return (
    <FieldFrame label={label} error={isWrong ? wrong : error} hint={hint} isRequired={isRequired} isLabelHidden={isLabelHidden} width="short">
      {(attributes) => (
        <span className={unit ? styles.withUnit : undefined} data-side={unitSide}>
          {unit ? <span className={styles.unit}>{unit}</span> : null}
          <input
            {...attributes}
            name={name}
            className={`${styles.control} ${styles.figures}`}
            inputMode="text"
            autoComplete="off"
            value={shown}
            placeholder={placeholder}
            disabled={isDisabled}
            autoFocus={autoFocus}
            data-autofocus={autoFocus || undefined}
            onFocus={(event) => event.target.select()}
            onChange={(event) => {
              setTyped(event.target.value)
              setIsWrong(false)
              onChange(read(event.target.value) ?? event.target.value)
            }}
            onBlur={() => {
              setIsWrong(typed !== undefined && typed.trim() !== '' && read(typed) === undefined)
              setTyped(undefined)
            }}
          />
        </span>
      )}
    </FieldFrame>
  )
}

function decimalMark(locale: string): string {
  return new Intl.NumberFormat(locale).formatToParts(1.5).find((part) => part.type === 'decimal')?.value ?? '.'
}
