import { useState } from 'react'
import { Form, useForm } from '../kit/form.tsx'
import { Sheet } from '../kit/sheet.tsx'
import { TextField } from '../kit/text-field.tsx'
import { useTexts } from '../kit/texts.tsx'
import { beginSecondFactor, endSecondFactor } from './account.ts'
import { checkSecondFactor } from './sign-in.ts'

/** Switches the second factor on (password, key, first code, spare codes) or off (password). */
export function SecondFactorSetUp({ isOn, onClose }: { readonly isOn: boolean; readonly onClose: () => void }) {
  const { t } = useTexts()
  const [begun, setBegun] = useState<Awaited<ReturnType<typeof beginSecondFactor>>>()
  const [isChecked, setIsChecked] = useState(false)
  const password = useForm({
    name: 'account.second-factor',
    initial: { password: '' },
    isKept: false,
    send: async (values) => (isOn ? endSecondFactor(values.password) : beginSecondFactor(values.password)),
    onDone: (answer) => (answer ? setBegun(answer) : onClose()),
  })
  const code = useForm({
    name: 'account.second-factor-code',
    initial: { code: '' },
    isKept: false,
    send: (values) => checkSecondFactor(values.code),
    onDone: () => setIsChecked(true),
  })
  return (
    <Sheet title={t('account.second-factor')} onClose={onClose}>
      {!begun ? (
        <Form form={password} submitLabel={isOn ? t('account.turn-off') : t('account.turn-on')} onCancel={onClose}>
          <TextField label={t('account.password-now')} type="password" autoComplete="current-password" autoFocus {...password.field('password')} />
        </Form>
      ) : isChecked ? (
        <>
          <p>{t('account.backup')}</p>
          <pre style={{ fontFamily: 'var(--font-mono)', columns: 2, marginBlock: 'var(--space-4)' }}>{begun.backupCodes.join('\n')}</pre>
        </>
      ) : (
        <Form form={code} submitLabel={t('enter.code-check')}>
          <p>{t('account.scan')}</p>
          <TextField label={t('account.key')} value={begun.key} onChange={() => undefined} />
          <p>
            <a href={begun.address}>{t('account.open-app')}</a>
          </p>
          <TextField label={t('enter.code')} inputMode="numeric" autoComplete="one-time-code" width="short" {...code.field('code')} />
        </Form>
      )}
    </Sheet>
  )
}
