import { useParams, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { applyAccent } from '../kit/accent.ts'
import { Button } from '../kit/button.tsx'
import { setCompanyForCalls } from '../kit/client.ts'
import { EmptyState, Page, Waiting } from '../kit/layout.tsx'
import type { Problem } from '../kit/problem.ts'
import { CompanyContext, SessionContext } from '../kit/session.tsx'
import { useSignInWays } from '../kit/sign-in-ways.ts'
import { useTexts } from '../kit/texts.tsx'
import { Missing } from '../shell/outcomes.tsx'
import { Redirect } from '../shell/redirect.tsx'
import { Shell } from '../shell/shell.tsx'
import { companyInAddress, lastCompany, rememberCompany, useSessionQuery } from './session-query.ts'

/** "/": to the company where the person worked last, to the set-up, or to the sign-in. */
export function Home() {
  const session = useSessionQuery()
  if (session.error) return <Outside problem={session.error} />
  if (!session.data) return <Waiting />
  const company = lastCompany(session.data)
  return company ? <Redirect to={`/c/${company.slug}/today`} /> : <Redirect to="/set-up" />
}

/** "/c/<company>/…": lets members in, puts the company's colour on, and shows the shell around the page. */
export function CompanyDoor() {
  const { company: part = '' } = useParams({ strict: false }) as { company?: string }
  const session = useSessionQuery()
  const company = session.data ? companyInAddress(session.data, part) : undefined
  useEffect(() => {
    applyAccent(company?.accent)
    if (company) rememberCompany(company)
    return () => applyAccent(undefined)
  }, [company])
  if (session.error && !session.data) return <Outside problem={session.error} />
  if (!session.data) return <Waiting />
  if (!company) return <Missing />
  setCompanyForCalls(company.id)
  return (
    <SessionContext value={session.data}>
      <CompanyContext value={company}>
        <Shell key={company.id} />
      </CompanyContext>
    </SessionContext>
  )
}

function Outside({ problem }: { problem: Problem }) {
  const { t, describe } = useTexts()
  const from = useRouter().latestLocation.href
  const isFirstLook = problem.status === 401 && from === '/'
  const ways = useSignInWays({ isAsked: isFirstLook })
  if (isFirstLook) {
    if (!ways) return <Waiting />
    return <Redirect to={ways.isNew && ways.isSignUpOpen ? '/sign-up' : '/sign-in'} />
  }
  if (problem.status === 401) {
    return <Redirect to="/sign-in" search={{ to: from }} />
  }
  return (
    <Page title={t('shell.broken')}>
      <EmptyState
        text={describe(problem)}
        action={
          <Button look="primary" onClick={() => window.location.reload()}>
            {t('shell.try-again')}
          </Button>
        }
      />
    </Page>
  )
}
