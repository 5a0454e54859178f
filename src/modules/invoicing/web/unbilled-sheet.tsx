import { Checkbox } from '../../../web/kit/choice.tsx'
import { Money } from '../../../web/kit/figures.tsx'
import { Form, sendTo, useForm } from '../../../web/kit/form.tsx'
import { useFormat } from '../../../web/kit/format.ts'
import { Sheet } from '../../../web/kit/sheet.tsx'
import { TextField } from '../../../web/kit/text-field.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import type { UnbilledCustomer } from './unbilled-page.tsx'

/** What is behind the amount, and the way to let something go with a reason. */
export function UnbilledSheet({ customer, onClose }: { readonly customer: UnbilledCustomer; readonly onClose: () => void }) {
  const { t } = useTexts()
  const format = useFormat()
  const initial = { chosen: [] as string[], reason: '' }
  const form = useForm({
    name: `invoicing.write-off.${customer.contactId}`,
    initial,
    send: sendTo('invoicing.write-off-charges', (values: typeof initial) => ({ contactId: customer.contactId, charges: values.chosen, reason: values.reason })),
    onDone: onClose,
  })
  const toggle = (identity: string, isChosen: boolean) =>
    form.change((before) => ({ ...before, chosen: isChosen ? [...before.chosen, identity] : before.chosen.filter((each) => each !== identity) }))
  return (
    <Sheet title={customer.contactName} onClose={onClose}>
      <p>{t('invoicing.write-off-lead')}</p>
      <Form form={form} submitLabel={t('invoicing.write-off')} onCancel={onClose} isSubmitHidden={form.values.chosen.length === 0}>
        {customer.charges.map((charge) => (
          <Checkbox
            key={charge.identity}
            label={
              <>
                {charge.detail ?? charge.name} · <Money value={charge.amount} />
              </>
            }
            hint={
              charge.period.from === charge.period.to ? format.day(charge.period.from) : `${format.day(charge.period.from)} – ${format.day(charge.period.to)}`
            }
            value={form.values.chosen.includes(charge.identity)}
            onChange={(isChosen) => toggle(charge.identity, isChosen)}
          />
        ))}
        {form.values.chosen.length > 0 ? <TextField label={t('invoicing.write-off-reason')} isRequired {...form.field('reason')} /> : null}
      </Form>
    </Sheet>
  )
}
