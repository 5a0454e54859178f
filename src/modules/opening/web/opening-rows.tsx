import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Button } from '../../../web/kit/button.tsx'
import { useOperation } from '../../../web/kit/query.ts'
import { useTexts } from '../../../web/kit/texts.tsx'
import { showToast } from '../../../web/kit/toast.tsx'
import { columnsOf, type ColumnKey, type OpeningKind } from '../columns.ts'
import { clipboardCells, isBlank, newRow, withBlock, withCell, type DraftRow } from './draft-rows.ts'
import { figures, RowFields } from './row-fields.tsx'
import type { Opening } from './use-opening.ts'
import styles from './opening.module.css'

const shownAtOnce = 50

/** The rows of one kind, an empty one always at the end. */
export function OpeningRows({
  kind,
  opening,
  onTable,
  isLookedFor,
  onLooked,
}: {
  readonly kind: OpeningKind
  readonly opening: Opening
  readonly onTable: (text: string) => void
  /** The first row that needs a look is wanted: it is shown and gets the focus. */
  readonly isLookedFor: boolean
  readonly onLooked: () => void
}) {
  const { t } = useTexts()
  const { rows, change, foreseen } = opening
  const [shown, setShown] = useState(shownAtOnce)
  const [wrongOnly, setWrongOnly] = useState<ReadonlySet<string>>()
  const [blank, setBlank] = useState(() => newRow(kind))
  const mine = useMemo(() => rows.filter((row) => row.kind === kind), [rows, kind])
  const wrong = mine.filter((row) => foreseen.get(row.id)?.outcome === 'refused')
  const visible = wrongOnly ? mine.filter((row) => wrongOnly.has(row.id)) : mine
  // The empty row keeps its identity and its place among the others when it is typed in, and with them the focus.
  const isTyped = mine.some((row) => row.id === blank.id)
  if (isTyped) setBlank(newRow(kind))
  const drawn = [...visible.slice(0, shown), ...(wrongOnly || isTyped ? [] : [blank])]
  const actions = useRowActions(opening, onTable)
  if (wrongOnly && mine.length === 0) setWrongOnly(undefined)
  useShown(isLookedFor, () => {
    if (wrong[0] && !drawn.includes(wrong[0])) setWrongOnly(new Set(wrong.map((row) => row.id)))
    window.setTimeout(() => document.querySelector<HTMLElement>('[data-row] [aria-invalid="true"]')?.focus(), 60)
    onLooked()
  })
  return (
    <>
      {mine.length > shownAtOnce || wrongOnly ? (
        <p className={styles.filter}>
          {t('opening.rows', { count: mine.length })}{' '}
          <Button
            size="small"
            onClick={() => setWrongOnly(wrongOnly ? undefined : new Set(wrong.map((row) => row.id)))}
            disabled={!wrongOnly && wrong.length === 0}
          >
            {wrongOnly ? t('opening.all-rows') : t('opening.wrong-rows', { count: wrong.length })}
          </Button>
        </p>
      ) : null}
      <div className={styles.rows} data-kind={kind}>
        <div className={styles.heads} data-kind={kind} aria-hidden="true">
          {columnsOf[kind].all.map((column) => (
            <span key={column} data-figure={figures.has(column) || undefined}>
              {t(`opening.head-${column}`)}
            </span>
          ))}
        </div>
        {drawn.map((row) => (
          <RowFields
            key={row.id}
            row={row}
            number={row === blank ? mine.length + 1 : mine.indexOf(row) + 1}
            foreseen={foreseen.get(row.id)}
            isNew={row === blank}
            {...actions}
          />
        ))}
        {visible.length > shown ? (
          <p>
            <Button onClick={() => setShown(shown + 200)}>{t('opening.more-rows', { count: visible.length - shown })}</Button>
          </p>
        ) : null}
      </div>
      <Proposals />
      {mine.length > 1 ? (
        <p>
          <Button look="quiet" size="small" onClick={() => removeAll(kind, { change, t })}>
            {t('opening.remove-all')}
          </Button>
        </p>
      ) : null}
    </>
  )
}

/** Shows once when it is wanted, with the rows as they are then. */
function useShown(isWanted: boolean, show: () => void): void {
  const latest = useRef(show)
  latest.current = show
  useEffect(() => {
    if (isWanted) latest.current()
  }, [isWanted])
}

function removeAll(kind: OpeningKind, { change, t }: Pick<Opening, 'change'> & { t: (key: string) => string }): void {
  let before: readonly DraftRow[] = []
  change((rows) => {
    before = rows
    return rows.filter((row) => row.kind !== kind)
  })
  showToast({ text: t('opening.all-removed'), undo: async () => change(() => before) })
}

/** The same functions for all rows, so that typing in one does not draw a thousand. */
function useRowActions(opening: Opening, onTable: (text: string) => void) {
  const { t } = useTexts()
  const { change } = opening
  const latest = useRef({ onTable, t })
  latest.current = { onTable, t }
  const onCell = useCallback((row: DraftRow, column: ColumnKey, text: string) => change((before) => withCell(before, { row, column, text })), [change])
  const onPaste = useCallback(
    (row: DraftRow, column: ColumnKey, text: string) => {
      const block = clipboardCells(text)
      if (!block) return false
      const columns = columnsOf[row.kind].all
      if (column === columns[0] && isBlank(row)) latest.current.onTable(text)
      else change((before) => withBlock(before, { row, column, columns, block }))
      return true
    },
    [change],
  )
  const onRemove = useCallback(
    (row: DraftRow) => {
      let before: readonly DraftRow[] = []
      change((rows) => {
        before = rows
        return rows.filter((each) => each.id !== row.id)
      })
      showToast({ text: latest.current.t('opening.row-removed'), undo: async () => change(() => before) })
    },
    [change],
  )
  return { onCell, onPaste, onRemove }
}

/** What is known already, offered while typing. */
function Proposals() {
  const contacts = useOperation('contacts.list', { limit: 200, sort: 'recent' }).data?.contacts ?? []
  const products = useOperation('offer.list', {}).data?.products ?? []
  const { t } = useTexts()
  return (
    <>
      <datalist id="opening-customers">
        {contacts.map((contact) => (
          <option key={contact.id}>{contact.name}</option>
        ))}
      </datalist>
      <datalist id="opening-products">
        {products.map((product) => (
          <option key={product.id}>{product.name}</option>
        ))}
      </datalist>
      <datalist id="opening-series">
        {(['invoice', 'credit_note', 'offer'] as const).map((series) => (
          <option key={series}>{t(`opening.say-${series}`)}</option>
        ))}
      </datalist>
    </>
  )
}
