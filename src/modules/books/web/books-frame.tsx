import type { ReactNode } from 'react'
import { IconButton } from '../../../web/kit/button.tsx'
import { Segmented } from '../../../web/kit/choice.tsx'
import { useFormat } from '../../../web/kit/format.ts'
import { FormError } from '../../../web/kit/form.tsx'
import { useKeys } from '../../../web/kit/keys.tsx'
import { Page, Waiting } from '../../../web/kit/layout.tsx'
import { useQueryText } from '../../../web/kit/navigation.tsx'
import { PlaceTabs } from '../../../web/kit/place-tabs.tsx'
import type { Problem } from '../../../web/kit/problem.ts'
import { Tabs } from '../../../web/kit/tabs.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import styles from './books.module.css'
import { daysOf, kindOf, moved, periodAt, periodName, type PeriodKind } from './period.ts'

const pages = ['', '/balance', '/open', '/forecast', '/entries', '/accountant'] as const

/** A page of the books: the lists of Money above, the books' own below them, then what was read or why not. */
export function BooksFrame({
  title,
  problem,
  isRead,
  aside,
  actions,
  lead,
  children,
}: {
  readonly title: string
  readonly problem?: Problem | null
  readonly isRead: boolean
  readonly aside?: ReactNode
  readonly actions?: ReactNode
  readonly lead?: ReactNode
  readonly children: ReactNode
}) {
  const { t } = useTexts()
  const tabs = (
    <>
      <PlaceTabs place="money" />
      <div className={styles.own}>
        <Tabs label={t('books.title')} tabs={pages.map((each) => ({ to: `/money/books${each}` as const, label: t(`books.page${each.replace('/', '-')}`) }))} />
      </div>
    </>
  )
  return (
    <Page title={title} tabs={tabs} aside={aside} actions={actions} lead={lead}>
      <FormError problem={problem ?? null} />
      {isRead ? children : problem ? null : <Waiting />}
    </Page>
  )
}

/** The period that is looked at, kept in the address; `<` and `>` move. */
export function usePeriod(otherwise: PeriodKind): { readonly days: { from: string; to: string }; readonly name: string; readonly chooser: ReactNode } {
  const { t } = useTexts()
  const format = useFormat()
  const [asked, setPeriod] = useQueryText('period', periodAt(format.today, otherwise))
  const period = /^\d{4}(-\d{2}|-Q[1-4])?$/.test(asked) ? asked : periodAt(format.today, otherwise)
  const { from, to } = daysOf(period)
  const move = (by: 1 | -1) => setPeriod(moved(period, by))
  useKeys([
    { key: 'b', label: t('books.before'), act: () => move(-1) },
    { key: 'a', label: t('books.after'), act: () => move(1) },
  ])
  // What is looked at keeps its end: the last month of a year, today's where it lies within.
  const anchor = format.today >= from && format.today <= to ? format.today : to
  const kinds = ['month', 'quarter', 'year'] as const
  const chooser = (
    <div className={styles.period}>
      <Segmented
        label={t('books.period')}
        isLabelHidden
        value={kindOf(period)}
        onChange={(kind) => setPeriod(periodAt(anchor, kind))}
        choices={kinds.map((kind) => ({ value: kind, label: t(`books.${kind}`) }))}
      />
      <div className={styles.step}>
        <IconButton icon="left" label={t('books.before')} onClick={() => move(-1)} />
        <strong className={styles.name} aria-live="polite">
          {periodName(period, format.locale)}
        </strong>
        <IconButton icon="right" label={t('books.after')} onClick={() => move(1)} />
      </div>
    </div>
  )
  return { days: { from, to }, name: periodName(period, format.locale), chooser }
}
