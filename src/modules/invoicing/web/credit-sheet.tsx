import { Checkbox, Segmented } from '../../../web/kit/choice.tsx'
import { Money } from '../../../web/kit/figures.tsx'
import { Form, useForm } from '../../../web/kit/form.tsx'
import { useLater } from '../../../web/kit/later.ts'
import { Sheet } from '../../../web/kit/sheet.tsx'
import { TextField } from '../../../web/kit/text-field.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import type { Invoice } from './invoice-page.tsx'

/** Correct an invoice: why, which lines, and what becomes of the work behind them. */
export function CreditSheet({ invoice, onClose }: { readonly invoice: Invoice; readonly onClose: () => void }) {
  const { t } = useTexts()
  const lines = invoice.lines.filter((line) => !line.isCredited)
  const credit = useLater('invoicing.credit', { waiting: t('invoicing.credit-waits'), done: t('invoicing.credited') })
  const initial = { reason: '', effect: 'unbilled_again' as 'unbilled_again' | 'written_off', lineIds: lines.map((line) => line.id as string) }
  const form = useForm({
    name: `invoicing.credit.${invoice.id}`,
    initial,
    send: async (values: typeof initial) => {
      credit.run({
        invoiceId: invoice.id,
        reason: values.reason.trim() || t('invoicing.credit-reason-default'),
        effect: values.effect,
        ...(values.lineIds.length === lines.length ? {} : { lines: values.lineIds.map((lineId) => ({ lineId })) }),
        send: invoice.sentAt !== null && invoice.contactEmail !== null,
      })
    },
    onDone: onClose,
  })
  const toggle = (lineId: string, isChosen: boolean) =>
    form.change((before) => ({ ...before, lineIds: isChosen ? [...before.lineIds, lineId] : before.lineIds.filter((each) => each !== lineId) }))
  return (
    <Sheet title={t('invoicing.credit')} onClose={onClose}>
      <Form form={form} submitLabel={t('invoicing.credit')} onCancel={onClose}>
        <TextField label={t('invoicing.credit-reason')} autoFocus {...form.field('reason')} />
        {lines.length > 1
          ? lines.map((line) => (
              <Checkbox
                key={line.id}
                label={
                  <>
                    {line.name} · <Money value={line.amount} />
                  </>
                }
                value={form.values.lineIds.includes(line.id)}
                onChange={(isChosen) => toggle(line.id, isChosen)}
              />
            ))
          : null}
        {lines.some((line) => line.isCharge) ? (
          <Segmented
            label={t('invoicing.credit-effect')}
            value={form.values.effect}
            onChange={(effect) => form.set('effect', effect)}
            choices={[
              { value: 'unbilled_again', label: t('invoicing.credit-unbilled') },
              { value: 'written_off', label: t('invoicing.credit-written-off') },
            ]}
          />
        ) : null}
      </Form>
    </Sheet>
  )
}
