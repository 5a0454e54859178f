import { useState } from 'react'
import { Button } from '../../../web/kit/button.tsx'
import { Segmented } from '../../../web/kit/choice.tsx'
import { DayText } from '../../../web/kit/figures.tsx'
import { Form, sendTo, useForm } from '../../../web/kit/form.tsx'
import { useFormat } from '../../../web/kit/format.ts'
import { Section } from '../../../web/kit/layout.tsx'
import { List } from '../../../web/kit/list.tsx'
import { useMay } from '../../../web/kit/session.tsx'
import { Table } from '../../../web/kit/table.tsx'
import { TextField } from '../../../web/kit/text-field.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { showToast } from '../../../web/kit/toast.tsx'
import { CompanyPage, orNull, type CompanyRead } from './company-page.tsx'
import { seriesExample, SeriesSheet } from './series-sheet.tsx'
import { TaxRateSheet } from './tax-rate-sheet.tsx'

/** Tax status, the rates with their days, and the numbers of documents. */
export function TaxPage() {
  return (
    <CompanyPage>
      {(read) => (
        <>
          <TaxStatus company={read.company} />
          <Rates read={read} />
          <Series read={read} />
        </>
      )}
    </CompanyPage>
  )
}

type Regime = CompanyRead['company']['taxRegime']

function TaxStatus({ company }: { company: CompanyRead['company'] }) {
  const { t } = useTexts()
  const isOwner = useMay('owner')
  const initial: { taxRegime: Regime; vatNumber: string; prices: 'net' | 'gross' } = {
    taxRegime: company.taxRegime,
    vatNumber: company.vatNumber ?? '',
    prices: company.isTaxIncluded ? 'gross' : 'net',
  }
  const send = sendTo('company.update', (values: typeof initial) => ({
    taxRegime: values.taxRegime,
    vatNumber: orNull(values.vatNumber),
    isTaxIncluded: values.prices === 'gross',
  }))
  const form = useForm({
    name: 'company.tax',
    initial,
    send,
    changesSession: true,
    onDone: () => showToast({ text: t('kit.saved') }),
    fieldOf: (path) => (path === 'isTaxIncluded' ? 'prices' : path),
  })
  return (
    <Section title={t('company.tax-status')}>
      <Form form={form} submitLabel={t('kit.save')} isSubmitHidden={!isOwner || !form.isChanged}>
        <fieldset disabled={!isOwner} style={{ display: 'grid', gap: 'var(--space-4)' }}>
          <Segmented
            label={t('company.regime')}
            isLabelHidden
            choices={[
              { value: 'standard', label: t('company.regime-standard') },
              { value: 'small_business', label: t('company.regime-small') },
            ]}
            {...form.field<Regime>('taxRegime')}
          />
          <TextField label={t('company.vat-number')} width="medium" isRequired={form.values.taxRegime === 'standard'} {...form.field('vatNumber')} />
          <Segmented
            label={t('company.prices')}
            choices={[
              { value: 'net', label: t('company.prices-net') },
              { value: 'gross', label: t('company.prices-gross') },
            ]}
            {...form.field<'net' | 'gross'>('prices')}
          />
        </fieldset>
      </Form>
    </Section>
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
