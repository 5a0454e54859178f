import { useCallback, useEffect, useMemo, useRef, useState, type FormEvent, type ReactNode } from 'react'
import { useContext } from 'react'
import { Button } from './button.tsx'
import { call } from './client.ts'
import type { CallInput, CallOutput, OperationName } from './operations.ts'
import { asProblem, type Problem } from './problem.ts'
import { queryClient, reload } from './query.ts'
import { CompanyContext } from './session.tsx'
import { useTexts } from './texts.tsx'
import { clearKept, getAt, readKept, setAt, writeKept } from './form-values.ts'
import styles from './form.module.css'

/** What one field of a form needs: spread it, `<TextField label={…} {...form.field('name')} />`. */
export interface BoundField<Value> {
  readonly name: string
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly error: string | undefined
}

export interface FormState<Values> {
  readonly values: Values
  readonly problem: Problem | undefined
  readonly isSaving: boolean
  /** What stands here was typed earlier and kept. */
  readonly isRestored: boolean
  readonly isChanged: boolean
  /** A field by its path: 'name', 'lines.0.quantity'; the error is a finished sentence. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly field: <Value = any>(path: string) => BoundField<Value>
  readonly set: (path: string, value: unknown) => void
  readonly change: (change: (before: Values) => Values) => void
  /** Throws away what was typed. */
  readonly reset: () => void
  readonly submit: () => Promise<void>
}

export interface FormOptions<Values, Output> {
  /** Under this name the typed values are kept until saved; add an id where there may be several: `edit-contact.${id}`. */
  readonly name: string
  readonly initial: Values
  /** Does it, with the key that makes a double click or a retry harmless. */
  readonly send: (values: Values, idempotencyKey: string) => Promise<Output>
  readonly onDone?: (output: Output, values: Values) => void
  /** Input path of a failure to the field's path, where the two differ. */
  readonly fieldOf?: (inputPath: string) => string
  /** Also reads again who is signed in where: for the company's name, colour and members. */
  readonly changesSession?: boolean
  /** false: never stored, for passwords. */
  readonly isKept?: boolean
}

/**
 * A form over one send function. Nothing typed is ever lost: values live in the session's storage until saved. One idempotency
 * key per form instance; no double submit; the failures of a problem document land at their fields.
 */
export function useForm<Values extends object, Output>(options: FormOptions<Values, Output>): FormState<Values> {
  const companyId = useContext(CompanyContext)?.id ?? 'none'
  const { describeField } = useTexts()
  const storageKey = `cloudburo.form.${companyId}.${options.name}`
  const isKept = options.isKept ?? true
  const kept = useMemo(() => (isKept ? readKept<Values>(storageKey) : undefined), [storageKey, isKept])
  const [values, setValues] = useState<Values>(kept ?? options.initial)
  const [isRestored, setIsRestored] = useState(kept !== undefined)
  const [isChanged, setIsChanged] = useState(kept !== undefined)
  const [problem, setProblem] = useState<Problem>()
  const [isSaving, setIsSaving] = useState(false)
  const key = useRef<string>(crypto.randomUUID())
  const latest = useRef({ values, options, isSaving: false })
  latest.current = { ...latest.current, values, options }

  const change = useCallback(
    (apply: (before: Values) => Values) => {
      const next = apply(latest.current.values)
      latest.current.values = next
      setValues(next)
      setIsChanged(true)
      if (isKept) writeKept(storageKey, next)
    },
    [storageKey, isKept],
  )
  const set = useCallback(
    (path: string, value: unknown) => {
      change((before) => setAt(before, path, value))
      setProblem((before) => (before ? withoutField(before, path) : before))
    },
    [change],
  )
  const submit = useCallback(async () => {
    if (latest.current.isSaving) return
    latest.current.isSaving = true
    setIsSaving(true)
    setProblem(undefined)
    try {
      const output = await latest.current.options.send(latest.current.values, key.current)
      clearKept(storageKey)
      key.current = crypto.randomUUID()
      setIsChanged(false)
      setIsRestored(false)
      void reload(queryClient, { companyId, withSession: latest.current.options.changesSession ?? false })
      latest.current.options.onDone?.(output, latest.current.values)
    } catch (error) {
      const failure = asProblem(error)
      if (failure.status !== 0 && failure.status < 500) key.current = crypto.randomUUID()
      setProblem(withFieldPaths(failure, latest.current.options.fieldOf))
    } finally {
      latest.current.isSaving = false
      setIsSaving(false)
    }
  }, [storageKey, companyId])
  const reset = useCallback(() => {
    clearKept(storageKey)
    setValues(latest.current.options.initial)
    setIsRestored(false)
    setIsChanged(false)
    setProblem(undefined)
  }, [storageKey])
  const field = <Value,>(path: string): BoundField<Value> => ({
    name: path,
    value: getAt(values, path) as Value,
    onChange: (value: Value) => set(path, value),
    error: problem?.fields[path] === undefined ? undefined : describeField(problem.fields[path], problem.fieldTexts[path]),
  })
  return { values, problem, isSaving, isRestored, isChanged, field, set, change, reset, submit }
}

