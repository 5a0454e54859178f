import { Tabs } from '../../../web/kit/tabs.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'

/** The pages of the place Company. */
export function CompanyTabs() {
  const { t } = useTexts()
  return (
    <Tabs
      label={t('company.pages')}
      tabs={[
        { to: '/company', label: t('company.details') },
        { to: '/company/members', label: t('company.members') },
        { to: '/company/look', label: t('company.look') },
        { to: '/company/tax', label: t('company.tax') },
        { to: '/company/autopilot', label: t('company.autopilot') },
        { to: '/company/data', label: t('company.data') },
      ]}
    />
  )
}
