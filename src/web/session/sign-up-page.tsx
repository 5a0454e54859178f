import { useSearch } from '@tanstack/react-router'
import { useRef } from 'react'
import { Form, useForm } from '../kit/form.tsx'
import { useSignInWays } from '../kit/sign-in-ways.ts'
import { TextField } from '../kit/text-field.tsx'
import { useTexts } from '../kit/texts.tsx'
import { EntrancePage } from './entrance-page.tsx'
import { assertFilled } from './auth-call.ts'
import { useEnter } from './enter.ts'
import { PasskeyWay } from './passkey-way.tsx'
import { signUpByPasskey } from './passkeys.ts'
import { signUp } from './sign-in.ts'
import styles from './entrance.module.css'

/** A new account: name, e-mail, and a password or a passkey. The company follows on the next page. */
export function SignUpPage() {
  const { t } = useTexts()
  const { to } = useEnter()
  const ways = useSignInWays()
  const isOpen = ways === undefined || ways.isSignUpOpen || to.startsWith('/join/')
  return (
    <EntrancePage title={isOpen ? t('enter.sign-up') : t('enter.sign-up-closed')} lead={isOpen ? t('enter.sign-up-lead') : t('failure.sign_up_closed')}>
      {isOpen ? <SignUpForm /> : null}
      <p className={styles.switch}>
        {t('enter.has-account')} <a href={`/sign-in${to === '/' ? '' : `?to=${encodeURIComponent(to)}`}`}>{t('enter.sign-in')}</a>
      </p>
    </EntrancePage>
  )
}

function SignUpForm() {
  const { t } = useTexts()
  const { enter, to } = useEnter()
  const query = useSearch({ strict: false }) as { email?: string }
  const way = useRef<'password' | 'passkey'>('password')
  const invitation = /^\/join\/([\w-]+)/.exec(to)?.[1]
  const headers: Record<string, string> = invitation ? { 'cloudburo-invitation': invitation } : {}
  const form = useForm({
    name: 'sign-up',
    initial: { name: '', email: query.email ?? '', password: '' },
    isKept: false,
    send: async (values) => {
      const wanted = way.current
      way.current = 'password'
      if (wanted === 'password') return signUp(values, headers)
      assertFilled({ name: values.name, email: values.email })
      return signUpByPasskey(values, headers)
    },
    onDone: () => void enter(),
  })
  const byPasskey = () => {
    way.current = 'passkey'
    void form.submit()
  }
  return (
    <>
      <Form form={form} submitLabel={t('enter.sign-up')}>
        <TextField label={t('enter.name')} autoComplete="name" autoFocus {...form.field('name')} />
        <TextField label={t('enter.email')} type="email" autoComplete="email" {...form.field('email')} />
        <TextField label={t('enter.password')} type="password" autoComplete="new-password" hint={t('enter.password-hint')} {...form.field('password')} />
      </Form>
      <div className={styles.others}>
        <p className={styles.or}>{t('enter.or')}</p>
        <PasskeyWay label={t('enter.passkey-sign-up')} hint={t('enter.passkey-sign-up-hint')} isBusy={form.isSaving} act={byPasskey} />
      </div>
    </>
  )
}
