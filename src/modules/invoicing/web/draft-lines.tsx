import { Button } from '../../../web/kit/button.tsx'
import { FieldRow, type FormState } from '../../../web/kit/form.tsx'
import { HoursField, MoneyField, QuantityField } from '../../../web/kit/number-field.tsx'
import { Select } from '../../../web/kit/select.tsx'
import { TextArea, TextField } from '../../../web/kit/text-field.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { emptyLine, type DraftValues, type LineValues } from './draft-values.ts'
import styles from './invoicing.module.css'

/** The lines of a draft, one under the other; the last button adds one more. */
export function DraftLines({ form, currency }: { readonly form: FormState<DraftValues>; readonly currency: string }) {
  const { t } = useTexts()
  const change = (lines: readonly LineValues[]) => form.change((before) => ({ ...before, lines }))
  const { lines } = form.values
  return (
    <fieldset className={styles.lines}>
      <legend className="visually-hidden">{t('invoicing.lines')}</legend>
      {lines.map((line, index) => (
        <DraftLine
          key={line.id ?? index}
          form={form}
          index={index}
          currency={currency}
          onRemove={lines.length > 1 ? () => change(lines.filter((each) => each !== line)) : undefined}
        />
      ))}
      <div>
        <Button icon="plus" onClick={() => change([...lines, emptyLine])}>
          {t('invoicing.add-line')}
        </Button>
      </div>
    </fieldset>
  )
}

function DraftLine({
  form,
  index,
  currency,
  onRemove,
}: {
  readonly form: FormState<DraftValues>
  readonly index: number
  readonly currency: string
  readonly onRemove: (() => void) | undefined
}) {
  const { t } = useTexts()
  const line = form.values.lines[index]!
  const at = (field: string) => `lines.${index}.${field}`
  const isHours = line.unit === 'minute'
  return (
    <div className={styles.line}>
      <TextField label={t('invoicing.line-name')} isRequired autoFocus={index > 0 && line.name === ''} {...form.field(at('name'))} />
      <FieldRow>
        {isHours ? (
          <HoursField label={t('invoicing.hours')} {...form.field(at('quantity'))} />
        ) : (
          <QuantityField label={t('invoicing.quantity')} {...form.field(at('quantity'))} />
        )}
        <Select
          label={t('invoicing.unit')}
          width="short"
          choices={(['piece', 'minute', 'lesson'] as const).map((unit) => ({ value: unit, label: t(`invoicing.unit-${unit}`) }))}
          {...form.field(at('unit'))}
        />
        <MoneyField
          label={t(isHours ? 'invoicing.price-hour' : 'invoicing.price')}
          currency={currency}
          {...form.field(at('unitPrice'))}
          error={form.field(at('unitPrice')).error ?? form.field(at('unitPrice.amount')).error}
        />
        <Select
          label={t('invoicing.tax')}
          width="short"
          choices={(['standard', 'reduced', 'special', 'electronic', 'zero', 'exempt', 'reverse_charge', 'credit', 'outside'] as const).map((category) => ({
            value: category,
            label: t(`invoicing.tax-${category}`),
          }))}
          {...form.field(at('taxCategory'))}
        />
      </FieldRow>
      {line.detail !== '' || line.id !== null ? <TextArea label={t('invoicing.line-detail')} {...form.field(at('detail'))} /> : null}
      <div className={styles.lineFoot}>
        {line.detail === '' && line.id === null ? (
          <Button look="quiet" size="small" onClick={() => form.set(at('detail'), ' ')}>
            {t('invoicing.add-detail')}
          </Button>
        ) : (
          <span />
        )}
        {onRemove ? (
          <Button look="quiet" size="small" icon="trash" onClick={onRemove}>
            {t('invoicing.remove-line')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}
