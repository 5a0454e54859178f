import { DayField } from '../../../web/kit/day-field.tsx'
import { Form, sendTo, useForm } from '../../../web/kit/form.tsx'
import { useFormat } from '../../../web/kit/format.ts'
import { PercentField } from '../../../web/kit/number-field.tsx'
import { Select } from '../../../web/kit/select.tsx'
import { Sheet } from '../../../web/kit/sheet.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { showToast } from '../../../web/kit/toast.tsx'

const categories = ['standard', 'reduced', 'special'] as const
type Category = (typeof categories)[number]

/** A rate from a day on; the one before it ends the day before. */
export function TaxRateSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts()
  const format = useFormat()
  const initial: { category: Category; rate: string; validFrom: string } = {
    category: 'standard',
    rate: '',
    validFrom: `${Number(format.today.slice(0, 4)) + 1}-01-01`,
  }
  const form = useForm({
    name: 'company.tax-rate',
    initial,
    send: sendTo('company.add-tax-rate', (values: typeof initial) => values),
    onDone: () => {
      showToast({ text: t('kit.saved') })
      onClose()
    },
  })
  return (
    <Sheet title={t('company.add-rate')} onClose={onClose}>
      <Form form={form} submitLabel={t('kit.save')} onCancel={onClose}>
        <Select
          label={t('company.category')}
          choices={categories.map((value) => ({ value, label: t(`company.category-${value}`) }))}
          {...form.field<Category>('category')}
        />
        <PercentField label={t('company.rate')} autoFocus {...form.field('rate')} />
        <DayField label={t('company.valid-from')} {...form.field('validFrom')} />
      </Form>
    </Sheet>
  )
}