/** The send function of a form that is one operation: `send: sendTo('contacts.add-contact', (values) => ({ … }))`. */
export function sendTo<Name extends OperationName, Values>(
  name: Name,
  toInput: (values: Values) => CallInput<Name>,
): (values: Values, idempotencyKey: string) => Promise<CallOutput<Name>> {
  return (values, idempotencyKey) => call(name, toInput(values), { idempotencyKey })
}

/**
 * The form itself: Enter and Cmd or Ctrl with Enter save, the first wrong field gets the focus, and what happened stands
 * above the buttons. `<Form form={form} submitLabel={t('contacts.add')} onCancel={() => back('/customers')}>`.
 */
export function Form<Values>({
  form,
  submitLabel,
  onCancel,
  actions,
  children,
  isSubmitHidden = false,
  isReadOnly = false,
}: {
  readonly form: FormState<Values>
  readonly submitLabel: string
  readonly onCancel?: () => void
  readonly actions?: ReactNode
  readonly children: ReactNode
  readonly isSubmitHidden?: boolean
  /** To look at: for those whose role changes nothing. */
  readonly isReadOnly?: boolean
}) {
  const { t } = useTexts()
  const element = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (form.problem) element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [form.problem])
  return (
    <form
      ref={element}
      className={styles.form}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        event.stopPropagation()
        void form.submit()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) void form.submit()
      }}
    >
      {form.isRestored ? (
        <p className={styles.restored}>
          {t('kit.restored')}{' '}
          <button type="button" onClick={form.reset}>
            {t('kit.start-afresh')}
          </button>
        </p>
      ) : null}
      {isReadOnly ? (
        <fieldset disabled className={styles.fields}>
          {children}
        </fieldset>
      ) : (
        children
      )}
      <FormError problem={form.problem} />
      {isSubmitHidden || isReadOnly ? null : (
        <div className={styles.buttons}>
          <Button type="submit" look="primary" isBusy={form.isSaving}>
            {submitLabel}
          </Button>
          {onCancel ? (
            <Button look="quiet" onClick={onCancel}>
              {t('kit.cancel')}
            </Button>
          ) : null}
          {actions}
        </div>
      )}
    </form>
  )
}

/** What happened, what was kept, what to do, as the problem's text says it: one quiet box, read aloud when it appears. */
export function FormError({ problem }: { readonly problem: Problem | undefined | null }) {
  const { describe } = useTexts()
  if (!problem) return null
  return (
    <div role="alert" className={styles.error}>
      <p>{describe(problem)}</p>
    </div>
  )
}

/** Fields side by side where there is room. */
export function FieldRow({ children }: { readonly children: ReactNode }) {
  return <div className={styles.row}>{children}</div>
}

function withoutField(problem: Problem, path: string): Problem {
  if (!(path in problem.fields)) return problem
  const { [path]: _, ...fields } = problem.fields
  return copyOf(problem, { fields })
}

function withFieldPaths(problem: Problem, fieldOf: ((path: string) => string) | undefined): Problem {
  if (!fieldOf) return problem
  const rename = (entries: Readonly<Record<string, string>>) => Object.fromEntries(Object.entries(entries).map(([path, value]) => [fieldOf(path), value]))
  return copyOf(problem, { fields: rename(problem.fields), fieldTexts: rename(problem.fieldTexts) })
}

function copyOf(problem: Problem, changed: Partial<Pick<Problem, 'fields' | 'fieldTexts'>>): Problem {
  return Object.assign(Object.create(Object.getPrototypeOf(problem)) as Problem, problem, changed)
}
