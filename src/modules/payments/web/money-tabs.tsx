import { useOperation } from '../../../web/kit/query.ts'
import { Tabs } from '../../../web/kit/tabs.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'

/** The parts of Money; every page of Money shows them by `<Slot name="money.tabs" />`. */
export function MoneyTabs() {
  const { t } = useTexts()
  const bank = useOperation('payments.bank-accounts', {})
  return (
    <Tabs
      label={t('payments.money')}
      tabs={[
        { to: '/money', label: t('payments.tab-open') },
        { to: '/money/overdue', label: t('payments.overdue') },
        { to: '/money/paid', label: t('payments.paid') },
        { to: '/money/bank', label: t('payments.bank'), count: bank.data?.unmatched },
      ]}
    />
  )
}
