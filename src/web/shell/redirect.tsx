import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

/** Goes elsewhere, once, and leaves no trace in the history. */
export function Redirect({ to, search = {} }: { readonly to: string; readonly search?: Readonly<Record<string, string>> }) {
  const navigate = useNavigate()
  const isDone = useRef(false)
  useEffect(() => {
    if (isDone.current) return
    isDone.current = true
    void navigate({ to: to as never, search: search as never, replace: true })
  }, [navigate, to, search])
  return null
}
