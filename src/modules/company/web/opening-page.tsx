import { useState } from 'react'
import { Button, LinkButton } from '../../../web/kit/button.tsx'
import { Page, Section } from '../../../web/kit/layout.tsx'
import { useKeys } from '../../../web/kit/keys.tsx'
import { Link } from '../../../web/kit/navigation.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { OpeningAgreementSheet } from './opening-agreement-sheet.tsx'
import { OpeningImport } from './opening-import.tsx'
import { OpeningInvoiceSheet } from './opening-invoice-sheet.tsx'

/** Nobody starts with nothing: next numbers, open invoices, running agreements and what is left of passes. */
export function OpeningPage() {
  const { t } = useTexts()
  const [sheet, setSheet] = useState<'invoice' | 'agreement'>()
  const close = () => setSheet(undefined)
  useKeys([
    { key: 'i', label: t('company.opening-invoice'), act: () => setSheet('invoice') },
    { key: 'v', label: t('company.opening-agreement'), act: () => setSheet('agreement') },
  ])
  return (
    <Page title={t('company.opening')} titleBefore={<Link to="/company/data">{t('company.data')}</Link>} lead={t('company.opening-lead')}>
      <Section title={t('company.series')} lead={t('company.opening-numbers')}>
        <LinkButton to="/company/tax">{t('company.opening-to-numbers')}</LinkButton>
      </Section>
      <Section title={t('company.opening-customers')} lead={t('company.opening-customers-lead')}>
        <LinkButton to="/customers/import">{t('company.opening-to-import')}</LinkButton>
      </Section>
      <Section
        title={t('company.opening-invoices')}
        lead={t('company.opening-invoices-lead')}
        actions={
          <Button size="small" shortcut="i" onClick={() => setSheet('invoice')}>
            {t('company.opening-invoice')}
          </Button>
        }
      >
        <OpeningImport kind="invoices" />
      </Section>
      <Section
        title={t('company.opening-agreements')}
        lead={t('company.opening-agreements-lead')}
        actions={
          <Button size="small" shortcut="v" onClick={() => setSheet('agreement')}>
            {t('company.opening-agreement')}
          </Button>
        }
      >
        <OpeningImport kind="agreements" />
      </Section>
      {sheet === 'invoice' ? <OpeningInvoiceSheet onClose={close} /> : null}
      {sheet === 'agreement' ? <OpeningAgreementSheet onClose={close} /> : null}
    </Page>
  )
}
