import { useEffect, useRef } from 'react'

/**
 * The keyboard layer: one listener on the window, newest scope first. Letters act only when nobody is typing.
 * A key is what the person presses: "c", "?", "Enter", "ArrowDown", "Mod+k" (Cmd on a Mac, Ctrl elsewhere), "g t" (one after the other).
 */
export interface Shortcut {
  readonly key: string
  /** Shown by `?`; a shortcut without a label is not listed. */
  readonly label?: string | undefined
  /** The heading it stands under in the list of keys. */
  readonly group?: string | undefined
  /** Also while typing in a field. Only sensible with Mod or Escape. */
  readonly whileTyping?: boolean | undefined
  /** Returning false lets the next scope have the key. */
  readonly act: (event: KeyboardEvent) => void | false
}

interface Scope {
  readonly current: { shortcuts: readonly Shortcut[]; isModal: boolean }
}

const scopes: Scope[] = []
let pendingPrefix: { key: string; until: number } | undefined

/** Registers the shortcuts while the component is on screen. A modal scope hides every scope below it. */
export function useKeys(shortcuts: readonly Shortcut[], options: { isModal?: boolean; isActive?: boolean } = {}): void {
  const isActive = options.isActive ?? true
  const scope = useRef({ shortcuts, isModal: options.isModal ?? false })
  scope.current = { shortcuts, isModal: options.isModal ?? false }
  useEffect(() => {
    if (!isActive) return undefined
    scopes.push(scope)
    listen()
    return () => void scopes.splice(scopes.indexOf(scope), 1)
  }, [isActive])
}

/** Everything that `?` lists just now, newest scope first, without those hidden by a modal scope. */
export function activeShortcuts(): readonly Shortcut[] {
  return reachable().flatMap((scope) => scope.current.shortcuts.filter((shortcut) => shortcut.label))
}

/** "⌘K" or "Ctrl K": how a key is written on this machine. */
export function keyLabel(key: string): string {
  const names: Record<string, string> = { Enter: '↵', ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', Escape: 'Esc', Backspace: '⌫' }
  return key
    .split('+')
    .map((part) => (part === 'Mod' ? (isMac ? '⌘' : 'Ctrl ') : (names[part] ?? (part.length === 1 ? part.toUpperCase() : part))))
    .join('')
}

const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)
let isListening = false

function listen(): void {
  if (isListening) return
  isListening = true
  window.addEventListener('keydown', onKeyDown)
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return
  const key = nameOf(event)
  if (key === undefined) return
  const isTyping = isTypingIn(event.target)
  const prefix = pendingPrefix && pendingPrefix.until > Date.now() ? `${pendingPrefix.key} ` : ''
  pendingPrefix = undefined
  if (prefix && !isTyping && fire(`${prefix}${key}`, event, false)) return
  if (fire(key, event, isTyping)) return
  if (!isTyping && startsPair(key)) pendingPrefix = { key, until: Date.now() + 1200 }
}

function fire(key: string, event: KeyboardEvent, isTyping: boolean): boolean {
  for (const scope of reachable()) {
    for (const shortcut of scope.current.shortcuts) {
      if (shortcut.key !== key || (isTyping && !shortcut.whileTyping)) continue
      if (shortcut.act(event) === false) continue
      event.preventDefault()
      return true
    }
  }
  return false
}

function startsPair(key: string): boolean {
  return reachable().some((scope) => scope.current.shortcuts.some((shortcut) => shortcut.key.startsWith(`${key} `)))
}

function reachable(): readonly Scope[] {
  const newestFirst = [...scopes].reverse()
  const modal = newestFirst.findIndex((scope) => scope.current.isModal)
  return modal === -1 ? newestFirst : newestFirst.slice(0, modal + 1)
}

function nameOf(event: KeyboardEvent): string | undefined {
  const isModified = isMac ? event.metaKey : event.ctrlKey
  if (event.altKey && event.key.length > 1) return undefined
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  if (isModified) return `Mod+${key}`
  return event.ctrlKey || event.metaKey ? undefined : key
}

/** Whether the person is writing text, so that letters belong to the field. */
export function isTypingIn(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable) return true
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'submit', 'file', 'range', 'color'].includes(target.type)
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}
