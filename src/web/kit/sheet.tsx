import { useEffect, useId, useRef, type ReactNode } from 'react'
import { IconButton } from './button.tsx'
import { useKeys } from './keys.tsx'
import { useTexts } from './texts.tsx'
import styles from './sheet.module.css'

/**
 * A panel over the page: at the side on a desk, from below on a phone. One at a time, never a sheet over a sheet.
 * The focus goes in and comes back; Escape and a click beside it close. What was typed inside is kept by the form.
 */
export function Sheet({
  title,
  onClose,
  children,
  look = 'side',
}: {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  /** side: forms. middle: short questions and lists of keys. */
  readonly look?: 'side' | 'middle'
}) {
  const element = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const { t } = useTexts()
  useKeys([], { isModal: true })
  useEffect(() => {
    const dialog = element.current
    const before = document.activeElement
    dialog?.showModal()
    const wanted = dialog?.querySelector<HTMLElement>('[data-autofocus]') ?? dialog?.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea')
    wanted?.focus()
    return () => {
      dialog?.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={element}
      className={styles.sheet}
      data-look={look}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onMouseDown={(event) => {
        if (event.target === element.current) onClose()
      }}
    >
      <div className={styles.inside}>
        <header className={styles.head}>
          <h2 id={titleId} className={styles.title}>
            {title}
          </h2>
          <IconButton icon="close" label={t('kit.close')} onClick={onClose} />
        </header>
        {children}
      </div>
    </dialog>
  )
}
