import { LinkButton } from '../../../web/kit/button.tsx'
import { call } from '../../../web/kit/client.ts'
import { DayText, Money } from '../../../web/kit/figures.tsx'
import { FormError } from '../../../web/kit/form.tsx'
import { useKeys } from '../../../web/kit/keys.tsx'
import { EmptyState, Page, Section, State, Waiting } from '../../../web/kit/layout.tsx'
import { List, type Row } from '../../../web/kit/list.tsx'
import { useGo, useQueryText } from '../../../web/kit/navigation.tsx'
import type { CallOutput } from '../../../web/kit/operations.ts'
import { PlaceTabs } from '../../../web/kit/place-tabs.tsx'
import { useAction, useOperation } from '../../../web/kit/query.ts'
import { useMay } from '../../../web/kit/session.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { ReceiptDrop } from './receipt-drop.tsx'

type Expense = CallOutput<'expenses.list'>['expenses'][number]

/** Costs: what waits for a look first, then a place for receipts, then what is recorded. */
export function CostsPage() {
  const { t } = useTexts()
  const go = useGo()
  const mayChange = useMay('owner', 'staff')
  const [after] = useQueryText('after')
  const toCheck = useOperation('expenses.list', { filter: 'to_check', limit: 100 })
  const recorded = useOperation('expenses.list', { filter: 'recorded', ...(after ? { after } : {}) }, { keepPrevious: true })
  useKeys(mayChange ? [{ key: 'n', label: t('expenses.new'), act: () => go('/money/costs/new') }] : [])
  const waiting = useToCheck(toCheck.data?.expenses ?? [], mayChange)
  const rows = useRecorded(recorded.data?.expenses ?? [])
  const problem = toCheck.error ?? recorded.error
  const actions = (
    <>
      <LinkButton to="/money/costs/pay">{t('expenses.pay')}</LinkButton>
      {mayChange ? (
        <LinkButton to="/money/costs/new" icon="plus" shortcut="n">
          {t('expenses.new')}
        </LinkButton>
      ) : null}
    </>
  )
  return (
    <Page title={t('expenses.costs')} tabs={<PlaceTabs place="money" />} actions={actions}>
      <FormError problem={problem} />
      {waiting.length > 0 ? (
        <Section title={t('expenses.to-check')} lead={t('expenses.to-check-lead')}>
          <List label={t('expenses.to-check')} rows={waiting} actionsShown="always" />
        </Section>
      ) : null}
      {mayChange ? (
        <Section title={t('expenses.receipts')} isTitleHidden>
          <ReceiptDrop />
        </Section>
      ) : null}
      {recorded.data ? (
        <Section title={t('expenses.recorded')}>
          <List
            label={t('expenses.recorded')}
            rows={rows}
            isMain={waiting.length === 0}
            empty={<EmptyState text={t('expenses.none')} hint={t('expenses.none-hint')} />}
          />
          {recorded.data.next ? (
            <LinkButton to={`/money/costs?after=${encodeURIComponent(recorded.data.next)}`} look="quiet">
              {t('expenses.older')}
            </LinkButton>
          ) : null}
        </Section>
      ) : problem ? null : (
        <Waiting />
      )}
    </Page>
  )
}

function useToCheck(expenses: readonly Expense[], mayChange: boolean): Row[] {
  const { t } = useTexts()
  const gone = { operation: 'expenses.list' as const, input: { filter: 'to_check', limit: 100 }, change: without }
  const record = useAction('expenses.confirm', {
    done: t('expenses.recorded-toast'),
    optimistic: [gone],
    undo: (_output, { expenseId }) => call('expenses.reopen', { expenseId }),
  })
  const remove = useAction('expenses.remove', {
    done: t('expenses.removed-toast'),
    optimistic: [gone],
    undo: (_output, { expenseId }) => call('expenses.restore', { expenseId }),
  })
  return expenses.map((expense) => ({
    id: expense.id,
    title: nameOf(expense) ?? t('expenses.unread'),
    detail: expense.issuedOn ? t(`expenses.category-${expense.category}`) : t('expenses.day-missing'),
    figure: expense.parts.length > 0 ? <Money value={expense.gross} /> : <State tone="warn">{t('expenses.amount-missing')}</State>,
    figureDetail: expense.issuedOn ? <DayText value={expense.issuedOn} /> : undefined,
    to: `/money/costs/${expense.id}` as const,
    actions: mayChange
      ? [
          ...(expense.parts.length > 0 && expense.issuedOn
            ? [{ key: 'r', label: t('expenses.record'), isMain: true, act: () => record.run({ expenseId: expense.id }) }]
            : []),
          { key: 'x', label: t('kit.remove'), act: () => remove.run({ expenseId: expense.id }) },
        ]
      : [],
  }))
}

function useRecorded(expenses: readonly Expense[]): Row[] {
  const { t } = useTexts()
  return expenses.map((expense) => ({
    id: expense.id,
    title: nameOf(expense) ?? '',
    detail: [t(`expenses.category-${expense.category}`), expense.payee && expense.description, expense.rebill?.contactName].filter(Boolean).join(' · '),
    figure: <Money value={expense.gross} />,
    figureDetail: <Standing expense={expense} />,
    to: `/money/costs/${expense.id}` as const,
  }))
}

/** What is not done yet, else the day. */
function Standing({ expense }: { readonly expense: Expense }) {
  const { t } = useTexts()
  if (expense.open.amount.replace(/[-0.]/g, '') !== '')
    return <State tone="warn">{t(expense.paidBy === 'member' ? 'expenses.to-reimburse' : 'expenses.to-pay')}</State>
  if (expense.receiptCount === 0) return <State>{t('expenses.without-receipt')}</State>
  return <DayText value={expense.issuedOn ?? ''} />
}

function nameOf(expense: Expense): string | undefined {
  return expense.payee?.name ?? (expense.description || undefined)
}

function without(before: CallOutput<'expenses.list'>, { expenseId }: { expenseId: string }) {
  return { ...before, expenses: before.expenses.filter((each) => each.id !== expenseId) }
}
