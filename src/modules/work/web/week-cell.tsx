import { useRef, useState, type KeyboardEvent } from 'react'
import { useTexts } from '../../../web/kit/texts.tsx'
import { showToast } from '../../../web/kit/toast.tsx'
import { cellText, readCell, type CellRead } from './read-cell.ts'
import { sumOf, type Entry } from './sheet.ts'
import styles from './week.module.css'

/**
 * One day of one row. A number and Tab records it; words after the number are its note; an emptied cell removes it. Arrow
 * keys move through the sheet.
 */
export function WeekCell({
  label,
  entries,
  onKeep,
}: {
  readonly label: string
  readonly entries: readonly Entry[]
  readonly onKeep: (read: CellRead) => void
}) {
  const { t } = useTexts()
  const [typed, setTyped] = useState<string>()
  const input = useRef<HTMLInputElement>(null)
  const minutes = sumOf(entries)
  const isWrong = typed !== undefined && readCell(typed) === undefined
  const keep = () => {
    if (typed === undefined) return
    const read = readCell(typed)
    if (!read) return showToast({ text: t('work.cell-wrong', { typed }), tone: 'bad' })
    setTyped(undefined)
    if (read.minutes !== minutes || read.note !== undefined) onKeep(read)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape') return setTyped(undefined)
    const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], Enter: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key]
    if (!step) return
    const isInText = event.key.startsWith('Arrow') && step[1] !== 0 && typed !== undefined
    if (isInText) return
    event.preventDefault()
    moveFocus(event.currentTarget, step[0]!, step[1]!)
  }
  const notes = entries.map((entry) => entry.note).filter((note) => note !== '')
  return (
    <input
      ref={input}
      className={styles.cell}
      aria-label={label}
      aria-invalid={isWrong || undefined}
      title={notes.join(' · ') || undefined}
      data-noted={notes.length > 0 || undefined}
      inputMode="text"
      autoComplete="off"
      value={typed ?? cellText(minutes)}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={keep}
      onKeyDown={onKeyDown}
    />
  )
}

/** To the cell above, below or beside. */
function moveFocus(cell: HTMLInputElement, rows: number, columns: number): void {
  const row = cell.closest('tr')
  const inRow = [...(row?.querySelectorAll<HTMLInputElement>(`.${styles.cell}`) ?? [])]
  const column = inRow.indexOf(cell)
  let target = rows === 0 ? row : null
  if (rows !== 0) target = (rows > 0 ? row?.nextElementSibling : row?.previousElementSibling) as HTMLTableRowElement | null
  const cells = target?.querySelectorAll<HTMLInputElement>(`.${styles.cell}`)
  const next = cells?.[column + columns]
  if (next) next.focus()
  else if (rows > 0) cell.blur()
}
