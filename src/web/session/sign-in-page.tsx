import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../kit/button.tsx'
import { Form, FormError, useForm } from '../kit/form.tsx'
import { asProblem, Problem } from '../kit/problem.ts'
import { useSignInWays } from '../kit/sign-in-ways.ts'
import { TextField } from '../kit/text-field.tsx'
import { useTexts } from '../kit/texts.tsx'
import { EntrancePage } from './entrance-page.tsx'
import { CodeStep } from './code-step.tsx'
import { useEnter } from './enter.ts'
import { MailStep } from './mail-step.tsx'
import { PasskeyWay } from './passkey-way.tsx'
import { signInByPasskey } from './passkeys.ts'
import { signInByPassword } from './sign-in.ts'
import styles from './entrance.module.css'

type Step = 'password' | 'code' | 'link' | 'forgot'

/** Sign in by password, passkey or a mailed link; a second factor where the account has one. */
export function SignInPage() {
  const navigate = useNavigate()
  const { enter, to } = useEnter()
  const query = useSearch({ strict: false }) as { step?: string; email?: string; link?: string }
  const [step, setStep] = useState<Step>(query.step === 'code' ? 'code' : 'password')
  const [email, setEmail] = useState(query.email ?? '')
  const back = () => {
    setStep('password')
    void navigate({ to: '/sign-in', search: (to === '/' ? {} : { to }) as never, replace: true })
  }
  if (query.link) return <OpenLink token={query.link} to={to} />
  if (step === 'code') return <CodeStep onDone={enter} onBack={back} />
  if (step === 'link') return <MailStep kind="link" email={email} to={to} onBack={back} />
  if (step === 'forgot') return <MailStep kind="password" email={email} to={to} onBack={back} />
  return <PasswordStep email={email} to={to} enter={enter} leave={(next, typed) => (setEmail(typed), setStep(next))} />
}

function PasswordStep({ email, to, enter, leave }: { email: string; to: string; enter: () => Promise<void>; leave: (next: Step, email: string) => void }) {
  const { t } = useTexts()
  const query = useSearch({ strict: false }) as { error?: string; done?: string }
  const [problem, setProblem] = useState<Problem | undefined>(query.error ? new Problem({ code: 'link_over', status: 400 }) : undefined)
  const form = useForm({
    name: 'sign-in',
    initial: { email, password: '' },
    isKept: false,
    send: (values) => (setProblem(undefined), signInByPassword(values)),
    onDone: (answer) => (answer === 'in' ? void enter() : leave('code', form.values.email)),
  })
  const byPasskey = async () => {
    setProblem(undefined)
    await signInByPasskey()
      .then(enter)
      .catch((error: unknown) => setProblem(asProblem(error)))
  }
  return (
    <EntrancePage title={t('enter.sign-in')} lead={t('enter.sign-in-lead')}>
      {query.done === 'password' ? (
        <p className={styles.done} role="status">
          {t('enter.password-set')}
        </p>
      ) : null}
      <FormError problem={problem} />
      <Form form={form} submitLabel={t('enter.sign-in')}>
        <TextField label={t('enter.email')} type="email" autoComplete="username" autoFocus {...form.field('email')} />
        <TextField label={t('enter.password')} type="password" autoComplete="current-password" {...form.field('password')} />
      </Form>
      <div className={styles.others}>
        <p className={styles.or}>{t('enter.or')}</p>
        <PasskeyWay label={t('enter.with-passkey')} act={() => void byPasskey()} />
        <MailWays leave={(next) => leave(next, form.values.email)} />
      </div>
      <NewHere to={to} />
    </EntrancePage>
  )
}

/** Where the mailed link leads. The button opens it, not the address: whatever looks at mails would use it up. */
function OpenLink({ token, to }: { token: string; to: string }) {
  const { t } = useTexts()
  const address = `/api/auth/magic-link/verify?${new URLSearchParams({ token, callbackURL: to, errorCallbackURL: '/sign-in' })}`
  return (
    <EntrancePage title={t('enter.sign-in')} lead={t('enter.sign-in-lead')}>
      <Button look="primary" autoFocus onClick={() => window.location.assign(address)}>
        {t('enter.sign-in')}
      </Button>
    </EntrancePage>
  )
}

function MailWays({ leave }: { leave: (next: 'link' | 'forgot') => void }) {
  const { t } = useTexts()
  const ways = useSignInWays()
  if (!ways) return null
  if (!ways.isMailConnected) return <p className={styles.note}>{t('enter.no-mail')}</p>
  return (
    <>
      <Button look="quiet" onClick={() => leave('link')}>
        {t('enter.with-link')}
      </Button>
      <Button look="quiet" onClick={() => leave('forgot')}>
        {t('enter.forgot')}
      </Button>
    </>
  )
}

function NewHere({ to }: { to: string }) {
  const { t } = useTexts()
  const isOpen = useSignInWays()?.isSignUpOpen ?? false
  if (!isOpen && !to.startsWith('/join/')) return null
  return (
    <p className={styles.switch}>
      {t('enter.no-account')} <a href={`/sign-up${to === '/' ? '' : `?to=${encodeURIComponent(to)}`}`}>{t('enter.sign-up')}</a>
    </p>
  )
}
