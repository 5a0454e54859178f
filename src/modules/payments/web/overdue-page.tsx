import { useState } from 'react'
import { Button } from '../../../web/kit/button.tsx'
import { DayText, Money } from '../../../web/kit/figures.tsx'
import { FormError } from '../../../web/kit/form.tsx'
import { EmptyState, Page, State, Waiting } from '../../../web/kit/layout.tsx'
import { List, type Row } from '../../../web/kit/list.tsx'
import { useLater } from '../../../web/kit/later.ts'
import { useGo } from '../../../web/kit/navigation.tsx'
import type { CallOutput } from '../../../web/kit/operations.ts'
import { useAction, useOperation } from '../../../web/kit/query.ts'
import { useFormat } from '../../../web/kit/format.ts'
import { useMay } from '../../../web/kit/session.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { call } from '../../../web/kit/client.ts'
import { PlaceTabs } from '../../../web/kit/place-tabs.tsx'
import { ReminderDaysSheet } from './reminder-days-sheet.tsx'
import { ReminderTermsSheet } from './reminder-terms-sheet.tsx'

/** What is overdue, longest first, each with the reminder that comes next. */
export function OverduePage() {
  const { t } = useTexts()
  const mayChange = useMay('owner', 'staff')
  const list = useOperation('payments.reminders-due', {})
  const isOwner = useMay('owner')
  const [setting, setSetting] = useState<'days' | 'terms'>()
  const rows = useRows(list.data?.reminders ?? [], mayChange)
  return (
    <Page
      title={t('payments.overdue')}
      tabs={<PlaceTabs place="money" />}
      actions={
        isOwner && list.data ? (
          <>
            <Button look="quiet" onClick={() => setSetting('days')}>
              {t('payments.days')}
            </Button>
            <Button look="quiet" onClick={() => setSetting('terms')}>
              {t('payments.terms')}
            </Button>
          </>
        ) : undefined
      }
    >
      <FormError problem={list.error} />
      {list.data ? (
        <List
          label={t('payments.overdue')}
          rows={rows}
          actionsShown="always"
          empty={<EmptyState text={t('payments.overdue-none')} hint={t('payments.overdue-none-hint')} />}
        />
      ) : list.error ? null : (
        <Waiting />
      )}
      {setting === 'days' && list.data ? <ReminderDaysSheet days={list.data.days} onClose={() => setSetting(undefined)} /> : null}
      {setting === 'terms' && list.data ? <ReminderTermsSheet terms={list.data.terms} onClose={() => setSetting(undefined)} /> : null}
    </Page>
  )
}

function useRows(reminders: CallOutput<'payments.reminders-due'>['reminders'], mayChange: boolean): Row[] {
  const { t } = useTexts()
  const go = useGo()
  const format = useFormat()
  const remind = useLater('payments.remind', { waiting: t('payments.reminding'), done: t('payments.reminded') })
  const pause = useAction('payments.pause-reminders', {
    done: t('payments.paused'),
    undo: (_output, { contactId }) => call('payments.resume-reminders', { contactId }),
  })
  return reminders.map((each) => ({
    id: each.invoiceId,
    title: each.contactName,
    detail: [
      t('payments.invoice-number', { number: each.number }),
      t('payments.due-on', { day: format.relativeDay(each.dueOn) }),
      ...each.charges.map((charge) => `${t(`payments.charge-${charge.kind}`)} ${format.money(charge.amount)}`),
    ].join(' · '),
    figure: <Money value={each.overdue} />,
    figureDetail: each.isDue ? (
      <State tone="bad">{t(`payments.reminder-${each.level}`)}</State>
    ) : (
      <span>
        {t(`payments.reminder-${each.level}`)} <DayText value={each.on} />
      </span>
    ),
    to: `/money/invoices/${each.invoiceId}`,
    actions: mayChange
      ? [
          { key: 'r', label: t('payments.remind'), act: () => remind.run({ invoiceId: each.invoiceId }) },
          { key: 'p', label: t('payments.record-short'), act: () => go(`/money/payments/new?invoice=${each.invoiceId}`) },
          { key: 'w', label: t('payments.pause'), act: () => pause.run({ contactId: each.contactId }) },
        ]
      : [],
  }))
}
