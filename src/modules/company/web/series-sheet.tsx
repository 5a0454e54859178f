import { FieldRow, Form, sendTo, useForm } from '../../../web/kit/form.tsx'
import { useFormat } from '../../../web/kit/format.ts'
import { Sheet } from '../../../web/kit/sheet.tsx'
import { TextField } from '../../../web/kit/text-field.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { showToast } from '../../../web/kit/toast.tsx'
import type { CompanyRead } from './company-page.tsx'

type Series = CompanyRead['series'][number]

/** How the numbers of one kind of document look, and which comes next. */
export function SeriesSheet({ series, onClose }: { readonly series: Series; readonly onClose: () => void }) {
  const { t } = useTexts()
  const format = useFormat()
  const initial = { format: series.format, next: String(series.next) }
  const send = sendTo('company.set-series', (values: typeof initial) => ({
    kind: series.kind,
    format: values.format,
    ...(values.next === String(series.next) ? {} : { next: Number(values.next) }),
  }))
  const form = useForm({
    name: `company.series.${series.kind}`,
    initial,
    send,
    onDone: () => {
      showToast({ text: t('kit.saved') })
      onClose()
    },
  })
  const example = seriesExample({ format: form.values.format, next: Number(form.values.next) || series.next }, format.today)
  return (
    <Sheet title={t(`company.series-${series.kind}`)} onClose={onClose}>
      <Form form={form} submitLabel={t('kit.save')} onCancel={onClose}>
        <FieldRow>
          <TextField
            label={t('company.series-format')}
            hint={t('company.series-format-hint', { year: '{year}', yy: '{yy}', number: '{number}' })}
            autoFocus
            {...form.field('format')}
          />
          <TextField label={t('company.series-next-number')} inputMode="numeric" width="short" {...form.field('next')} />
        </FieldRow>
        <p aria-live="polite">{t('company.series-next', { number: example })}</p>
      </Form>
    </Sheet>
  )
}

/** "RE-2026-0042": the next number in its format. */
export function seriesExample(series: Pick<Series, 'format' | 'next'>, today: string): string {
  return series.format
    .replace('{year}', today.slice(0, 4))
    .replace('{yy}', today.slice(2, 4))
    .replace(/\{number(?::(0+))?\}/, (_, zeros: string | undefined) => String(series.next).padStart(zeros?.length ?? 1, '0'))
}
