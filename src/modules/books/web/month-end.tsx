import { Button } from '../../../web/kit/button.tsx'
import { call } from '../../../web/kit/client.ts'
import { useFormat } from '../../../web/kit/format.ts'
import { useKeys } from '../../../web/kit/keys.tsx'
import { Section, State } from '../../../web/kit/layout.tsx'
import { List, type Row } from '../../../web/kit/list.tsx'
import type { CallOutput } from '../../../web/kit/operations.ts'
import { useAction, useOperation } from '../../../web/kit/query.ts'
import { useMay } from '../../../web/kit/session.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { periodName } from './period.ts'

type Checklist = CallOutput<'books.month-end'>

/** The month that comes next to be closed, what is left to do of it, and the one key that closes it. */
export function MonthEnd() {
  const found = useOperation('books.month-end', {})
  const { t } = useTexts()
  const format = useFormat()
  const isOwner = useMay('owner')
  const close = useAction('books.close-period', {
    done: (_output, { until }) => t('books.closed', { until: format.day(until) }),
    undo: () => call('books.reopen', { until: found.data?.closedUntil ?? null, reason: t('books.undo-reason') }),
  })
  const until = found.data?.until ?? null
  const act = () => {
    if (until !== null) close.run({ until })
  }
  const mayClose = isOwner && until !== null && !close.isRunning
  useKeys(mayClose ? [{ key: 'c', label: t('books.close'), act }] : [])
  if (!found.data?.month || until === null) return null
  const name = periodName(found.data.month, format.locale)
  const rows = todoOf(found.data, t, format)
  return (
    <Section
      title={t('books.month-end', { month: name })}
      lead={rows.length === 0 ? t('books.month-ready') : t('books.month-todo')}
      actions={
        mayClose ? (
          <Button look={rows.length === 0 ? 'primary' : 'plain'} shortcut="c" onClick={act}>
            {t('books.close')}
          </Button>
        ) : null
      }
    >
      {rows.length > 0 ? (
        <List label={t('books.month-end', { month: name })} isMain={false} rows={rows} />
      ) : (
        <State tone="good">{t('books.nothing-left')}</State>
      )}
    </Section>
  )
}

function todoOf(found: Checklist, t: ReturnType<typeof useTexts>['t'], format: ReturnType<typeof useFormat>): Row[] {
  const { todo } = found
  const counted = (id: 'drafts' | 'bank' | 'expenses', count: number, to: NonNullable<Row['to']>): Row[] =>
    count === 0 ? [] : [{ id, title: t(`books.todo-${id}`, { count }), to }]
  return [
    ...(todo.unbilled.count === 0
      ? []
      : [
          {
            id: 'unbilled',
            title: t('books.todo-unbilled', { count: todo.unbilled.count }),
            figure: todo.unbilled.amounts.map((amount) => format.money(amount)).join(' + '),
            to: '/money/unbilled' as const,
          },
        ]),
    ...counted('drafts', todo.drafts, '/money?filter=draft'),
    ...counted('bank', todo.bankLines, '/money/bank'),
    ...counted('expenses', todo.expensesToCheck, '/money/expenses'),
    ...todo.currenciesWithoutRate.map((currency): Row => ({ id: currency, title: t('books.todo-rate', { currency }), to: '/company/tax' })),
  ]
}
