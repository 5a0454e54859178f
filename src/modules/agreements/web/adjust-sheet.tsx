import { Form, sendTo, useForm } from '../../../web/kit/form.tsx'
import { QuantityField } from '../../../web/kit/number-field.tsx'
import { Select } from '../../../web/kit/select.tsx'
import { Sheet } from '../../../web/kit/sheet.tsx'
import { TextField } from '../../../web/kit/text-field.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import type { Agreement } from './agreement-page.tsx'

interface Values {
  lineKey: string
  units: string
  reason: string
}

/** Gives units or takes some off by hand, with the reason; the ledger keeps it. */
export function AdjustSheet({ agreement, onClose }: { agreement: Agreement; onClose: () => void }) {
  const { t } = useTexts()
  const lines = agreement.standing
  const isMinutes = (key: string) => lines.find((line) => line.lineKey === key)?.unit === 'minute'
  const send = sendTo('agreements.adjust', (values: Values) => ({
    agreementId: agreement.id,
    ...(values.lineKey ? { lineKey: values.lineKey } : {}),
    units: values.units,
    reason: values.reason,
  }))
  const initial: Values = { lineKey: lines[0]?.lineKey ?? '', units: '', reason: '' }
  const form = useForm({ name: `agreements.adjust.${agreement.id}`, initial, send, onDone: onClose })
  return (
    <Sheet title={t('agreements.adjust')} onClose={onClose}>
      <Form form={form} submitLabel={t('agreements.adjust')} onCancel={onClose}>
        {lines.length > 1 ? (
          <Select
            label={t('agreements.balance')}
            choices={lines.map((line) => ({ value: line.lineKey, label: line.lineKey }))}
            {...form.field<string>('lineKey')}
          />
        ) : null}
        <QuantityField
          label={t('agreements.adjust-units')}
          hint={t(isMinutes(form.values.lineKey) ? 'agreements.adjust-minutes-hint' : 'agreements.adjust-hint')}
          autoFocus
          {...form.field('units')}
        />
        <TextField label={t('agreements.reason')} isRequired {...form.field('reason')} />
      </Form>
    </Sheet>
  )
}
