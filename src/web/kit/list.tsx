import { useCallback, useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Button, IconButton } from './button.tsx'
import { useKeys } from './keys.tsx'
import { Link, useGo, type Place } from './navigation.tsx'
import { useTexts } from './texts.tsx'
import styles from './list.module.css'

/** Something to do with one row, by button or by its letter. */
export interface RowAction {
  /** One letter, shown beside the word. Not g, z, and no digit: the shell has those. */
  readonly key: string
  readonly label: string
  readonly act: () => void
  /** The first thing to do with this row; Enter does it when the row opens nothing. */
  readonly isMain?: boolean
}

export interface Row {
  readonly id: string
  /** What it is, first. */
  readonly title: ReactNode
  /** Why it is here or what is known, under the title. */
  readonly detail?: ReactNode
  /** At the end of the line: an amount, a day, a state. */
  readonly figure?: ReactNode
  readonly figureDetail?: ReactNode
  /** Where Enter or a click leads. */
  readonly to?: Place
  /** Instead of a place. */
  readonly open?: () => void
  readonly actions?: readonly RowAction[]
}

/**
 * A list, not tiles: arrow keys or j and k move, Enter opens, a letter acts on the row. The page's main list takes these
 * keys even when nothing has the focus; a second list on the page sets `isMain={false}` and takes them when focused.
 */
export function List({
  label,
  rows,
  isMain = true,
  actionsShown = 'current',
  empty,
}: {
  readonly label: string
  readonly rows: readonly Row[]
  readonly isMain?: boolean
  /** current: on the row under the focus or pointer. always: on every row, for Today. */
  readonly actionsShown?: 'current' | 'always'
  readonly empty?: ReactNode
}) {
  const element = useRef<HTMLUListElement>(null)
  const [currentId, setCurrentId] = useState<string>()
  const { t } = useTexts()
  const go = useGo()
  const found = rows.findIndex((row) => row.id === currentId)
  const last = useLastIndex(found)
  const current = found === -1 ? Math.min(last, Math.max(0, rows.length - 1)) : found
  const focusRow = useCallback((index: number) => {
    const target = element.current?.querySelectorAll<HTMLElement>('[data-row-main]')[index]
    target?.focus()
    target?.scrollIntoView({ block: 'nearest' })
  }, [])
  const move = (step: number) => {
    const isInside = element.current?.contains(document.activeElement) ?? false
    const next = isInside || found !== -1 ? Math.min(rows.length - 1, Math.max(0, current + step)) : 0
    if (rows[next]) {
      setCurrentId(rows[next].id)
      focusRow(next)
    }
  }
  const actOn = (key: string): boolean => {
    const action = rows[current]?.actions?.find((candidate) => candidate.key === key)
    if (action) action.act()
    return action !== undefined
  }
  const open = (row: Row | undefined) => {
    if (row?.to) go(row.to)
    else if (row?.open) row.open()
    else row?.actions?.find((action) => action.isMain)?.act()
  }
  const letters = [...new Set(rows.flatMap((row) => row.actions ?? []).map((action) => action.key))]
  const labelOf = (key: string) => rows.flatMap((row) => row.actions ?? []).find((action) => action.key === key)?.label
  const isHere = () => isMain || (element.current?.contains(document.activeElement) ?? false)
  useKeys(
    [
      { key: 'ArrowDown', label: t('kit.next-row'), group: t('kit.keys-list'), act: () => (isHere() ? move(1) : false) },
      { key: 'ArrowUp', label: t('kit.previous-row'), group: t('kit.keys-list'), act: () => (isHere() ? move(-1) : false) },
      { key: 'j', act: () => (isHere() ? move(1) : false) },
      { key: 'k', act: () => (isHere() ? move(-1) : false) },
      {
        key: 'Enter',
        label: t('kit.open-row'),
        group: t('kit.keys-list'),
        act: () => (document.activeElement === document.body && isMain ? open(rows[current]) : false),
      },
      ...letters.map((key) => ({ key, label: labelOf(key), group: t('kit.keys-list'), act: () => (isHere() && actOn(key) ? undefined : (false as const)) })),
    ],
    { isActive: rows.length > 0 },
  )
  useRefocus(element, rows, current, focusRow)
  if (rows.length === 0) return empty ?? null
  return (
    <ul ref={element} className={styles.list} aria-label={label} data-actions={actionsShown}>
      {rows.map((row, index) => (
        <RowLine key={row.id} row={row} isCurrent={index === current} onFocus={() => setCurrentId(row.id)} onOpen={() => open(row)} />
      ))}
    </ul>
  )
}

function RowLine({ row, isCurrent, onFocus, onOpen }: { row: Row; isCurrent: boolean; onFocus: () => void; onOpen: () => void }) {
  const { t } = useTexts()
  const [isOpen, setIsOpen] = useState(false)
  const main = { className: styles.main, 'data-row-main': '', tabIndex: isCurrent ? 0 : -1 }
  const inside = (
    <>
      <span className={styles.words}>
        <span className={styles.title}>{row.title}</span>
        {row.detail ? <span className={styles.detail}>{row.detail}</span> : null}
      </span>
      {row.figure !== undefined || row.figureDetail !== undefined ? (
        <span className={styles.figures}>
          <span>{row.figure}</span>
          {row.figureDetail ? <span className={styles.detail}>{row.figureDetail}</span> : null}
        </span>
      ) : null}
    </>
  )
  return (
    <li className={styles.row} data-current={isCurrent || undefined} data-open={isOpen || undefined} onFocus={onFocus}>
      {row.to ? (
        <Link to={row.to} {...main}>
          {inside}
        </Link>
      ) : (
        <button type="button" {...main} onClick={onOpen} onKeyDown={stopSpace}>
          {inside}
        </button>
      )}
      {row.actions?.length ? (
        <>
          <div className={styles.actions}>
            {row.actions.map((action) => (
              <Button key={action.key} size="small" look="plain" shortcut={action.key} tabIndex={isCurrent ? 0 : -1} onClick={action.act}>
                {action.label}
              </Button>
            ))}
          </div>
          <span className={styles.more}>
            <IconButton icon="more" label={t('kit.actions')} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)} />
          </span>
        </>
      ) : null}
    </li>
  )
}

/** When the focused row disappears because it was done, the focus moves to the one that took its place. */
function useRefocus(element: React.RefObject<HTMLUListElement | null>, rows: readonly Row[], current: number, focusRow: (index: number) => void): void {
  const hadFocus = useRef(false)
  useEffect(() => {
    const list = element.current
    if (hadFocus.current && document.activeElement === document.body && rows.length > 0) focusRow(current)
    const watch = () => {
      hadFocus.current = list?.contains(document.activeElement) ?? false
    }
    list?.addEventListener('focusin', watch)
    const blur = (event: FocusEvent) => {
      if (event.relatedTarget instanceof Node && !list?.contains(event.relatedTarget)) hadFocus.current = false
    }
    list?.addEventListener('focusout', blur)
    return () => {
      list?.removeEventListener('focusin', watch)
      list?.removeEventListener('focusout', blur)
    }
  }, [element, rows, current, focusRow])
}

function useLastIndex(index: number): number {
  const last = useRef(0)
  if (index !== -1) last.current = index
  return last.current
}

function stopSpace(event: KeyboardEvent): void {
  if (event.key === ' ') event.preventDefault()
}
