import { Segmented } from '../../../web/kit/choice.tsx'
import { DayText, Money } from '../../../web/kit/figures.tsx'
import { FormError } from '../../../web/kit/form.tsx'
import { EmptyState, Page, Waiting } from '../../../web/kit/layout.tsx'
import { List } from '../../../web/kit/list.tsx'
import { Link, useQueryText } from '../../../web/kit/navigation.tsx'
import { useAction, useOperation } from '../../../web/kit/query.ts'
import { useMay } from '../../../web/kit/session.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { OlderLink } from './older-link.tsx'

/** Bank lines that were matched or set aside; either can be undone. */
export function DecidedPage() {
  const { t } = useTexts()
  const mayChange = useMay('owner', 'staff')
  const [state, setState] = useQueryText('state', 'matched')
  const [after] = useQueryText('after')
  const shown = state === 'ignored' ? 'ignored' : 'matched'
  const list = useOperation('payments.bank-transactions', { state: shown, ...(after ? { after } : {}) }, { keepPrevious: true })
  const unmatch = useAction('payments.unmatch', { done: t('payments.unmatched') })
  const rows = (list.data?.transactions ?? []).map((line) => ({
    id: line.id,
    title: line.contactName ?? line.counterpartyName ?? line.remittance.slice(0, 60),
    detail: [line.reason, line.counterpartyName, line.remittance.slice(0, 100)].filter(Boolean).join(' · '),
    figure: <Money value={line.amount} />,
    figureDetail: <DayText value={line.bookedOn} />,
    ...(line.contactId ? { to: `/customers/${line.contactId}` as const } : {}),
    actions: mayChange ? [{ key: 'u', label: t('payments.unmatch'), act: () => unmatch.run({ bankTransactionId: line.id }) }] : [],
  }))
  return (
    <Page title={t('payments.decided')} titleBefore={<Link to="/money/bank">{t('payments.bank')}</Link>}>
      <Segmented
        label={t('payments.decided')}
        isLabelHidden
        value={shown}
        onChange={setState}
        choices={(['matched', 'ignored'] as const).map((value) => ({ value, label: t(`payments.state-${value}`) }))}
      />
      <FormError problem={list.error} />
      {list.data ? (
        <>
          <List label={t('payments.decided')} rows={rows} empty={<EmptyState text={t('payments.decided-none')} />} />
          <OlderLink path={shown === 'ignored' ? '/money/bank/decided?state=ignored' : '/money/bank/decided'} next={list.data.next} />
        </>
      ) : list.error ? null : (
        <Waiting />
      )}
    </Page>
  )
}
