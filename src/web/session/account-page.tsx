import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../kit/button.tsx'
import { DayText } from '../kit/figures.tsx'
import { Form, useForm } from '../kit/form.tsx'
import { EmptyState, Page, Section } from '../kit/layout.tsx'
import { List } from '../kit/list.tsx'
import { asProblem } from '../kit/problem.ts'
import { useSession } from '../kit/session.tsx'
import { TextField } from '../kit/text-field.tsx'
import { useTexts } from '../kit/texts.tsx'
import { showToast } from '../kit/toast.tsx'
import { changePassword, hasSecondFactor, listPasskeys, removePasskey } from './account.ts'
import { SecondFactorSetUp } from './second-factor-set-up.tsx'
import { addPasskey } from './sign-in.ts'

/** The person's own sign-in: passkeys, second factor, password. The same in every company. */
export function AccountPage() {
  const { t } = useTexts()
  return (
    <Page title={t('account.title')} lead={useSession().user.email}>
      <Passkeys />
      <SecondFactor />
      <Password />
    </Page>
  )
}

function Passkeys() {
  const { t, describe } = useTexts()
  const client = useQueryClient()
  const passkeys = useQuery({ queryKey: ['account', 'passkeys'], queryFn: listPasskeys })
  const change = async (work: () => Promise<void>, done: string) => {
    try {
      await work()
      showToast({ text: done })
    } catch (error) {
      showToast({ text: describe(asProblem(error)), tone: 'bad' })
    }
    await client.invalidateQueries({ queryKey: ['account'] })
  }
  return (
    <Section title={t('account.passkeys')} lead={t('account.passkeys-lead')}>
      <List
        label={t('account.passkeys')}
        isMain={false}
        empty={<p style={{ color: 'var(--ink-soft)' }}>{t('account.passkeys-none')}</p>}
        rows={(passkeys.data ?? []).map((passkey) => ({
          id: passkey.id,
          title: passkey.name ?? 'Passkey',
          detail: <DayText value={passkey.createdAt.slice(0, 10)} />,
          actions: [{ key: 'x', label: t('kit.remove'), act: () => void change(() => removePasskey(passkey.id), t('account.passkey-removed')) }],
        }))}
      />
      <p style={{ marginTop: 'var(--space-4)' }}>
        <Button icon="plus" onClick={() => void change(() => addPasskey(deviceName()), t('account.passkey-added'))}>
          {t('account.add-passkey')}
        </Button>
      </p>
    </Section>
  )
}

function SecondFactor() {
  const { t } = useTexts()
  const client = useQueryClient()
  const [isOpen, setIsOpen] = useState(false)
  const isOn = useQuery({ queryKey: ['account', 'second-factor'], queryFn: hasSecondFactor }).data ?? false
  const close = () => {
    setIsOpen(false)
    void client.invalidateQueries({ queryKey: ['account'] })
  }
  return (
    <Section title={t('account.second-factor')} lead={t('account.second-factor-lead')}>
      <EmptyState
        text={isOn ? t('account.is-on') : t('account.is-off')}
        action={<Button onClick={() => setIsOpen(true)}>{isOn ? t('account.turn-off') : t('account.turn-on')}</Button>}
      />
      {isOpen ? <SecondFactorSetUp isOn={isOn} onClose={close} /> : null}
    </Section>
  )
}

function Password() {
  const { t } = useTexts()
  const form = useForm({
    name: 'account.password',
    initial: { current: '', next: '' },
    isKept: false,
    send: changePassword,
    onDone: () => showToast({ text: t('account.password-changed') }),
  })
  return (
    <Section title={t('account.change-password')}>
      <Form form={form} submitLabel={t('account.change-password')}>
        <TextField label={t('account.password-now')} type="password" autoComplete="current-password" width="medium" {...form.field('current')} />
        <TextField
          label={t('account.new-password')}
          type="password"
          autoComplete="new-password"
          width="medium"
          hint={t('enter.password-hint')}
          {...form.field('next')}
        />
      </Form>
    </Section>
  )
}

function deviceName(): string {
  return /iPhone|iPad|Android|Macintosh|Windows|Linux/.exec(navigator.userAgent)?.[0] ?? 'Passkey'
}
