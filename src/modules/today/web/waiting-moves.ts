import { useSyncExternalStore } from 'react'

/**
 * Moves that were done a moment ago and wait their ten seconds, or are on their way to the server: they leave the list
 * at once. Kept outside the page, so that they stay away when the person looks elsewhere and comes back.
 */
let hidden: readonly string[] = []
const watchers = new Set<() => void>()
const longestMilliseconds = 20_000

export function hideMove(cause: string): void {
  set([...hidden.filter((each) => each !== cause), cause])
  window.setTimeout(() => showMove(cause), longestMilliseconds)
}

export function showMove(cause: string): void {
  if (hidden.includes(cause)) set(hidden.filter((each) => each !== cause))
}

export function useHiddenMoves(): readonly string[] {
  return useSyncExternalStore(watch, () => hidden)
}

function set(next: readonly string[]): void {
  hidden = next
  for (const watcher of watchers) watcher()
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}
