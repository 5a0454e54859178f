import { useState } from 'react'
import { Button } from '../kit/button.tsx'
import { Form, useForm } from '../kit/form.tsx'
import { TextField } from '../kit/text-field.tsx'
import { useTexts } from '../kit/texts.tsx'
import { EntrancePage } from './entrance-page.tsx'
import { mailLink, mailPasswordLink } from './sign-in.ts'
import styles from './entrance.module.css'

const words = {
  link: { title: 'enter.link-title', lead: 'enter.link-lead', sent: 'enter.link-sent' },
  password: { title: 'enter.forgot-title', lead: 'enter.forgot-lead', sent: 'enter.forgot-sent' },
} as const

/** Asks for the address and mails a link: one that signs in, or one that leads to a new password. */
export function MailStep({
  kind,
  email,
  to,
  onBack,
}: {
  readonly kind: 'link' | 'password'
  readonly email: string
  readonly to: string
  readonly onBack: () => void
}) {
  const { t } = useTexts()
  const [sentTo, setSentTo] = useState<string>()
  const form = useForm({
    name: `sign-in.${kind}`,
    initial: { email },
    isKept: false,
    send: (values) => (kind === 'link' ? mailLink({ ...values, to }) : mailPasswordLink(values.email)),
    onDone: (_, values) => setSentTo(values.email.trim()),
  })
  return (
    <EntrancePage title={t(words[kind].title)} lead={t(words[kind].lead)}>
      {sentTo ? (
        <p className={styles.done} role="status">
          {t(words[kind].sent, { email: sentTo })}
        </p>
      ) : (
        <Form form={form} submitLabel={t('enter.link-send')}>
          <TextField label={t('enter.email')} type="email" autoComplete="username" autoFocus {...form.field('email')} />
        </Form>
      )}
      <div className={styles.others}>
        <Button look="quiet" onClick={onBack}>
          {t('enter.back')}
        </Button>
      </div>
    </EntrancePage>
  )
}
