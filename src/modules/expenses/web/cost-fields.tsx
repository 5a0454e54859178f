import { Button } from '../../../web/kit/button.tsx'
import { call } from '../../../web/kit/client.ts'
import { Combobox, type Option } from '../../../web/kit/combobox.tsx'
import { DayField } from '../../../web/kit/day-field.tsx'
import { FieldRow, type FormState } from '../../../web/kit/form.tsx'
import { MoneyField, PercentField } from '../../../web/kit/number-field.tsx'
import { Select } from '../../../web/kit/select.tsx'
import { TextField } from '../../../web/kit/text-field.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { blankPart, type CostValues } from './cost-values.ts'

const categories = ['goods', 'subcontractors', 'rent', 'office', 'software', 'phone', 'travel', 'meals', 'vehicle', 'marketing', 'insurance', 'training', 'advice', 'bank_fees', 'equipment', 'taxes', 'other'] as const // prettier-ignore
const ways = ['bank', 'card', 'cash', 'member'] as const
const treatments = ['domestic', 'not_deductible', 'foreign', 'reverse_charge', 'import', 'exempt'] as const

/** Everything that can be said about a cost; what is asked most stands first. */
export function CostFields({ form }: { readonly form: FormState<CostValues> }) {
  const { t } = useTexts()
  const { parts, currency, paidBy } = form.values
  return (
    <>
      <TextField label={t('expenses.payee')} autoFocus {...form.field('payee')} />
      {parts.map((_part, at) => (
        <PartFields key={at} form={form} at={at} isOnly={parts.length === 1} currency={currency} />
      ))}
      <Button look="quiet" size="small" icon="plus" onClick={() => form.set('parts', [...parts, blankPart])}>
        {t('expenses.add-rate')}
      </Button>
      <FieldRow>
        <DayField label={t('expenses.on')} prefersPast {...form.field('issuedOn')} />
        <Select
          label={t('expenses.category')}
          choices={categories.map((value) => ({ value, label: t(`expenses.category-${value}`) }))}
          {...form.field('category')}
        />
      </FieldRow>
      <FieldRow>
        <Select label={t('expenses.paid-by')} choices={ways.map((value) => ({ value, label: t(`expenses.paid-by-${value}`) }))} {...form.field('paidBy')} />
        <TextField label={t('expenses.number')} {...form.field('documentNumber')} />
      </FieldRow>
      {paidBy === 'bank' ? (
        <FieldRow>
          <TextField label={t('expenses.iban')} {...form.field('iban')} />
          <DayField label={t('expenses.due')} {...form.field('dueOn')} />
        </FieldRow>
      ) : null}
      <TextField label={t('expenses.description')} {...form.field('description')} />
      <Combobox label={t('expenses.customer')} hint={t('expenses.customer-hint')} load={findCustomers} {...form.field<Option | null>('customer')} />
    </>
  )
}

function PartFields({
  form,
  at,
  isOnly,
  currency,
}: {
  readonly form: FormState<CostValues>
  readonly at: number
  readonly isOnly: boolean
  readonly currency: string
}) {
  const { t } = useTexts()
  const remove = () => form.set('parts', form.values.parts.filter((_, index) => index !== at)) // prettier-ignore
  return (
    <FieldRow>
      <MoneyField label={t('expenses.gross')} currency={currency} {...form.field(`parts.${at}.gross`)} />
      <PercentField label={t('expenses.rate')} {...form.field(`parts.${at}.rate`)} />
      <MoneyField label={t('expenses.tax')} currency={currency} placeholder={t('expenses.tax-by-rate')} {...form.field(`parts.${at}.tax`)} />
      <Select
        label={t('expenses.treatment')}
        choices={treatments.map((value) => ({ value, label: t(`expenses.treatment-${value}`) }))}
        {...form.field(`parts.${at}.treatment`)}
      />
      {isOnly ? null : (
        <Button look="quiet" size="small" onClick={remove}>
          {t('kit.remove')}
        </Button>
      )}
    </FieldRow>
  )
}

async function findCustomers(typed: string, signal: AbortSignal): Promise<Option[]> {
  if (typed.trim() === '') {
    const { contacts } = await call('contacts.list', { sort: 'recent', limit: 8 }, { signal })
    return contacts.filter((contact) => contact.kind !== 'thing').map(({ id, name, city }) => ({ id, label: name, detail: city || undefined }))
  }
  const { found } = await call('contacts.find', { text: typed, kind: 'contact', limit: 8 }, { signal })
  return found.map(({ subjectId, title, detail }) => ({ id: subjectId, label: title, detail: detail || undefined }))
}
