import { Section } from '../../../web/kit/layout.tsx'
import type { CallOutput } from '../../../web/kit/operations.ts'
import { Select } from '../../../web/kit/select.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import styles from './contacts.module.css'

type Column = CallOutput<'contacts.import-preview'>['columns'][number]
export type Target = Column['target']

const fields = [
  'name',
  'givenName',
  'familyName',
  'organisation',
  'jobTitle',
  'email',
  'phone',
  'street',
  'postalCode',
  'city',
  'region',
  'country',
  'birthDay',
  'language',
  'currency',
  'zone',
  'vatNumber',
  'buyerReference',
  'note',
  'kind',
  'emailLabel',
  'phoneLabel',
  'addressLabel',
  'attribute',
  'ignore',
] as const satisfies readonly Target['field'][]

/** What each column of the file becomes, as proposed; every change reads the file anew. */
export function ImportMapping({ columns, onChange }: { readonly columns: readonly Column[]; readonly onChange: (targets: Target[]) => void }) {
  const { t } = useTexts()
  const choices = fields.map((value) => ({ value, label: t(`contacts.field-${value}`) }))
  return (
    <Section title={t('contacts.mapping')} lead={t('contacts.mapping-lead')}>
      {columns.map((column, index) => {
        const name = column.header || t('contacts.column', { number: index + 1 })
        return (
          <div className={styles.decide} key={index}>
            <span>
              {name}
              <br />
              <span className={styles.samples}>{column.samples.join(', ')}</span>
            </span>
            <Select
              label={name}
              isLabelHidden
              choices={choices}
              value={column.target.field}
              onChange={(field) =>
                onChange(
                  columns.map((each, at) => (at === index ? { field, group: field === each.target.field ? (each.target.group ?? '') : '' } : each.target)),
                )
              }
            />
          </div>
        )
      })}
    </Section>
  )
}
