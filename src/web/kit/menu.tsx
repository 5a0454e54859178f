import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { Button, IconButton } from './button.tsx'
import type { IconName } from './icon.tsx'
import styles from './menu.module.css'

export interface MenuEntry {
  readonly label: string
  readonly act: () => void
  readonly icon?: IconName
  readonly isDanger?: boolean
}

/**
 * A button that opens a short list of further things to do. Arrow keys, Home, End and first letters move; Escape closes and
 * gives the focus back. Pattern: ARIA menu button.
 */
export function Menu({
  label,
  entries,
  icon = 'more',
  isWorded = false,
}: {
  readonly label: string
  readonly entries: readonly MenuEntry[]
  readonly icon?: IconName
  readonly isWorded?: boolean
}) {
  const [isOpen, setIsOpen] = useState(false)
  const root = useRef<HTMLSpanElement>(null)
  const id = useId()
  const items = () => [...(root.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])]
  const close = () => {
    setIsOpen(false)
    root.current?.querySelector<HTMLElement>('button')?.focus()
  }
  useEffect(() => {
    if (isOpen) items()[0]?.focus()
  }, [isOpen])
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen) return
    const all = items()
    const at = all.indexOf(document.activeElement as HTMLElement)
    const move = (index: number) => {
      event.preventDefault()
      event.stopPropagation()
      all[(index + all.length) % all.length]?.focus()
    }
    if (event.key === 'ArrowDown') move(at + 1)
    else if (event.key === 'ArrowUp') move(at - 1)
    else if (event.key === 'Home') move(0)
    else if (event.key === 'End') move(all.length - 1)
    else if (event.key === 'Tab') setIsOpen(false)
    else if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      close()
    } else if (event.key.length === 1 && event.key !== ' ') {
      const next = entries.findIndex((entry) => entry.label.toLowerCase().startsWith(event.key.toLowerCase()))
      if (next >= 0) move(next)
    }
  }
  const opener = { 'aria-haspopup': 'menu' as const, 'aria-expanded': isOpen, 'aria-controls': isOpen ? id : undefined, onClick: () => setIsOpen(!isOpen) }
  return (
    <span ref={root} className={styles.menu} onKeyDown={onKeyDown} onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setIsOpen(false)}>
      {isWorded ? (
        <Button icon={icon} {...opener}>
          {label}
        </Button>
      ) : (
        <IconButton icon={icon} label={label} {...opener} />
      )}
      {isOpen ? (
        <div id={id} role="menu" aria-label={label} className={styles.list}>
          {entries.map((entry) => (
            <button
              key={entry.label}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className={styles.entry}
              data-danger={entry.isDanger || undefined}
              onClick={() => {
                close()
                entry.act()
              }}
            >
              {entry.label}
            </button>
          ))}
        </div>
      ) : null}
    </span>
  )
}
