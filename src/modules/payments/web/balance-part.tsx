import { useState } from 'react'
import { Button } from '../../../web/kit/button.tsx'
import { call } from '../../../web/kit/client.ts'
import { DayText, Money } from '../../../web/kit/figures.tsx'
import { Facts, State } from '../../../web/kit/layout.tsx'
import { useAction, useOperation } from '../../../web/kit/query.ts'
import { useMay } from '../../../web/kit/session.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { RefundSheet } from './refund-sheet.tsx'

/** Beside the thread: what lies here as credit, against what is owed. Nothing without credit: the thread's head says what is open. */
export function BalancePart({ contactId }: { readonly contactId: string }) {
  const { t } = useTexts()
  const mayChange = useMay('owner', 'staff')
  const [isRefunding, setIsRefunding] = useState(false)
  const balance = useOperation('payments.balance', { contactId })
  const useCredit = useAction('payments.use-credit', {
    done: t('payments.credit-used'),
    undo: async ({ allocations }) => {
      for (const { id } of allocations) await call('payments.undo-allocation', { allocationId: id })
    },
  })
  const resume = useAction('payments.resume-reminders', { done: t('payments.resumed') })
  const isSomething = (value: { amount: string }) => Number(value.amount) > 0
  const shown = (balance.data?.balances ?? []).filter((each) => isSomething(each.credit))
  const paused = balance.data?.remindersPausedUntil
  const withCredit = shown.find((each) => isSomething(each.credit))
  if (shown.length === 0 && !paused) return null
  return (
    <div>
      <Facts
        title={t('payments.money')}
        facts={[
          ...shown.flatMap((each) => [
            isSomething(each.open) ? ([t('payments.owes'), <Money key="open" value={each.open} />] as const) : undefined,
            isSomething(each.overdue)
              ? ([
                  t('payments.overdue'),
                  <State key="overdue" tone="bad">
                    <Money value={each.overdue} />
                  </State>,
                ] as const)
              : undefined,
            isSomething(each.credit) ? ([t('payments.credit'), <Money key="credit" value={each.credit} />] as const) : undefined,
          ]),
          paused
            ? [
                t('payments.reminders'),
                paused === 'always' ? (
                  t('payments.paused-always')
                ) : (
                  <>
                    {t('payments.paused-until')} <DayText value={paused} />
                  </>
                ),
              ]
            : undefined,
        ]}
      />
      {mayChange && withCredit ? (
        <p>
          {isSomething(withCredit.open) ? (
            <Button size="small" onClick={() => useCredit.run({ contactId })}>
              {t('payments.use-credit')}
            </Button>
          ) : null}{' '}
          <Button size="small" onClick={() => setIsRefunding(true)}>
            {t('payments.refund')}
          </Button>
        </p>
      ) : null}
      {mayChange && paused ? (
        <Button size="small" onClick={() => resume.run({ contactId })}>
          {t('payments.resume')}
        </Button>
      ) : null}
      {isRefunding && withCredit ? <RefundSheet contactId={contactId} credit={withCredit.credit} onClose={() => setIsRefunding(false)} /> : null}
    </div>
  )
}
