import { useState } from 'react'
import { addDays, startOfWeek, type Day } from '../../../kernel/day.ts'
import { IconButton, LinkButton } from '../../../web/kit/button.tsx'
import { call } from '../../../web/kit/client.ts'
import { Combobox } from '../../../web/kit/combobox.tsx'
import { FormError } from '../../../web/kit/form.tsx'
import { useFormat } from '../../../web/kit/format.ts'
import { useKeys } from '../../../web/kit/keys.tsx'
import { Page, Waiting } from '../../../web/kit/layout.tsx'
import { useQueryText } from '../../../web/kit/navigation.tsx'
import { useAction, useOperation } from '../../../web/kit/query.ts'
import { useMay } from '../../../web/kit/session.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { findCustomers } from './find-customers.ts'
import type { CellRead } from './read-cell.ts'
import { entriesOf, rowKey, sheetRows, sumOf, type Entry, type SheetRow, type Week } from './sheet.ts'
import { TimerBar } from './timer-bar.tsx'
import { WeekCell } from './week-cell.tsx'
import styles from './week.module.css'

/** A week of work as a sheet: a row per customer and agreement, a cell per day, filled in by keyboard. */
export function WeekPage() {
  const { t } = useTexts()
  const format = useFormat()
  const [from, setFrom] = useQueryText('from', startOfWeek(format.today))
  const monday = startOfWeek(from as Day)
  const week = useOperation('work.week', { from: monday }, { keepPrevious: true })
  const [added, setAdded] = useState<readonly SheetRow[]>([])
  const mayWrite = useMay('owner', 'staff')
  const keep = useKeepCell()
  const start = useAction('work.start-timer')
  useKeys([
    { key: 'p', label: t('work.previous-week'), act: () => setFrom(addDays(monday, -7)) },
    { key: 'n', label: t('work.next-week'), act: () => setFrom(addDays(monday, 7)) },
    { key: 's', label: t('work.timer-start'), act: () => (mayWrite && week.data?.timer === null ? start.run({}) : false) },
    { key: 'e', label: t('work.fill-in'), act: () => document.querySelector<HTMLInputElement>(`.${styles.cell}`)?.focus() },
  ])
  if (week.error)
    return (
      <Page title={t('work.week')}>
        <FormError problem={week.error} />
      </Page>
    )
  if (!week.data) return <Waiting />
  const days = [0, 1, 2, 3, 4, 5, 6].map((index) => addDays(monday, index))
  const rows = sheetRows(week.data, added)
  return (
    <Page
      title={t('work.week')}
      isWide
      lead={`${format.day(monday, { isShort: true })} – ${format.day(addDays(monday, 6))}`}
      actions={
        <>
          {mayWrite ? <TimerBar timer={week.data.timer} /> : null}
          <IconButton icon="left" label={t('work.previous-week')} onClick={() => setFrom(addDays(monday, -7))} />
          <IconButton icon="right" label={t('work.next-week')} onClick={() => setFrom(addDays(monday, 7))} />
          <LinkButton to="/calendar" icon="calendar">
            {t('work.sessions')}
          </LinkButton>
        </>
      }
    >
      <div className={styles.scroll}>
        <table className={styles.sheet}>
          <thead>
            <tr>
              <th scope="col">{t('work.customer')}</th>
              {days.map((day) => (
                <th key={day} scope="col" data-today={day === format.today || undefined}>
                  {format.day(day, { isShort: true, withWeekday: true })}
                </th>
              ))}
              <th scope="col">{t('work.sum')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <SheetLine key={rowKey(row)} row={row} week={week.data} days={days} mayWrite={mayWrite} onKeep={keep} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('work.sum')}</th>
              {days.map((day) => (
                <td key={day}>{hoursOrNothing(sumOf(week.data.entries.filter((entry) => entry.on === day)), format.hours)}</td>
              ))}
              <td>{hoursOrNothing(sumOf(week.data.entries), format.hours)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
      {rows.length === 0 ? <p className={styles.hint}>{t('work.none')}</p> : null}
      {mayWrite ? <AddRow onAdd={(row) => setAdded((before) => [...before, row])} /> : null}
      <p className={styles.hint}>{t('work.hint')}</p>
    </Page>
  )
}

function SheetLine({
  row,
  week,
  days,
  mayWrite,
  onKeep,
}: {
  readonly row: SheetRow
  readonly week: Week
  readonly days: readonly Day[]
  readonly mayWrite: boolean
  readonly onKeep: (options: { row: SheetRow; on: Day; entries: readonly Entry[]; read: CellRead }) => void
}) {
  const { t } = useTexts()
  const format = useFormat()
  const name = [row.agreementName ?? row.serviceName].filter(Boolean).join(' · ')
  return (
    <tr>
      <th scope="row">
        <span>{row.contactName}</span>
        {name ? <span className={styles.detail}>{name}</span> : null}
      </th>
      {days.map((day) => {
        const entries = entriesOf(week, row, day)
        return (
          <td key={day}>
            {mayWrite ? (
              <WeekCell
                label={t('work.cell', { customer: row.contactName, day: format.day(day, { isShort: true, withWeekday: true }) })}
                entries={entries}
                onKeep={(read) => onKeep({ row, on: day, entries, read })}
              />
            ) : (
              hoursOrNothing(sumOf(entries), format.hours)
            )}
          </td>
        )
      })}
      <td>{hoursOrNothing(sumOf(days.flatMap((day) => entriesOf(week, row, day))), format.hours)}</td>
    </tr>
  )
}

function AddRow({ onAdd }: { readonly onAdd: (row: SheetRow) => void }) {
  const { t } = useTexts()
  return (
    <div className={styles.add}>
      <Combobox
        label={t('work.add-row')}
        name="add-row"
        value={null}
        opensOnFocus={false}
        placeholder={t('work.customer')}
        onChange={(option) => {
          if (option) onAdd({ contactId: option.id, contactName: option.label, agreementId: null, agreementName: null, serviceId: null, serviceName: null })
        }}
        load={findCustomers}
      />
    </div>
  )
}

/** Turns a typed cell into the operation that makes it true; several entries of a cell keep all but the last as they are. */
function useKeepCell() {
  const { t } = useTexts()
  const record = useAction('work.record-time', {})
  const change = useAction('work.change-time', {})
  const remove = useAction('work.remove-time', { done: t('work.removed'), undo: (_, input) => call('work.restore-time', input) })
  return ({ row, on, entries, read }: { row: SheetRow; on: Day; entries: readonly Entry[]; read: CellRead }) => {
    const last = entries.at(-1)
    const note = read.note === undefined ? {} : { note: read.note }
    if (!last) {
      if (read.minutes === 0) return
      const named = {
        contactId: row.contactId,
        ...(row.agreementId ? { agreementId: row.agreementId } : {}),
        ...(row.serviceId ? { serviceId: row.serviceId } : {}),
      }
      return record.run({ ...named, on, minutes: read.minutes, ...note })
    }
    if (read.minutes === 0) return entries.forEach((entry) => remove.run({ timeEntryId: entry.id }))
    const others = sumOf(entries) - last.minutes
    if (read.minutes > others) return change.run({ timeEntryId: last.id, minutes: read.minutes - others, ...note })
  }
}

function hoursOrNothing(minutes: number, hours: (minutes: number) => string): string {
  return minutes === 0 ? '' : hours(minutes)
}
