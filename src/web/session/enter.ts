import { useNavigate, useSearch } from '@tanstack/react-router'
import { lastCompany, reloadSession } from './session-query.ts'

/** Where to go once signed in: back to where the person was, to the last company, or to the set-up. */
export function useEnter(): { enter: () => Promise<void>; to: string } {
  const navigate = useNavigate()
  const wanted = (useSearch({ strict: false }) as { to?: string }).to
  const to = wanted?.startsWith('/') && !wanted.startsWith('//') ? wanted : '/'
  const enter = async () => {
    const session = await reloadSession()
    const company = lastCompany(session)
    const target = to === '/' ? (company ? `/c/${company.slug}/today` : '/set-up') : to
    await navigate({ to: target as never, replace: true })
  }
  return { enter, to }
}
