import { portion, subtract, fromWire, sum } from '../../../kernel/money.ts'
import { parseQuantity, quantityText, subtractQuantity } from '../../../kernel/quantity.ts'
import { Checkbox, Segmented } from '../../../web/kit/choice.tsx'
import { Money } from '../../../web/kit/figures.tsx'
import { FieldRow, Form, useForm } from '../../../web/kit/form.tsx'
import { useLater } from '../../../web/kit/later.ts'
import { HoursField, QuantityField } from '../../../web/kit/number-field.tsx'
import { Sheet } from '../../../web/kit/sheet.tsx'
import { TextField } from '../../../web/kit/text-field.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import type { Invoice } from './invoice-page.tsx'
import styles from './invoicing.module.css'

type Line = Invoice['lines'][number]
type Effect = 'unbilled_again' | 'written_off'

interface LineValues {
  readonly isChosen: boolean
  readonly quantity: string
  readonly effect: Effect
}

interface Values {
  readonly reason: string
  readonly lines: Readonly<Record<string, LineValues>>
}

/** Correct an invoice: why, how much of which lines, and what becomes of the work behind each. */
export function CreditSheet({ invoice, onClose }: { readonly invoice: Invoice; readonly onClose: () => void }) {
  const { t } = useTexts()
  const lines = invoice.lines.filter((line) => !line.isCredited)
  const credit = useLater('invoicing.credit', { waiting: t('invoicing.credit-waits'), done: t('invoicing.credited') })
  const initial: Values = {
    reason: '',
    lines: Object.fromEntries(lines.map((line) => [line.id, { isChosen: true, quantity: leftOf(line), effect: 'unbilled_again' as Effect }])),
  }
  const form = useForm({
    name: `invoicing.credit.${invoice.id}.${invoice.creditNotes.length}`,
    initial,
    send: ({ reason, lines: chosen }: Values) =>
      credit.start({
        invoiceId: invoice.id,
        reason: reason.trim() || t('invoicing.credit-reason-default'),
        lines: lines.flatMap((line) => wishOf(line, chosen[line.id])),
        send: invoice.sentAt !== null && invoice.contactEmail !== null,
      }),
    onDone: onClose,
  })
  return (
    <Sheet title={t('invoicing.credit')} onClose={onClose}>
      <Form form={form} submitLabel={t('invoicing.credit')} onCancel={onClose}>
        <TextField label={t('invoicing.credit-reason')} autoFocus {...form.field('reason')} />
        {lines.map((line) => (
          <CreditLine
            key={line.id}
            line={line}
            isOnly={lines.length === 1}
            values={form.values.lines[line.id]!}
            field={(name) => form.field(`lines.${line.id}.${name}`)}
          />
        ))}
        <p className={styles.creditSum}>
          {t(invoice.isTaxIncluded || Number(invoice.totals.tax.amount) === 0 ? 'invoicing.credit-sum' : 'invoicing.credit-sum-net')}{' '}
          <Money value={sumOf(invoice, lines, form.values).toJSON()} isStrong />
        </p>
      </Form>
    </Sheet>
  )
}

interface CreditLineProps {
  readonly line: Line
  readonly isOnly: boolean
  readonly values: LineValues
  // oxlint-disable-next-line typescript/no-explicit-any -- a bound field of any value
  readonly field: (name: keyof LineValues) => any
}

function CreditLine({ line, isOnly, values, field }: CreditLineProps) {
  const { t } = useTexts()
  const name = [line.name, line.detail].filter(Boolean).join(' · ')
  const Amount = line.unit === 'minute' ? HoursField : QuantityField
  return (
    <div className={styles.creditLine} role="group" aria-label={name}>
      {isOnly ? <p>{name}</p> : <Checkbox label={name} {...field('isChosen')} />}
      {values.isChosen ? (
        <FieldRow>
          {Number(line.quantity) > 0 ? <Amount label={t('invoicing.credit-quantity', { left: shownLeft(line) })} {...field('quantity')} /> : null}
          {line.isCharge ? (
            <Segmented
              label={t('invoicing.credit-effect')}
              choices={[
                { value: 'unbilled_again', label: t('invoicing.credit-unbilled') },
                { value: 'written_off', label: t('invoicing.credit-written-off') },
              ]}
              {...field('effect')}
            />
          ) : null}
        </FieldRow>
      ) : null}
    </div>
  )
}

function leftOf(line: Line): string {
  return quantityText(subtractQuantity(parseQuantity(line.quantity)!, parseQuantity(line.creditedQuantity)!))
}

function shownLeft(line: Line): string {
  const left = leftOf(line)
  return line.unit === 'minute' ? `${Math.floor(Number(left) / 60)}:${String(Math.round(Number(left) % 60)).padStart(2, '0')} h` : left
}

/** A line whose whole rest is taken is named without a quantity. */
function wishOf(line: Line, values: LineValues | undefined) {
  if (!values?.isChosen || values.quantity.trim() === '0') return []
  const isWhole = values.quantity === leftOf(line)
  return [{ lineId: line.id, effect: values.effect, ...(isWhole ? {} : { quantity: values.quantity }) }]
}

/** The lines that are taken back, in the prices of the invoice. */
function sumOf(invoice: Invoice, lines: readonly Line[], values: Values) {
  const parts = lines.flatMap((line) => {
    const wanted = values.lines[line.id]
    const [whole, before, part] = [line.quantity, line.creditedQuantity, wanted?.quantity ?? ''].map((text) => parseQuantity(text)?.thousandths ?? 0n)
    if (!wanted?.isChosen || whole === 0n) return []
    const until = (units: bigint) => portion(fromWire(line.amount), units, whole!)
    return [subtract(until(before! + part!), until(before!))]
  })
  return sum(parts, invoice.currency)
}
