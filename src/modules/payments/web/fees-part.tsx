import { call } from '../../../web/kit/client.ts'
import { Money } from '../../../web/kit/figures.tsx'
import { useFormat } from '../../../web/kit/format.ts'
import { Section, State } from '../../../web/kit/layout.tsx'
import { List } from '../../../web/kit/list.tsx'
import { useAction, useOperation } from '../../../web/kit/query.ts'
import { useMay } from '../../../web/kit/session.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'

/** Under an invoice: what its reminders took beyond it, each with its reason, to be given up. */
export function FeesPart({ invoiceId }: { readonly invoiceId: string }) {
  const { t } = useTexts()
  const format = useFormat()
  const mayChange = useMay('owner', 'staff')
  const fees = useOperation('payments.reminder-fees', { invoiceId }).data?.fees ?? []
  const waive = useAction('payments.waive-reminder-fee', {
    done: t('payments.fee-waived'),
    undo: (_, { feeId }) => call('payments.restore-reminder-fee', { feeId }),
  })
  if (fees.length === 0) return null
  return (
    <Section title={t('payments.fees')}>
      <List
        label={t('payments.fees')}
        empty={null}
        rows={fees.map((fee) => {
          const isOpen = Number(fee.open.amount) > 0
          const isWaived = Number(fee.waived.amount) > 0
          return {
            id: fee.id as string,
            title: t(`payments.charge-${fee.kind}`),
            detail: [format.day(fee.on), fee.law ?? t('payments.charge-agreed')].join(' · '),
            figure: <Money value={fee.amount} />,
            figureDetail: isOpen ? (
              <State tone="warn">{t('payments.fee-open')}</State>
            ) : isWaived ? (
              t('payments.fee-given-up')
            ) : (
              <State tone="good">{t('payments.fee-paid')}</State>
            ),
            actions: mayChange && isOpen ? [{ key: 'e', label: t('payments.fee-waive'), act: () => waive.run({ feeId: fee.id }) }] : [],
          }
        })}
      />
    </Section>
  )
}
