import { FieldRow } from '../../../web/kit/form.tsx'
import type { CallOutput } from '../../../web/kit/operations.ts'
import { Section } from '../../../web/kit/layout.tsx'
import { Select } from '../../../web/kit/select.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'

export type Layout = NonNullable<CallOutput<'payments.preview-bank-file'>['layout']>

const roles = ['bookedOn', 'amount', 'debit', 'credit', 'name', 'iban', 'reference', 'currency'] as const

/** Which column of a bank's table is what, for the tables that nobody has seen before. */
export function ColumnsFields({
  rows,
  layout,
  onChange,
}: {
  readonly rows: readonly (readonly string[])[]
  readonly layout: Layout | undefined
  readonly onChange: (layout: Layout) => void
}) {
  const { t } = useTexts()
  const known: Layout = layout ?? { headerRow: 0, columns: { bookedOn: 0, text: [] } }
  const header = rows[Math.max(known.headerRow, 0)] ?? []
  const choices = header.map((cell, index) => ({ value: String(index), label: `${index + 1}. ${cell || '…'}` }))
  const set = (role: (typeof roles)[number], value: string) => {
    const { [role]: _, ...others } = known.columns
    onChange({ ...known, columns: { bookedOn: 0, ...others, ...(value === '' ? {} : { [role]: Number(value) }) } })
  }
  return (
    <Section title={t('payments.columns')} lead={t('payments.columns-lead')}>
      <Select
        label={t('payments.header-row')}
        name="header"
        error={undefined}
        value={String(known.headerRow)}
        onChange={(value) => onChange({ ...known, headerRow: Number(value) })}
        choices={[
          { value: '-1', label: t('payments.no-header') },
          ...rows.map((row, index) => ({ value: String(index), label: `${index + 1}. ${row.join(' · ').slice(0, 50)}` })),
        ]}
      />
      <FieldRow>
        {roles.map((role) => (
          <Select
            key={role}
            label={t(`payments.column-${role}`)}
            name={role}
            error={undefined}
            value={known.columns[role] === undefined ? '' : String(known.columns[role])}
            onChange={(value) => set(role, value)}
            {...(role === 'bookedOn' ? {} : { emptyLabel: t('payments.column-none') })}
            choices={choices}
          />
        ))}
      </FieldRow>
      <Select
        label={t('payments.column-text')}
        name="text"
        error={undefined}
        value={known.columns.text?.[0] === undefined ? '' : String(known.columns.text[0])}
        onChange={(value) => onChange({ ...known, columns: { ...known.columns, text: value === '' ? [] : [Number(value)] } })}
        emptyLabel={t('payments.column-none')}
        choices={choices}
      />
    </Section>
  )
}
