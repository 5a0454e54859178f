import { useLayoutEffect, useSyncExternalStore } from 'react'
import type { PlaceName } from '../kit/module.ts'

let marked: PlaceName | undefined
const watchers = new Set<() => void>()

/** A page says which place of the rail it belongs to. */
export function useMarkPlace(place: PlaceName): void {
  useLayoutEffect(() => {
    marked = place
    watchers.forEach((watcher) => watcher())
  }, [place])
}

export function useMarkedPlace(): PlaceName | undefined {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    () => marked,
  )
}
