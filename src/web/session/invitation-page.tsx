import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { applyAccent } from '../kit/accent.ts'
import { Button, LinkButton } from '../kit/button.tsx'
import { call } from '../kit/client.ts'
import { FormError } from '../kit/form.tsx'
import { Waiting } from '../kit/layout.tsx'
import type { CallOutput } from '../kit/operations.ts'
import { asProblem, type Problem } from '../kit/problem.ts'
import type { Session } from '../kit/session.tsx'
import { useTexts } from '../kit/texts.tsx'
import { EntrancePage } from './entrance-page.tsx'
import { reloadSession, useSessionQuery } from './session-query.ts'
import { signOut } from './sign-in.ts'
import styles from './entrance.module.css'

type Invitation = CallOutput<'company.read-invitation'>

/** Joins a company by the secret in the link; a stranger signs in first and comes back here. */
export function InvitationPage() {
  const { t } = useTexts()
  const { secret = '' } = useParams({ strict: false }) as { secret?: string }
  const session = useSessionQuery()
  const invitation = useQuery<Invitation, Problem>({
    queryKey: ['invitation', secret],
    queryFn: () => call('company.read-invitation', { secret }, { companyId: null }).catch((error) => Promise.reject(asProblem(error))),
    retry: false,
  })
  useEffect(() => {
    applyAccent(invitation.data?.accent)
    return () => applyAccent(undefined)
  }, [invitation.data])
  if (session.isPending || invitation.isPending) return <Waiting />
  if (!invitation.data) {
    return (
      <EntrancePage title={t('enter.invitation')}>
        <div className={styles.gap}>
          <FormError problem={invitation.error} />
        </div>
        <p className={styles.switch}>
          <a href="/">{session.data ? t('enter.to-your-companies') : t('enter.sign-in')}</a>
        </p>
      </EntrancePage>
    )
  }
  const { invitedBy: by, company, role, email } = invitation.data
  return (
    <EntrancePage title={t('enter.invitation')} lead={t('enter.invitation-to', { by, company, role: t(`shell.role-${role}`) })}>
      {session.data ? <Accept secret={secret} session={session.data} /> : <Stranger secret={secret} email={email} />}
    </EntrancePage>
  )
}

function Accept({ secret, session }: { secret: string; session: Session }) {
  const { t } = useTexts()
  const navigate = useNavigate()
  const [problem, setProblem] = useState<Problem>()
  const [isBusy, setIsBusy] = useState(false)
  const accept = async () => {
    setIsBusy(true)
    try {
      const { id } = await call('company.accept-invitation', { secret }, { companyId: null, idempotencyKey: crypto.randomUUID() })
      const fresh = await reloadSession()
      await navigate({ to: `/c/${fresh.companies.find((company) => company.id === id)?.slug ?? id}/today` as never, replace: true })
    } catch (error) {
      setProblem(asProblem(error))
    } finally {
      setIsBusy(false)
    }
  }
  return (
    <>
      <p className={styles.lead}>{t('enter.invitation-lead', { email: session.user.email })}</p>
      <FormError problem={problem} />
      <div className={styles.others}>
        <Button look="primary" autoFocus isBusy={isBusy} onClick={() => void accept()}>
          {t('enter.accept')}
        </Button>
        <Button look="quiet" onClick={() => void signOut({ to: `/join/${secret}` })}>
          {t('enter.invitation-other')}
        </Button>
      </div>
    </>
  )
}

function Stranger({ secret, email }: { secret: string; email: string }) {
  const { t } = useTexts()
  const query = `?to=${encodeURIComponent(`/join/${secret}`)}&email=${encodeURIComponent(email)}`
  return (
    <>
      <p className={styles.lead}>{t('enter.invitation-sign-in')}</p>
      <div className={styles.others}>
        <LinkButton look="primary" to={`/sign-up${query}`}>
          {t('enter.sign-up')}
        </LinkButton>
        <LinkButton to={`/sign-in${query}`}>{t('enter.sign-in')}</LinkButton>
      </div>
    </>
  )
}
