import { Select } from '../../../web/kit/select.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { columnsOf, type ColumnKey } from '../columns.ts'
import type { ReadTable } from './use-opening.ts'
import styles from './opening.module.css'

/** What each column of the table is taken for; a change reads the table anew. */
export function TableColumns({ table, onChange }: { readonly table: ReadTable; readonly onChange: (mapping: (ColumnKey | null)[]) => void }) {
  const { t } = useTexts()
  const { columns, missing } = table.read
  const choices = columnsOf[table.kind].all.map((value) => ({ value, label: t(`opening.head-${value}`) }))
  return (
    <details className={styles.columns} open={missing.length > 0 ? true : undefined}>
      <summary>{t('opening.columns', { file: table.name })}</summary>
      {missing.length > 0 ? (
        <p className={styles.problem} role="alert">
          {t('opening.columns-missing', { columns: missing.map((column) => t(`opening.head-${column}`)).join(', ') })}
        </p>
      ) : null}
      <div className={styles.mapping}>
        {columns.map((column, index) => {
          const name = column.header || t('opening.column-number', { number: index + 1 })
          return (
            <Select<ColumnKey | ''>
              key={index}
              label={name}
              hint={column.samples.join(' · ')}
              emptyLabel={t('opening.column-ignored')}
              choices={choices}
              value={column.column ?? ''}
              onChange={(chosen) => onChange(columns.map((each, at) => (at === index ? chosen || null : each.column === chosen ? null : each.column)))}
            />
          )
        })}
      </div>
    </details>
  )
}
