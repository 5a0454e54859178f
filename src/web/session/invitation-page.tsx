import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../kit/button.tsx'
import { call } from '../kit/client.ts'
import { FormError } from '../kit/form.tsx'
import { Waiting } from '../kit/layout.tsx'
import { asProblem, type Problem } from '../kit/problem.ts'
import { useTexts } from '../kit/texts.tsx'
import { reloadSession, useSessionQuery } from './session-query.ts'
import styles from './entrance.module.css'

/** Joins a company by the secret in the link; a stranger signs in first and comes back here. */
export function InvitationPage() {
  const { t } = useTexts()
  const { secret = '' } = useParams({ strict: false }) as { secret?: string }
  const session = useSessionQuery()
  const navigate = useNavigate()
  const [problem, setProblem] = useState<Problem>()
  const [isBusy, setIsBusy] = useState(false)
  const back = `?to=${encodeURIComponent(`/join/${secret}`)}`
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
  if (session.isPending) return <Waiting />
  return (
    <>
      <h1 className={styles.title}>{t('enter.invitation')}</h1>
      <p className={styles.lead}>{session.data ? t('enter.invitation-lead', { email: session.data.user.email }) : t('enter.invitation-sign-in')}</p>
      <FormError problem={problem} />
      <div className={styles.others}>
        {session.data ? (
          <Button look="primary" autoFocus isBusy={isBusy} onClick={() => void accept()}>
            {t('enter.accept')}
          </Button>
        ) : (
          <p className={styles.switch}>
            <a href={`/sign-in${back}`}>{t('enter.sign-in')}</a> · <a href={`/sign-up${back}`}>{t('enter.sign-up')}</a>
          </p>
        )}
      </div>
    </>
  )
}
