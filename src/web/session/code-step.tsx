import { useState } from 'react'
import { Button } from '../kit/button.tsx'
import { Checkbox } from '../kit/choice.tsx'
import { Form, useForm } from '../kit/form.tsx'
import { TextField } from '../kit/text-field.tsx'
import { useTexts } from '../kit/texts.tsx'
import { EntrancePage } from './entrance-page.tsx'
import { checkSecondFactor } from './sign-in.ts'
import styles from './entrance.module.css'

/** The second factor: the code of the app, or a backup code. */
export function CodeStep({ onDone, onBack }: { readonly onDone: () => Promise<void>; readonly onBack: () => void }) {
  const { t } = useTexts()
  const [isBackup, setIsBackup] = useState(false)
  const title = isBackup ? t('enter.backup-code') : t('enter.code')
  return (
    <EntrancePage title={title} lead={isBackup ? t('enter.backup-lead') : t('enter.code-lead')}>
      <CodeForm key={String(isBackup)} label={title} isBackup={isBackup} onDone={onDone} />
      <div className={styles.others}>
        <Button look="quiet" onClick={() => setIsBackup(!isBackup)}>
          {isBackup ? t('enter.use-app') : t('enter.backup')}
        </Button>
        <Button look="quiet" onClick={onBack}>
          {t('enter.back')}
        </Button>
      </div>
    </EntrancePage>
  )
}

function CodeForm({ label, isBackup, onDone }: { label: string; isBackup: boolean; onDone: () => Promise<void> }) {
  const { t } = useTexts()
  const form = useForm({
    name: 'second-factor',
    initial: { code: '', isTrusted: false },
    isKept: false,
    send: (values) => checkSecondFactor({ ...values, isBackup }),
    onDone: () => void onDone(),
  })
  return (
    <Form form={form} submitLabel={t('enter.code-check')}>
      <TextField
        label={label}
        autoFocus
        width={isBackup ? 'medium' : 'short'}
        autoComplete={isBackup ? 'off' : 'one-time-code'}
        inputMode={isBackup ? 'text' : 'numeric'}
        {...form.field('code')}
      />
      {isBackup ? null : <Checkbox label={t('enter.trust')} {...form.field<boolean>('isTrusted')} />}
    </Form>
  )
}
