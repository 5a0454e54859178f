import type { ReactNode } from 'react'
import styles from './chip.module.css'

/**
 * One understood thing, to change: quick capture shows what it read as a row of these. A chip with `onPress` is a button;
 * `tone` bad marks what is missing or unsure.
 */
export function Chip({
  label,
  children,
  onPress,
  tone = 'plain',
  ...rest
}: {
  /** What kind of thing it is, small before the value. */
  readonly label?: string
  readonly children: ReactNode
  readonly onPress?: () => void
  readonly tone?: 'plain' | 'accent' | 'bad'
  readonly 'aria-expanded'?: boolean
}) {
  const inside = (
    <>
      {label ? <span className={styles.label}>{label}</span> : null}
      <span>{children}</span>
    </>
  )
  if (!onPress)
    return (
      <span className={styles.chip} data-tone={tone}>
        {inside}
      </span>
    )
  return (
    <button {...rest} type="button" className={styles.chip} data-tone={tone} onClick={onPress}>
      {inside}
    </button>
  )
}

/** Chips in a row that wraps. */
export function Chips({ children, label }: { readonly children: ReactNode; readonly label?: string }) {
  return (
    <div className={styles.chips} role={label ? 'group' : undefined} aria-label={label}>
      {children}
    </div>
  )
}
