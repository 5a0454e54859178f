import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../kit/button.tsx'
import { DayText } from '../kit/figures.tsx'
import { Form, FormError, useForm } from '../kit/form.tsx'
import { EmptyState, Page, Section, Waiting } from '../kit/layout.tsx'
import { List } from '../kit/list.tsx'
import { asProblem, type Problem } from '../kit/problem.ts'
import { useSession } from '../kit/session.tsx'
import { useSignInWays } from '../kit/sign-in-ways.ts'
import { TextField } from '../kit/text-field.tsx'
import { useTexts } from '../kit/texts.tsx'
import { showToast } from '../kit/toast.tsx'
import { changePassword, mailConfirmation, readAccount, removePasskey, setFirstPassword, type Account } from './account.ts'
import { PasskeyWay } from './passkey-way.tsx'
import { addPasskey, deviceName, passkeyPlace } from './passkeys.ts'
import { SecondFactorSetUp, type SecondFactorTask } from './second-factor-set-up.tsx'
import styles from './account.module.css'

/** The person's own sign-in: passkeys, second factor, password. The same in every company. */
export function AccountPage() {
  const { t } = useTexts()
  const { email } = useSession().user
  const account = useQuery<Account, Problem>({ queryKey: ['account'], queryFn: () => readAccount().catch((error) => Promise.reject(asProblem(error))) })
  return (
    <Page title={t('account.title')} lead={email}>
      <FormError problem={account.error} />
      {account.data ? (
        <>
          <Confirmation isConfirmed={account.data.isConfirmed} email={email} />
          <Passkeys account={account.data} />
          <SecondFactor account={account.data} email={email} />
          <Password hasPassword={account.data.hasPassword} />
        </>
      ) : account.error ? null : (
        <Waiting />
      )}
    </Page>
  )
}

/** Does something to the account, says so, and reads it again. */
function useChange() {
  const { describe } = useTexts()
  const client = useQueryClient()
  return async (work: () => Promise<void>, done: string) => {
    try {
      await work()
      showToast({ text: done })
    } catch (error) {
      showToast({ text: describe(asProblem(error)), tone: 'bad' })
    }
    await client.invalidateQueries({ queryKey: ['account'] })
  }
}

function Confirmation({ isConfirmed, email }: { isConfirmed: boolean; email: string }) {
  const { t } = useTexts()
  const change = useChange()
  const isMailConnected = useSignInWays()?.isMailConnected ?? false
  if (isConfirmed || !isMailConnected) return null
  return (
    <EmptyState
      text={t('account.unconfirmed')}
      action={<Button onClick={() => void change(() => mailConfirmation(email), t('account.confirm-sent', { email }))}>{t('account.confirm-again')}</Button>}
    />
  )
}

function Passkeys({ account }: { account: Account }) {
  const { t } = useTexts()
  const change = useChange()
  const isOnlyWay = !account.hasPassword && account.passkeys.length === 1
  const remove = (id: string) => [{ key: 'x', label: t('kit.remove'), act: () => void change(() => removePasskey(id), t('account.passkey-removed')) }]
  return (
    <Section title={t('account.passkeys')} lead={t('account.passkeys-lead')}>
      <List
        label={t('account.passkeys')}
        isMain={false}
        actionsShown="always"
        empty={<p className={styles.soft}>{t('account.passkeys-none')}</p>}
        rows={account.passkeys.map((passkey) => ({
          id: passkey.id,
          title: passkey.name ?? 'Passkey',
          detail: isOnlyWay ? t('account.passkey-only') : <DayText value={passkey.createdAt.slice(0, 10)} />,
          actions: isOnlyWay ? [] : remove(passkey.id),
        }))}
      />
      <div className={styles.act}>
        {passkeyPlace() ? null : <p className={styles.soft}>{t('account.passkeys-unsupported')}</p>}
        <PasskeyWay label={t('account.add-passkey')} act={() => void change(() => addPasskey(deviceName()), t('account.passkey-added'))} />
      </div>
    </Section>
  )
}

function SecondFactor({ account, email }: { account: Account; email: string }) {
  const { t } = useTexts()
  const client = useQueryClient()
  const [task, setTask] = useState<SecondFactorTask>()
  const close = () => {
    setTask(undefined)
    void client.invalidateQueries({ queryKey: ['account'] })
  }
  const { hasPassword, hasSecondFactor } = account
  return (
    <Section title={t('account.second-factor')} lead={hasPassword ? t('account.second-factor-lead') : t('account.second-factor-needless')}>
      {hasPassword ? (
        <EmptyState
          text={hasSecondFactor ? t('account.is-on') : t('account.is-off')}
          action={
            hasSecondFactor ? (
              <>
                <Button onClick={() => setTask('renew')}>{t('account.backup-new')}</Button>
                <Button onClick={() => setTask('turn-off')}>{t('account.turn-off')}</Button>
              </>
            ) : (
              <Button onClick={() => setTask('turn-on')}>{t('account.turn-on')}</Button>
            )
          }
        />
      ) : null}
      {task ? <SecondFactorSetUp task={task} account={email} onClose={close} /> : null}
    </Section>
  )
}

function Password({ hasPassword }: { hasPassword: boolean }) {
  const { t } = useTexts()
  const client = useQueryClient()
  const form = useForm({
    name: 'account.password',
    initial: { current: '', next: '' },
    isKept: false,
    send: (values) => (hasPassword ? changePassword(values) : setFirstPassword(values.next)),
    onDone: () => {
      showToast({ text: hasPassword ? t('account.password-changed') : t('account.password-set') })
      form.reset()
      void client.invalidateQueries({ queryKey: ['account'] })
    },
  })
  const label = hasPassword ? t('account.change-password') : t('account.set-password')
  return (
    <Section title={t('account.password')} {...(hasPassword ? {} : { lead: t('account.password-none') })}>
      <Form form={form} submitLabel={label}>
        {hasPassword ? (
          <TextField label={t('account.password-now')} type="password" autoComplete="current-password" width="medium" {...form.field('current')} />
        ) : null}
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
