import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { call } from '../../../web/kit/client.ts'
import { clearKept, readKept, writeKept } from '../../../web/kit/form-values.ts'
import type { CallOutput } from '../../../web/kit/operations.ts'
import { asProblem, type Problem } from '../../../web/kit/problem.ts'
import { useCompanyId } from '../../../web/kit/session.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import type { ColumnKey, OpeningKind } from '../columns.ts'
import { isBlank, newRow, type DraftRow } from './draft-rows.ts'

export type Preview = CallOutput<'opening.preview'>
export type Foreseen = Preview['rows'][number]

/** A table that was read, and what its columns are taken for. */
export interface ReadTable {
  readonly id: string
  readonly kind: OpeningKind
  readonly name: string
  readonly source: { readonly content: string } | { readonly text: string }
  readonly read: Preview['files'][number]
}

/** The rows on the screen, kept until entered, and what the server foresees for each. */
export function useOpening() {
  const companyId = useCompanyId()
  const { language } = useTexts()
  const key = `cloudburo.form.${companyId}.opening`
  const [rows, setRows] = useState<readonly DraftRow[]>(() => readKept<DraftRow[]>(key) ?? [])
  const [isRestored, setIsRestored] = useState(rows.length > 0)
  const [preview, setPreview] = useState<Preview>()
  const [foreseen, setForeseen] = useState<ReadonlyMap<string, Foreseen>>(new Map())
  const [problem, setProblem] = useState<Problem>()
  const [table, setTable] = useState<ReadTable>()
  const latest = useRef(rows)
  const filled = useMemo(() => rows.filter((row) => !isBlank(row)), [rows])

  const change = useCallback(
    (apply: (before: readonly DraftRow[]) => readonly DraftRow[]) => {
      latest.current = apply(latest.current)
      setRows(latest.current)
      if (latest.current.length === 0) clearKept(key)
      else writeKept(key, latest.current)
    },
    [key],
  )
  const foresee = useCallback(
    async (signal?: AbortSignal): Promise<Preview | undefined> => {
      const asked = latest.current.filter((row) => !isBlank(row))
      if (asked.length === 0) {
        setPreview(undefined)
        setForeseen(new Map())
        return undefined
      }
      try {
        const answer = await call('opening.preview', { rows: asked.map(inputOf), language }, signal ? { signal } : {})
        setPreview(answer)
        setForeseen(new Map(answer.rows.map((row, index) => [asked[index]!.id, row])))
        setProblem(undefined)
        return answer
      } catch (error) {
        if (!signal?.aborted) setProblem(asProblem(error))
        return undefined
      }
    },
    [language],
  )
  useEffect(() => {
    const abort = new AbortController()
    const timer = window.setTimeout(() => void foresee(abort.signal), 300)
    return () => {
      window.clearTimeout(timer)
      abort.abort()
    }
  }, [filled, foresee])
  const read = useCallback(
    async (wanted: Omit<ReadTable, 'read'>, mapping?: readonly (ColumnKey | null)[]) => {
      try {
        const file = { kind: wanted.kind, ...wanted.source, ...(mapping ? { mapping: [...mapping] } : {}) }
        const answer = await call('opening.preview', { files: [file], language })
        setTable({ ...wanted, read: answer.files[0]! })
        setProblem(undefined)
        change((before) => [...before.filter((row) => row.file !== wanted.id), ...answer.rows.map((row) => newRow(wanted.kind, row.cells, wanted.id))])
      } catch (error) {
        setProblem(asProblem(error))
      }
    },
    [change, language],
  )
  /** Takes rows away that have been entered; what was typed in the meantime stays. */
  const clear = useCallback(
    (entered: readonly DraftRow[]) => {
      const gone = new Set(entered)
      change((before) => before.filter((row) => !gone.has(row) && !isBlank(row)))
      setTable(undefined)
      setIsRestored(false)
    },
    [change],
  )
  return { rows, filled, change, foresee, preview, foreseen, problem, setProblem, table, read, clear, isRestored }
}

export type Opening = ReturnType<typeof useOpening>

/** A row as the operations take it. */
export function inputOf(row: DraftRow) {
  return { kind: row.kind, ...row.cells }
}
