import { useState } from 'react'
import { Button } from '../../../web/kit/button.tsx'
import { DayText } from '../../../web/kit/figures.tsx'
import { useFormat } from '../../../web/kit/format.ts'
import { Section } from '../../../web/kit/layout.tsx'
import { List } from '../../../web/kit/list.tsx'
import { Slot } from '../../../web/kit/slot.tsx'
import { useMay } from '../../../web/kit/session.tsx'
import { Table } from '../../../web/kit/table.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { CompanyPage, type CompanyRead } from './company-page.tsx'
import { seriesExample, SeriesSheet } from './series-sheet.tsx'
import { TaxRateSheet } from './tax-rate-sheet.tsx'
import { TaxStatus } from './tax-status.tsx'

/** Tax status, the rates with their days, and the numbers of documents. */
export function TaxPage() {
  return (
    <CompanyPage>
      {(read) => (
        <>
          <TaxStatus company={read.company} />
          <Rates read={read} />
          <Series read={read} />
          <Slot name="company.tax" />
        </>
      )}
    </CompanyPage>
  )
}

const categoryOrder = ['standard', 'reduced', 'special']

function Rates({ read }: { read: CompanyRead }) {
  const { t } = useTexts()
  const format = useFormat()
  const isOwner = useMay('owner')
  const [isAdding, setIsAdding] = useState(false)
  const rates = read.taxRates.toSorted(
    (left, right) => categoryOrder.indexOf(left.category) - categoryOrder.indexOf(right.category) || right.validFrom.localeCompare(left.validFrom),
  )
  const add = (
    <Button size="small" icon="plus" onClick={() => setIsAdding(true)}>
      {t('company.add-rate')}
    </Button>
  )
  return (
    <Section title={t('company.rates')} lead={t('company.rates-lead')} actions={isOwner ? add : null}>
      <Table
        label={t('company.rates')}
        lines={rates}
        keyOf={(rate) => rate.id}
        columns={[
          { label: t('company.category'), cell: (rate) => t(`company.category-${rate.category}`) },
          { label: t('company.valid-from'), cell: (rate) => <DayText value={rate.validFrom} isLong /> },
          { label: t('company.valid-to'), cell: (rate) => (rate.validTo ? <DayText value={rate.validTo} isLong /> : '–'), isMinor: true },
          { label: t('company.rate'), cell: (rate) => format.percent(rate.rate), kind: 'figure' },
        ]}
      />
      {isAdding ? <TaxRateSheet onClose={() => setIsAdding(false)} /> : null}
    </Section>
  )
}

function Series({ read }: { read: CompanyRead }) {
  const { t } = useTexts()
  const format = useFormat()
  const isOwner = useMay('owner')
  const [kind, setKind] = useState<CompanyRead['series'][number]['kind']>()
  const open = read.series.find((series) => series.kind === kind)
  return (
    <Section title={t('company.series')} lead={t('company.series-lead')}>
      <List
        label={t('company.series')}
        isMain={false}
        rows={read.series.map((series) => ({
          id: series.kind,
          title: t(`company.series-${series.kind}`),
          detail: t('company.series-next', { number: seriesExample(series, format.today) }),
          ...(isOwner ? { open: () => setKind(series.kind) } : {}),
        }))}
      />
      {open ? <SeriesSheet series={open} onClose={() => setKind(undefined)} /> : null}
    </Section>
  )
}
