import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { FieldFrame, type FieldProps } from './field.tsx'
import { useTexts } from './texts.tsx'
import fieldStyles from './field.module.css'
import styles from './combobox.module.css'

export interface Option {
  readonly id: string
  readonly label: string
  /** Beside or under the label: "Zurich · owes CHF 120". */
  readonly detail?: string | undefined
}

/**
 * One of many, found while typing: contacts, products, agreements. The first match is marked at once, so that a few letters
 * and Enter or Tab choose it. Pattern: ARIA 1.2 combobox with a listbox popup; see docs/decisions.
 */
export function Combobox({
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
  load,
  placeholder,
  onCreate,
  createLabel,
  opensOnFocus = true,
}: FieldProps<Option | null> & {
  /** Finds the options for what was typed, best first; an empty text asks for the most recent. */
  readonly load: (typed: string, signal: AbortSignal) => Promise<readonly Option[]> | readonly Option[]
  readonly placeholder?: string
  /** Offers to make a new one out of what was typed. */
  readonly onCreate?: (typed: string) => void
  readonly createLabel?: (typed: string) => string
  readonly opensOnFocus?: boolean
}) {
  const { t } = useTexts()
  const listId = useId()
  const [typed, setTyped] = useState<string>()
  const [isOpen, setIsOpen] = useState(false)
  const [active, setActive] = useState(0)
  const wantsFirst = useRef(false)
  const { options, isCurrent } = useOptions(load, typed ?? '', isOpen)
  const canCreate = onCreate !== undefined && (typed ?? '').trim() !== ''
  const count = options.length + (canCreate ? 1 : 0)

  const choose = (option: Option | null) => {
    onChange(option)
    setTyped(undefined)
    setIsOpen(false)
  }
  const take = (index: number) => {
    const option = options[index]
    if (option) choose(option)
    else if (canCreate && index === options.length) {
      onCreate(typed!.trim())
      setTyped(undefined)
      setIsOpen(false)
    }
  }
  useEffect(() => {
    if (!wantsFirst.current || !isCurrent) return
    wantsFirst.current = false
    if (options[0]) choose(options[0])
  })
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!isOpen) return setIsOpen(true)
      const step = event.key === 'ArrowDown' ? 1 : -1
      return setActive((before) => (count === 0 ? 0 : (before + step + count) % count))
    }
    if (event.key === 'Escape' && isOpen) {
      event.preventDefault()
      event.stopPropagation()
      setIsOpen(false)
      return setTyped(undefined)
    }
    const isTyped = typed !== undefined && typed.trim() !== ''
    if ((event.key === 'Enter' || event.key === 'Tab') && isOpen && isTyped && !event.ctrlKey && !event.metaKey) {
      if (event.key === 'Enter') event.preventDefault()
      if (isCurrent) take(active)
      else wantsFirst.current = true
    } else if (event.key === 'Enter' && isOpen && !event.ctrlKey && !event.metaKey && value === null && count > 0) {
      event.preventDefault()
      take(active)
    }
  }
  return (
    <FieldFrame label={label} error={error} hint={hint} isRequired={isRequired} isLabelHidden={isLabelHidden}>
      {(attributes) => (
        <div className={styles.combobox}>
          <input
            {...attributes}
            name={name}
            role="combobox"
            className={fieldStyles.control}
            autoComplete="off"
            spellCheck={false}
            autoFocus={autoFocus}
            data-autofocus={autoFocus || undefined}
            disabled={isDisabled}
            placeholder={placeholder}
            value={typed ?? value?.label ?? ''}
            aria-expanded={isOpen && count > 0}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={isOpen && count > 0 ? `${listId}-${active}` : undefined}
            onFocus={(event) => {
              event.target.select()
              if (opensOnFocus && value === null) setIsOpen(true)
            }}
            onClick={() => setIsOpen(true)}
            onChange={(event) => {
              setTyped(event.target.value)
              setActive(0)
              setIsOpen(true)
              if (event.target.value === '') onChange(null)
            }}
            onBlur={() => {
              setIsOpen(false)
              if (!wantsFirst.current) setTyped(undefined)
            }}
            onKeyDown={onKeyDown}
          />
          <ul id={listId} role="listbox" aria-label={label} className={styles.list} hidden={!isOpen || count === 0}>
            {options.map((option, index) => (
              <li
                key={option.id}
                id={`${listId}-${index}`}
                role="option"
                aria-selected={option.id === value?.id}
                data-active={index === active || undefined}
                className={styles.option}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(option)}
                ref={index === active ? intoView : undefined}
              >
                <span>{option.label}</span>
                {option.detail ? <span className={styles.detail}>{option.detail}</span> : null}
              </li>
            ))}
            {canCreate ? (
              <li
                id={`${listId}-${options.length}`}
                role="option"
                aria-selected={false}
                data-active={active === options.length || undefined}
                className={styles.option}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => take(options.length)}
              >
                <span className={styles.create}>{createLabel?.(typed!.trim()) ?? typed}</span>
              </li>
            ) : null}
          </ul>
          {isOpen && isCurrent && count === 0 && (typed ?? '').trim() !== '' ? (
            <p className={styles.none} role="status">
              {t('kit.nothing-found')}
            </p>
          ) : null}
        </div>
      )}
    </FieldFrame>
  )
}

/** The options for what is typed; the earlier ones stay in sight until the new ones are here. */
function useOptions(
  load: (typed: string, signal: AbortSignal) => Promise<readonly Option[]> | readonly Option[],
  typed: string,
  isOpen: boolean,
): { options: readonly Option[]; isCurrent: boolean } {
  const [state, setState] = useState<{ typed: string | undefined; options: readonly Option[] }>({ typed: undefined, options: [] })
  const latest = useRef(load)
  latest.current = load
  useEffect(() => {
    if (!isOpen) return undefined
    const abort = new AbortController()
    const found = latest.current(typed, abort.signal)
    if (!(found instanceof Promise)) {
      setState({ typed, options: found })
      return undefined
    }
    const settle = (options: readonly Option[]) => void (abort.signal.aborted || setState({ typed, options }))
    found.then(settle, () => settle([]))
    return () => abort.abort()
  }, [typed, isOpen])
  return { options: state.options, isCurrent: state.typed === typed }
}

function intoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' })
}
