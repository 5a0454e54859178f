import { useSearch } from '@tanstack/react-router'
import { Form, useForm } from '../kit/form.tsx'
import { Problem } from '../kit/problem.ts'
import { TextField } from '../kit/text-field.tsx'
import { useTexts } from '../kit/texts.tsx'
import { useEnter } from './enter.ts'
import { signUp } from './sign-in.ts'
import styles from './entrance.module.css'

/** A new account: name, e-mail, password. The company follows on the next page. */
export function SignUpPage() {
  const { t } = useTexts()
  const { enter } = useEnter()
  const query = useSearch({ strict: false }) as { to?: string; email?: string }
  const form = useForm({
    name: 'sign-up',
    initial: { name: '', email: query.email ?? '', password: '' },
    isKept: false,
    send: (values) => {
      const fields = missingFields(values)
      return Object.keys(fields).length > 0 ? Promise.reject(new Problem({ code: 'input_invalid', status: 422, fields })) : signUp(values)
    },
    onDone: () => void enter(),
  })
  return (
    <>
      <h1 className={styles.title}>{t('enter.sign-up')}</h1>
      <p className={styles.lead}>{t('enter.sign-up-lead')}</p>
      <Form form={form} submitLabel={t('enter.sign-up')}>
        <TextField label={t('enter.name')} autoComplete="name" autoFocus {...form.field('name')} />
        <TextField label={t('enter.email')} type="email" autoComplete="email" {...form.field('email')} />
        <TextField label={t('enter.password')} type="password" autoComplete="new-password" hint={t('enter.password-hint')} {...form.field('password')} />
      </Form>
      <p className={styles.switch}>
        {t('enter.has-account')} <a href={`/sign-in${query.to ? `?to=${encodeURIComponent(query.to)}` : ''}`}>{t('enter.sign-in')}</a>
      </p>
    </>
  )
}

function missingFields(values: { name: string; email: string; password: string }): Record<string, string> {
  return {
    ...(values.name.trim() === '' ? { name: 'text_missing' } : {}),
    ...(/^\S+@\S+\.\S+$/.test(values.email.trim()) ? {} : { email: 'email_malformed' }),
    ...(values.password.length < 10 ? { password: 'password_short' } : {}),
  }
}
