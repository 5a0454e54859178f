import type { ReactNode } from 'react'
import { Link, type Place } from './navigation.tsx'
import styles from './table.module.css'

export interface Column<Line> {
  readonly label: string
  readonly cell: (line: Line) => ReactNode
  /** figure: aligned at the end, tabular. Name the currency once, in the label. */
  readonly kind?: 'text' | 'figure'
  /** Left out on a phone. */
  readonly isMinor?: boolean
}

/** A table of figures; the first column is the line's name and leads to its page. */
export function Table<Line>({
  label,
  columns,
  lines,
  keyOf,
  to,
  foot,
  empty,
}: {
  readonly label: string
  readonly columns: readonly Column<Line>[]
  readonly lines: readonly Line[]
  readonly keyOf: (line: Line) => string
  readonly to?: (line: Line) => Place | undefined
  /** The sums, one per column. */
  readonly foot?: readonly ReactNode[]
  readonly empty?: ReactNode
}) {
  if (lines.length === 0 && empty) return empty
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={label}>
      <table className={styles.table}>
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.label} scope="col" data-kind={column.kind} data-minor={column.isMinor}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={keyOf(line)}>
              {columns.map((column, index) => {
                const place = index === 0 ? to?.(line) : undefined
                const Cell = index === 0 ? 'th' : 'td'
                return (
                  <Cell key={column.label} {...(index === 0 ? { scope: 'row' } : {})} data-kind={column.kind} data-minor={column.isMinor}>
                    {place ? <Link to={place}>{column.cell(line)}</Link> : column.cell(line)}
                  </Cell>
                )
              })}
            </tr>
          ))}
        </tbody>
        {foot ? (
          <tfoot>
            <tr>
              {foot.map((cell, index) => (
                <td key={index} data-kind={columns[index]?.kind} data-minor={columns[index]?.isMinor}>
                  {cell}
                </td>
              ))}
            </tr>
          </tfoot>
        ) : null}
      </table>
    </div>
  )
}
