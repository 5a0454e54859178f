import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../../web/kit/button.tsx'
import { FileDrop } from '../../../web/kit/file-drop.tsx'
import { useFormat } from '../../../web/kit/format.ts'
import { EmptyState, Progress, State } from '../../../web/kit/layout.tsx'
import { asProblem } from '../../../web/kit/problem.ts'
import { reload } from '../../../web/kit/query.ts'
import { useCompany } from '../../../web/kit/session.tsx'
import { Table } from '../../../web/kit/table.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { openingKinds, type OpeningKind, type OpeningRow } from './opening-rows.ts'

/** A file of open invoices or running agreements: read, shown, entered row by row; what could not be entered stays with its reason. */
export function OpeningImport({ kind }: { readonly kind: OpeningKind }) {
  const { t, describe } = useTexts()
  const { currency, id: companyId } = useCompany()
  const format = useFormat()
  const client = useQueryClient()
  const [file, setFile] = useState<File>()
  const [rows, setRows] = useState<readonly OpeningRow[]>([])
  const [refusal, setRefusal] = useState<string>()
  const [share, setShare] = useState<number>()
  const definition = openingKinds[kind]
  const take = async (chosen: File) => {
    const read = definition.read(await chosen.text(), { today: format.today, locale: format.locale, currency })
    setFile(chosen)
    setRows(read.rows)
    setRefusal(
      read.missing.length > 0
        ? t('company.opening-missing', { columns: read.missing.map((field) => t(`company.opening-column-${String(field)}`)).join(', ') })
        : read.isTooLong
          ? t('company.opening-too-long')
          : undefined,
    )
  }
  const enter = async () => {
    setShare(0)
    const left: OpeningRow[] = []
    for (const [index, row] of rows.entries()) {
      try {
        await definition.enter(row, { currency })
      } catch (error) {
        const problem = asProblem(error)
        left.push({ ...row, problem: Object.values(problem.fieldTexts)[0] ?? describe(problem) })
      }
      setShare((index + 1) / rows.length)
    }
    setRows(left)
    setShare(undefined)
    setRefusal(left.length > 0 ? t('company.opening-left', { count: left.length }) : undefined)
    if (left.length === 0) setFile(undefined)
    await reload(client, { companyId })
  }
  return (
    <div style={{ display: 'grid', gap: 'var(--space-4)' }}>
      <FileDrop
        label={t(`company.opening-file-${kind}`)}
        hint={t(`company.opening-columns-${kind}`)}
        accept=".csv,text/csv,text/plain"
        bytesMax={1_000_000}
        file={file}
        onFile={(chosen) => void take(chosen)}
        error={refusal}
      />
      {share === undefined ? null : <Progress label={t('company.opening-progress')} value={share} />}
      {rows.length > 0 && share === undefined ? (
        <>
          <Table
            label={t(`company.opening-file-${kind}`)}
            lines={rows.slice(0, 50)}
            keyOf={(row) => row.key}
            columns={[
              { label: t('company.opening-customer'), cell: (row) => row.customer },
              { label: t('company.opening-what'), cell: (row) => row.what },
              {
                label: t('company.opening-problem'),
                cell: (row) => (row.problem ? <State tone="bad">{row.problem.includes(' ') ? row.problem : t(`company.opening-${row.problem}`)}</State> : ''),
              },
            ]}
            empty={<EmptyState text={t('kit.nothing-found')} />}
          />
          <p>
            <Button look="primary" onClick={() => void enter()}>
              {t('company.opening-enter', { count: rows.length })}
            </Button>
          </p>
        </>
      ) : null}
    </div>
  )
}
