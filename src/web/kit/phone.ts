import { useSyncExternalStore } from 'react'

const narrow = '(max-width: 47.99rem)'

/** Whether the window is as narrow as a phone; follows turning and resizing. For what differs in kind, not in looks. */
export function useIsPhone(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(narrow).matches)
}

function subscribe(changed: () => void): () => void {
  const query = window.matchMedia(narrow)
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}
