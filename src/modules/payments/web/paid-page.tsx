import { LinkButton } from '../../../web/kit/button.tsx'
import { DayText, Money } from '../../../web/kit/figures.tsx'
import { FormError } from '../../../web/kit/form.tsx'
import { EmptyState, Page, State, Waiting } from '../../../web/kit/layout.tsx'
import { useKeys } from '../../../web/kit/keys.tsx'
import { List, type Row } from '../../../web/kit/list.tsx'
import { useGo, useQueryText } from '../../../web/kit/navigation.tsx'
import type { CallOutput } from '../../../web/kit/operations.ts'
import { useAction, useOperation } from '../../../web/kit/query.ts'
import { useMay } from '../../../web/kit/session.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { PlaceTabs } from '../../../web/kit/place-tabs.tsx'
import { OlderLink } from './older-link.tsx'

type Payment = CallOutput<'payments.list'>['payments'][number]

/** What was paid, latest first. */
export function PaidPage() {
  const { t } = useTexts()
  const go = useGo()
  const mayChange = useMay('owner', 'staff')
  const [after] = useQueryText('after')
  const list = useOperation('payments.list', after ? { after } : {}, { keepPrevious: true })
  const rows = useRows(list.data?.payments ?? [], mayChange)
  useKeys(mayChange ? [{ key: 'n', label: t('payments.record'), act: () => go('/money/payments/new') }] : [])
  const record = (
    <LinkButton to="/money/payments/new" look="primary" shortcut="n">
      {t('payments.record')}
    </LinkButton>
  )
  return (
    <Page title={t('payments.paid')} tabs={<PlaceTabs place="money" />} actions={mayChange ? record : undefined}>
      <FormError problem={list.error} />
      {list.data ? (
        <>
          <List
            label={t('payments.paid')}
            rows={rows}
            empty={<EmptyState text={t('payments.paid-none')} hint={t('payments.paid-none-hint')} action={mayChange ? record : undefined} />}
          />
          <OlderLink path="/money/paid" next={list.data.next} />
        </>
      ) : list.error ? null : (
        <Waiting />
      )}
    </Page>
  )
}

function useRows(payments: readonly Payment[], mayChange: boolean): Row[] {
  const { t } = useTexts()
  const go = useGo()
  const remove = useAction('payments.remove', { done: t('payments.removed') })
  const useCredit = useAction('payments.use-credit', {
    done: t('payments.credit-used'),
  })
  return payments.map((payment) => {
    const numbers = payment.allocations.map((allocation) => allocation.number).join(', ')
    const hasCredit = !payment.isRemoved && Number(payment.left.amount) > 0
    const first = payment.allocations[0]
    return {
      id: payment.id,
      title: payment.contactName,
      detail: [numbers ? t('payments.for', { numbers }) : '', payment.note ?? '', t(`payments.method-${payment.method}`)].filter(Boolean).join(' · '),
      figure: <Money value={payment.amount} />,
      figureDetail: payment.isRemoved ? (
        <State>{t('payments.state-removed')}</State>
      ) : hasCredit ? (
        <State tone="accent">{t('payments.state-credit')}</State>
      ) : (
        <DayText value={payment.on} />
      ),
      to: `/customers/${payment.contactId}`,
      actions: [
        ...(first ? [{ key: 'o', label: t('payments.open-invoice'), act: () => go(`/money/invoices/${first.invoiceId}`) }] : []),
        ...(mayChange && hasCredit ? [{ key: 'u', label: t('payments.use-credit'), act: () => useCredit.run({ contactId: payment.contactId }) }] : []),
        ...(mayChange && !payment.isRemoved ? [{ key: 'x', label: t('payments.take-back'), act: () => remove.run({ paymentId: payment.id }) }] : []),
      ],
    }
  })
}
