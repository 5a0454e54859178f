import { lazy, Suspense, useState } from 'react'
import { Button } from '../kit/button.tsx'
import { Form, useForm } from '../kit/form.tsx'
import { Sheet } from '../kit/sheet.tsx'
import { TextField } from '../kit/text-field.tsx'
import { useTexts } from '../kit/texts.tsx'
import { showToast } from '../kit/toast.tsx'
import { beginSecondFactor, endSecondFactor, renewBackupCodes, type SecondFactorKey } from './account.ts'
import { BackupCodes } from './backup-codes.tsx'
import { checkSecondFactor } from './sign-in.ts'
import styles from './account.module.css'

const QrCode = lazy(async () => ({ default: (await import('./qr-code.tsx')).QrCode }))

export type SecondFactorTask = 'turn-on' | 'turn-off' | 'renew'

type Step =
  | { readonly name: 'password' }
  | { readonly name: 'key'; readonly key: SecondFactorKey }
  | { readonly name: 'codes'; readonly codes: readonly string[] }

/** Switches the second factor on (password, QR code and key, first code, backup codes), off, or makes new backup codes. */
export function SecondFactorSetUp({ task, account, onClose }: { readonly task: SecondFactorTask; readonly account: string; readonly onClose: () => void }) {
  const { t } = useTexts()
  const [step, setStep] = useState<Step>({ name: 'password' })
  const onPassword = async (password: string) => {
    if (task === 'turn-on') return setStep({ name: 'key', key: await beginSecondFactor(password) })
    if (task === 'renew') return setStep({ name: 'codes', codes: await renewBackupCodes(password) })
    await endSecondFactor(password)
    showToast({ text: t('account.is-off') })
    onClose()
  }
  const title = step.name === 'codes' || task === 'renew' ? t('account.backup-codes') : t('account.second-factor')
  return (
    <Sheet key={step.name} title={title} onClose={onClose}>
      {step.name === 'password' ? <PasswordStep task={task} send={onPassword} onClose={onClose} /> : null}
      {step.name === 'key' ? <KeyStep step={step.key} onClose={onClose} onDone={() => setStep({ name: 'codes', codes: step.key.backupCodes })} /> : null}
      {step.name === 'codes' ? <BackupCodes codes={step.codes} account={account} onDone={onClose} /> : null}
    </Sheet>
  )
}

function PasswordStep({ task, send, onClose }: { task: SecondFactorTask; send: (password: string) => Promise<void>; onClose: () => void }) {
  const { t } = useTexts()
  const form = useForm({ name: 'account.second-factor', initial: { password: '' }, isKept: false, send: (values) => send(values.password) })
  const lead = { 'turn-on': 'account.second-factor-lead', 'turn-off': 'account.turn-off-lead', renew: 'account.backup-new-lead' }[task]
  const label = { 'turn-on': 'account.turn-on', 'turn-off': 'account.turn-off', renew: 'account.backup-new' }[task]
  return (
    <Form form={form} submitLabel={t(label)} onCancel={onClose}>
      <p className={styles.soft}>{t(lead)}</p>
      <TextField label={t('account.password-now')} type="password" autoComplete="current-password" autoFocus {...form.field('password')} />
    </Form>
  )
}

function KeyStep({ step, onDone, onClose }: { step: SecondFactorKey; onDone: () => void; onClose: () => void }) {
  const { t } = useTexts()
  const form = useForm({
    name: 'account.second-factor-code',
    initial: { code: '' },
    isKept: false,
    send: (values) => checkSecondFactor(values),
    onDone: () => {
      showToast({ text: t('account.is-on') })
      onDone()
    },
  })
  const copy = async () => {
    await navigator.clipboard.writeText(step.key)
    showToast({ text: t('kit.copied') })
  }
  return (
    <Form form={form} submitLabel={t('enter.code-check')} onCancel={onClose}>
      <p>{t('account.scan')}</p>
      <Suspense fallback={null}>
        <QrCode text={step.address} label={t('account.qr')} />
      </Suspense>
      <p className={styles.key}>
        <span>{t('account.key')}</span>
        <code>{inGroups(step.key)}</code>
      </p>
      <div className={styles.ways}>
        <Button size="small" onClick={() => void copy()}>
          {t('kit.copy')}
        </Button>
        <a className={styles.file} href={step.address}>
          {t('account.open-app')}
        </a>
      </div>
      <TextField label={t('enter.code')} inputMode="numeric" autoComplete="one-time-code" width="short" autoFocus {...form.field('code')} />
    </Form>
  )
}

/** "ABCD EFGH …": easier to type over. */
function inGroups(key: string): string {
  return key.replace(/(.{4})(?=.)/g, '$1 ')
}
