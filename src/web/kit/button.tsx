import type { ComponentProps, ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'
import { KeyHint } from './key-hint.tsx'
import { Link, type LinkProps } from './navigation.tsx'
import styles from './button.module.css'

export interface ButtonLook {
  /** primary: the one thing to do here. plain: everything else. quiet: text only. danger: cannot be taken back. */
  readonly look?: 'primary' | 'plain' | 'quiet' | 'danger'
  readonly size?: 'normal' | 'small'
  readonly icon?: IconName
  /** The letter that does the same, shown beside the word; register it with `useKeys` or in a List. */
  readonly shortcut?: string
}

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'type'>, ButtonLook {
  readonly type?: 'button' | 'submit'
  /** Runs: the button stays focusable, says so, and does nothing. */
  readonly isBusy?: boolean
}

export function Button({ look = 'plain', size = 'normal', icon, shortcut, isBusy = false, type = 'button', children, onClick, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={styles.button}
      data-look={look}
      data-size={size}
      aria-disabled={isBusy || undefined}
      aria-busy={isBusy || undefined}
      onClick={(event) => (isBusy ? event.preventDefault() : onClick?.(event))}
    >
      <Inside icon={icon} shortcut={shortcut}>
        {children}
      </Inside>
    </button>
  )
}

/** Looks like a button, goes to a page of the company. */
export function LinkButton({ look = 'plain', size = 'normal', icon, shortcut, children, ...rest }: LinkProps & ButtonLook) {
  return (
    <Link {...rest} className={styles.button} data-look={look} data-size={size}>
      <Inside icon={icon} shortcut={shortcut}>
        {children}
      </Inside>
    </Link>
  )
}

/** A picture to press; the label is read aloud and shown as a hint. */
export function IconButton({
  icon,
  label,
  ...rest
}: Omit<ComponentProps<'button'>, 'type' | 'children'> & { readonly icon: IconName; readonly label: string }) {
  return (
    <button {...rest} type="button" className={styles.iconButton} aria-label={label} title={label}>
      <Icon name={icon} />
    </button>
  )
}

function Inside({ icon, shortcut, children }: { icon?: IconName | undefined; shortcut?: string | undefined; children?: ReactNode }) {
  return (
    <>
      {icon ? <Icon name={icon} size={18} /> : null}
      {children}
      {shortcut ? <KeyHint keys={shortcut} /> : null}
    </>
  )
}
