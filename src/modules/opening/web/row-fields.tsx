import { memo, useId, type ClipboardEvent, type KeyboardEvent } from 'react'
import { IconButton } from '../../../web/kit/button.tsx'
import { State } from '../../../web/kit/layout.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { columnsOf, type ColumnKey } from '../columns.ts'
import type { DraftRow } from './draft-rows.ts'
import type { Foreseen } from './use-opening.ts'
import styles from './opening.module.css'

export interface RowActions {
  readonly onCell: (row: DraftRow, column: ColumnKey, text: string) => void
  readonly onPaste: (row: DraftRow, column: ColumnKey, text: string) => boolean
  readonly onRemove: (row: DraftRow) => void
}

/** Columns of figures, which stand at the end of their cell. */
export const figures: ReadonlySet<ColumnKey> = new Set(['gross', 'open', 'left', 'size', 'price'])
const tones = { enter: 'good', known: 'plain', repeated: 'warn', refused: 'bad' } as const

/** One row to type in: its cells, what is wrong at each, and under them what will happen. */
export const RowFields = memo(function RowFields({
  row,
  number,
  foreseen,
  isNew,
  ...actions
}: RowActions & { readonly row: DraftRow; readonly number: number; readonly foreseen: Foreseen | undefined; readonly isNew: boolean }) {
  const { t } = useTexts()
  const name = t('opening.row', { number })
  return (
    <div className={styles.row} data-kind={row.kind} role="group" aria-label={name} data-row={row.id}>
      {columnsOf[row.kind].all.map((column) => (
        <Cell
          key={column}
          row={row}
          column={column}
          problem={foreseen?.problems.find((each) => each.column === column)?.text}
          isNeeded={columnsOf[row.kind].needed.includes(column)}
          {...actions}
        />
      ))}
      <span className={styles.remove}>
        {isNew ? null : <IconButton icon="close" label={t('opening.remove-row', { number })} onClick={() => actions.onRemove(row)} />}
      </span>
      {foreseen && !isNew ? (
        <p className={styles.outcome}>
          <State tone={tones[foreseen.outcome]}>{t(`opening.outcome-${foreseen.outcome}`)}</State>
          {foreseen.isNewContact && foreseen.outcome === 'enter' ? <State tone="accent">{t('opening.new-contact')}</State> : null}
          <span>{foreseen.sentence}</span>
        </p>
      ) : null}
    </div>
  )
})

function Cell({
  row,
  column,
  problem,
  isNeeded,
  onCell,
  onPaste,
}: RowActions & { readonly row: DraftRow; readonly column: ColumnKey; readonly problem: string | undefined; readonly isNeeded: boolean }) {
  const { t } = useTexts()
  const id = useId()
  const list =
    column === 'customer' || column === 'participant'
      ? 'opening-customers'
      : column === 'product'
        ? 'opening-products'
        : column === 'series'
          ? 'opening-series'
          : undefined
  return (
    <div className={styles.cell} data-column={column}>
      <label className={styles.label} htmlFor={id}>
        {t(`opening.head-${column}`)}
        {isNeeded ? null : <span className={styles.optional}> · {t('kit.optional')}</span>}
      </label>
      <input
        id={id}
        className={styles.input}
        data-figure={figures.has(column) || undefined}
        type={column === 'email' ? 'email' : 'text'}
        inputMode={figures.has(column) ? 'decimal' : undefined}
        autoComplete="off"
        maxLength={200}
        list={list}
        value={row.cells[column] ?? ''}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        onChange={(event) => onCell(row, column, event.target.value)}
        onPaste={(event: ClipboardEvent<HTMLInputElement>) => {
          if (onPaste(row, column, event.clipboardData.getData('text/plain'))) event.preventDefault()
        }}
        onKeyDown={moveDown}
      />
      {problem ? (
        <p id={`${id}-problem`} className={styles.problem}>
          {problem}
        </p>
      ) : null}
    </div>
  )
}

/** Enter goes to the same cell of the next row, as in a spreadsheet. */
function moveDown(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'Enter' || event.metaKey || event.ctrlKey || event.nativeEvent.isComposing) return
  event.preventDefault()
  const cell = event.currentTarget.closest<HTMLElement>('[data-column]')
  const next = cell?.closest('[data-row]')?.nextElementSibling
  next?.querySelector<HTMLInputElement>(`[data-column="${cell!.dataset['column']}"] input`)?.focus()
}
