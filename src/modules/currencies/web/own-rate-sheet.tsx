import { DayField } from '../../../web/kit/day-field.tsx'
import { FieldRow, Form, sendTo, useForm } from '../../../web/kit/form.tsx'
import { useFormat } from '../../../web/kit/format.ts'
import { useCompany } from '../../../web/kit/session.tsx'
import { Sheet } from '../../../web/kit/sheet.tsx'
import { TextField } from '../../../web/kit/text-field.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { showToast } from '../../../web/kit/toast.tsx'

/** A rate for some days, such as the month rate of the tax office. */
export function OwnRateSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts()
  const format = useFormat()
  const { currency } = useCompany()
  const initial = { from: currency === 'EUR' ? 'USD' : 'EUR', rate: '', validFrom: `${format.today.slice(0, 7)}-01`, validTo: format.today as string }
  const form = useForm({
    name: 'currencies.own-rate',
    initial,
    send: sendTo('currencies.set-own-rate', (values: typeof initial) => ({
      ...values,
      from: values.from.trim().toUpperCase(),
      to: currency,
      rate: values.rate.trim().replace(',', '.'),
    })),
    onDone: () => {
      showToast({ text: t('kit.saved') })
      onClose()
    },
  })
  return (
    <Sheet title={t('currencies.set')} onClose={onClose}>
      <Form form={form} submitLabel={t('kit.save')} onCancel={onClose}>
        <FieldRow>
          <TextField label={t('currencies.currency')} width="short" autoFocus {...form.field('from')} />
          <TextField label={t('currencies.in', { currency })} width="short" {...form.field('rate')} />
        </FieldRow>
        <FieldRow>
          <DayField label={t('currencies.from')} {...form.field('validFrom')} />
          <DayField label={t('currencies.to')} {...form.field('validTo')} />
        </FieldRow>
      </Form>
    </Sheet>
  )
}
