import { Form, sendTo, useForm } from '../../../web/kit/form.tsx'
import { call } from '../../../web/kit/client.ts'
import { useFormat } from '../../../web/kit/format.ts'
import { Page } from '../../../web/kit/layout.tsx'
import { useBack, useGo } from '../../../web/kit/navigation.tsx'
import { useCompany } from '../../../web/kit/session.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { showToast } from '../../../web/kit/toast.tsx'
import { CostFields } from './cost-fields.tsx'
import { blankPart, fieldOf, inputOf, type CostValues } from './cost-values.ts'

/** A cost by hand: its receipt may follow, or never come. */
export function NewCostPage() {
  const { t } = useTexts()
  const format = useFormat()
  const company = useCompany()
  const back = useBack()
  const go = useGo()
  const initial: CostValues = {
    payee: '',
    description: '',
    category: 'other',
    issuedOn: format.today,
    dueOn: '',
    documentNumber: '',
    paidBy: 'card',
    iban: '',
    customer: null,
    currency: company.currency,
    parts: [blankPart],
  }
  const form = useForm({
    name: 'expenses.new',
    initial,
    // Untouched, the category is guessed from the name.
    send: sendTo<'expenses.record', CostValues>('expenses.record', (values) => {
      const { category, ...rest } = inputOf(values)
      return category === 'other' ? rest : { ...rest, category }
    }),
    fieldOf,
    onDone: ({ id }) => {
      showToast({ text: t('expenses.recorded-toast'), undo: () => call('expenses.remove', { expenseId: id }) })
      go(`/money/costs/${id}`)
    },
  })
  return (
    <Page title={t('expenses.new')}>
      <Form form={form} submitLabel={t('expenses.record')} onCancel={() => back('/money/costs')}>
        <CostFields form={form} />
      </Form>
    </Page>
  )
}
