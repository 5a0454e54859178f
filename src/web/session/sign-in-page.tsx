import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../kit/button.tsx'
import { Form, useForm } from '../kit/form.tsx'
import { asProblem } from '../kit/problem.ts'
import { TextField } from '../kit/text-field.tsx'
import { useTexts } from '../kit/texts.tsx'
import { showToast } from '../kit/toast.tsx'
import { useEnter } from './enter.ts'
import { checkSecondFactor, mailLink, signInByPasskey, signInByPassword } from './sign-in.ts'
import styles from './entrance.module.css'

/** Sign in by password, passkey or a mailed link; a second factor where the account has one. */
export function SignInPage() {
  const { t, describe } = useTexts()
  const { enter, to } = useEnter()
  const [step, setStep] = useState<'password' | 'code' | 'link-sent'>('password')
  const query = useSearch({ strict: false }) as { to?: string }
  const form = useForm({
    name: 'sign-in',
    initial: { email: '', password: '' },
    isKept: false,
    send: signInByPassword,
    onDone: (answer) => (answer === 'in' ? void enter() : setStep('code')),
  })
  const attempt = (work: () => Promise<unknown>) => void work().catch((error) => showToast({ text: describe(asProblem(error)), tone: 'bad' }))
  if (step === 'code') return <SecondFactor onDone={enter} />
  return (
    <>
      <h1 className={styles.title}>{t('enter.sign-in')}</h1>
      <p className={styles.lead}>{t('enter.sign-in-lead')}</p>
      {step === 'link-sent' ? (
        <p className={styles.done} role="status">
          {t('enter.link-sent', { email: form.values.email })}
        </p>
      ) : (
        <>
          <Form form={form} submitLabel={t('enter.sign-in')}>
            <TextField label={t('enter.email')} type="email" autoComplete="username webauthn" autoFocus {...form.field('email')} />
            <TextField label={t('enter.password')} type="password" autoComplete="current-password" {...form.field('password')} />
          </Form>
          <div className={styles.others}>
            <p className={styles.or}>{t('enter.or')}</p>
            <Button onClick={() => attempt(async () => (await signInByPasskey(), await enter()))}>{t('enter.with-passkey')}</Button>
            <Button look="quiet" onClick={() => attempt(async () => (await mailLink({ email: form.values.email, to }), setStep('link-sent')))}>
              {t('enter.with-link')}
            </Button>
          </div>
        </>
      )}
      <p className={styles.switch}>
        {t('enter.no-account')} <a href={`/sign-up${query.to ? `?to=${encodeURIComponent(query.to)}` : ''}`}>{t('enter.sign-up')}</a>
      </p>
    </>
  )
}

function SecondFactor({ onDone }: { onDone: () => Promise<void> }) {
  const { t } = useTexts()
  const form = useForm({
    name: 'second-factor',
    initial: { code: '' },
    isKept: false,
    send: ({ code }) => checkSecondFactor(code),
    onDone: () => void onDone(),
  })
  return (
    <>
      <h1 className={styles.title}>{t('enter.code')}</h1>
      <p className={styles.lead}>{t('enter.code-lead')}</p>
      <Form form={form} submitLabel={t('enter.code-check')}>
        <TextField label={t('enter.code')} inputMode="numeric" autoComplete="one-time-code" autoFocus width="short" {...form.field('code')} />
      </Form>
    </>
  )
}
