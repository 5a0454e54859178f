import { useNavigate, useSearch } from '@tanstack/react-router'
import { Form, useForm } from '../kit/form.tsx'
import { TextField } from '../kit/text-field.tsx'
import { useTexts } from '../kit/texts.tsx'
import { EntrancePage } from './entrance-page.tsx'
import { forgetSession } from './session-query.ts'
import { setNewPassword } from './sign-in.ts'
import styles from './entrance.module.css'

/** Where the mailed link leads: a new password, after which every device signs in anew. */
export function NewPasswordPage() {
  const { t } = useTexts()
  const navigate = useNavigate()
  const { token = '' } = useSearch({ strict: false }) as { token?: string }
  const form = useForm({
    name: 'new-password',
    initial: { password: '' },
    isKept: false,
    send: (values) => setNewPassword({ ...values, token }),
    onDone: () => {
      forgetSession()
      void navigate({ to: '/sign-in', search: { done: 'password' } as never, replace: true })
    },
  })
  return (
    <EntrancePage title={t('enter.new-password')} lead={t('enter.new-password-lead')}>
      <Form form={form} submitLabel={t('enter.new-password-save')}>
        <TextField
          label={t('account.new-password')}
          type="password"
          autoComplete="new-password"
          autoFocus
          hint={t('enter.password-hint')}
          {...form.field('password')}
        />
      </Form>
      <p className={styles.switch}>
        <a href="/sign-in">{t('enter.back')}</a>
      </p>
    </EntrancePage>
  )
}
