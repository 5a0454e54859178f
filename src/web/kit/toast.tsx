import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useKeys } from './keys.tsx'
import { asProblem } from './problem.ts'
import { useTexts } from './texts.tsx'
import styles from './toast.module.css'

export interface ToastOptions {
  readonly text: string
  readonly tone?: 'plain' | 'bad'
  /** Offered as "Undo", also by the key Z. */
  readonly undo?: () => Promise<unknown> | unknown
  /** ISO text of the moment until which the undo is possible; the toast counts down and stays that long. */
  readonly until?: string
}

interface Toast extends ToastOptions {
  readonly id: number
  readonly endsAt: number
}

let toasts: readonly Toast[] = []
let lastId = 0
const watchers = new Set<() => void>()

/** Tells the person what happened, at the foot of the window: `showToast({ text: t('work.saved'), undo })`. */
export function showToast(options: ToastOptions): void {
  const seconds = options.undo ? 10 : options.tone === 'bad' ? 9 : 4
  const endsAt = options.until ? Date.parse(options.until) : Date.now() + seconds * 1000
  lastId += 1
  set([...toasts.slice(-2), { ...options, id: lastId, endsAt }])
}

/** Shown once by the shell. */
export function Toasts() {
  const shown = useSyncExternalStore(watch, () => toasts)
  const { t } = useTexts()
  const latest = shown.findLast((toast) => toast.undo)
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // In the top layer, anew each time, so that an open sheet does not cover it.
    element.current?.hidePopover()
    if (shown.length > 0) element.current?.showPopover()
  }, [shown.length])
  useKeys(latest ? [{ key: 'z', label: t('kit.undo'), act: () => void undo(latest) }] : [])
  return (
    <div ref={element} popover="manual" className={styles.toasts} role="status" aria-live="polite">
      {shown.map((toast) => (
        <ToastLine key={toast.id} toast={toast} />
      ))}
    </div>
  )
}

function ToastLine({ toast }: { toast: Toast }) {
  const { t } = useTexts()
  const secondsLeft = useSecondsLeft(toast)
  return (
    <div className={styles.toast} data-tone={toast.tone ?? 'plain'}>
      <span className={styles.text}>{toast.text}</span>
      {toast.until && toast.undo ? (
        <span className={styles.seconds} aria-hidden="true">
          {secondsLeft}
        </span>
      ) : null}
      {toast.undo ? (
        <button type="button" className={styles.undo} onClick={() => void undo(toast)}>
          {t('kit.undo')} <kbd aria-hidden="true">Z</kbd>
        </button>
      ) : (
        <button type="button" className={styles.close} aria-label={t('kit.close')} onClick={() => remove(toast.id)}>
          ×
        </button>
      )}
    </div>
  )
}

function useSecondsLeft(toast: Toast): number {
  const [now, setNow] = useState(() => Date.now())
  const isOver = now >= toast.endsAt
  useEffect(() => {
    if (isOver) return remove(toast.id)
    const timer = setInterval(() => setNow(Date.now()), 250)
    return () => clearInterval(timer)
  }, [isOver, toast.id])
  return Math.max(0, Math.ceil((toast.endsAt - now) / 1000))
}

async function undo(toast: Toast): Promise<void> {
  remove(toast.id)
  try {
    await toast.undo?.()
  } catch (error) {
    showToast({ text: asProblem(error).detail ?? asProblem(error).code, tone: 'bad' })
  }
}

function remove(id: number): void {
  set(toasts.filter((toast) => toast.id !== id))
}

function set(next: readonly Toast[]): void {
  toasts = next
  watchers.forEach((watcher) => watcher())
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => void watchers.delete(watcher)
}
