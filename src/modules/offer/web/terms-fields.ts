import type { BoundField, FormState } from '../../../web/kit/form.tsx'
import { getAt } from '../../../web/kit/form-values.ts'
import type { MoneyOnTheWire } from '../../../kernel/money.ts'

/** Fields of terms inside a form: wire values shown as text, and the failures of their paths. */
export interface TermsFields {
  /** The value at a path below the terms. */
  at<Value>(path: string): Value
  set(path: string, value: unknown): void
  text<Value = string>(path: string): BoundField<Value>
  /** An amount: the text of `{ amount, currency }`, with the failure of the whole. */
  money(path: string): BoundField<string>
  /** A whole number; empty is null where that is allowed. */
  whole(path: string, options?: { isNullable?: boolean }): BoundField<string>
  /** A decimal that may be null; empty is null. */
  nullable(path: string): BoundField<string>
  yesNo(path: string): BoundField<boolean>
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the form's other values do not matter here
export function termsFields(form: FormState<any>, below: string, currency: string): TermsFields {
  const full = (path: string) => `${below}.${path}`
  const at = <Value>(path: string) => getAt(form.values, full(path)) as Value
  const set = (path: string, value: unknown) => form.set(full(path), value)
  const bound = <Value>(path: string, value: Value, onChange: (value: Value) => void): BoundField<Value> => ({
    name: full(path),
    value,
    onChange,
    error: form.field(full(path)).error,
  })
  return {
    at,
    set,
    text: <Value>(path: string) => form.field<Value>(full(path)),
    money: (path) => bound(path, at<MoneyOnTheWire | null>(path)?.amount ?? '', (amount) => set(path, { amount, currency })),
    whole: (path, options) =>
      bound(path, String(at<number | null>(path) ?? ''), (text) =>
        set(path, text.trim() === '' ? (options?.isNullable ? null : 0) : Number.isNaN(Number(text)) ? text : Number(text)),
      ),
    nullable: (path) => bound(path, at<string | null>(path) ?? '', (text) => set(path, text.trim() === '' ? null : text)),
    yesNo: (path) => form.field<boolean>(full(path)),
  }
}
