import type { FormState } from '../../../web/kit/form.tsx'
import { FieldRow } from '../../../web/kit/form.tsx'
import { MoneyField } from '../../../web/kit/number-field.tsx'
import { Select } from '../../../web/kit/select.tsx'
import { TextField } from '../../../web/kit/text-field.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { hasMore, type DraftValues } from './draft-values.ts'
import styles from './invoicing.module.css'

const purposes = ['invoice', 'advance', 'partial', 'final', 'deposit'] as const

/** What few invoices need: folded away until something of it is there. */
export function DraftMore({ form, currency }: { readonly form: FormState<DraftValues>; readonly currency: string }) {
  const { t } = useTexts()
  return (
    <details open={hasMore(form.values)}>
      <summary>{t('invoicing.draft-more')}</summary>
      <div className={`${styles.lines} ${styles.more}`}>
        <Select
          label={t('invoicing.purpose')}
          hint={t('invoicing.purpose-hint')}
          choices={purposes.map((value) => ({ value, label: t(`invoicing.purpose-${value}`) }))}
          {...form.field<DraftValues['purpose']>('purpose')}
        />
        <FieldRow>
          <TextField label={t('invoicing.recipient-order')} isRequired={false} {...form.field('orderReference')} />
          <TextField label={t('invoicing.recipient-contract')} isRequired={false} {...form.field('contractReference')} />
        </FieldRow>
        <FieldRow>
          <TextField label={t('invoicing.project')} isRequired={false} {...form.field('projectReference')} />
          <TextField label={t('invoicing.recipient-reference')} isRequired={false} {...form.field('buyerReference')} />
        </FieldRow>
        <FieldRow>
          <MoneyField label={t('invoicing.allowance')} currency={currency} isRequired={false} {...form.field('allowance')} />
          <TextField label={t('invoicing.allowance-reason')} isRequired={false} {...form.field('allowanceReason')} />
        </FieldRow>
      </div>
    </details>
  )
}
