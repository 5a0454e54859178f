import { call } from '../../../web/kit/client.ts'
import { DayText, Money } from '../../../web/kit/figures.tsx'
import { Section } from '../../../web/kit/layout.tsx'
import { List, type Row } from '../../../web/kit/list.tsx'
import type { CallOutput } from '../../../web/kit/operations.ts'
import { useAction, useOperation } from '../../../web/kit/query.ts'
import { useMay } from '../../../web/kit/session.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'

type Debit = CallOutput<'expenses.debits'>['debits'][number]

interface Properties {
  /** The lines that the page lists itself, as doubts or as returns of a payment. */
  readonly listedIds: readonly string[]
  /** The lines that may be given to a customer instead. */
  readonly choosableIds: readonly string[]
  readonly choose: (bankTransactionId: string) => void
  /** Nothing else on the page takes the keys. */
  readonly isMain: boolean
}

/** On the page of the bank: what went out and belongs to no cost yet; a letter each settles it. Nothing where nothing waits. */
export function WentOutPart({ listedIds, choosableIds, choose, isMain }: Properties) {
  const { t } = useTexts()
  const mayChange = useMay('owner', 'staff')
  const { data } = useOperation('expenses.debits', {})
  const deeds = useDeeds()
  const debits = (data?.debits ?? []).filter((debit) => !listedIds.includes(debit.bankTransactionId))
  if (debits.length === 0) return null
  const rows = debits.map((debit): Row => {
    const { bankTransactionId, proposal } = debit
    return {
      id: bankTransactionId,
      title: debit.name,
      detail: proposal ? t('expenses.debit-proposed', { name: proposal.name }) : debit.remittance.slice(0, 120),
      figure: <Money value={debit.amount} />,
      figureDetail: <DayText value={debit.bookedOn} />,
      ...(proposal ? { to: `/money/costs/${proposal.expenseId}` as const } : {}),
      actions: mayChange
        ? [
            ...(proposal ? [{ key: 'm', label: t('expenses.debit-match'), isMain: true, act: () => deeds.match(debit) }] : []),
            { key: 'n', label: t('expenses.debit-new'), isMain: !proposal, act: () => deeds.makeNew(debit) },
            ...(choosableIds.includes(bankTransactionId) ? [{ key: 'c', label: t('expenses.debit-choose'), act: () => choose(bankTransactionId) }] : []),
            { key: 'i', label: t('expenses.debit-ignore'), act: () => deeds.ignore(debit) },
          ]
        : [],
    }
  })
  return (
    <Section title={t('expenses.went-out')} lead={mayChange ? t('expenses.went-out-lead') : undefined}>
      <List label={t('expenses.went-out')} rows={rows} isMain={isMain} actionsShown="always" />
    </Section>
  )
}

function useDeeds() {
  const { t } = useTexts()
  const gone = { operation: 'expenses.debits' as const, change: withoutDebit }
  const settle = useAction('expenses.match', {
    done: (output) => t(output.isNew ? 'expenses.debit-made' : 'expenses.debit-matched'),
    undo: takeBack,
    optimistic: [gone],
  })
  const ignore = useAction('payments.ignore', {
    done: t('expenses.debit-ignored'),
    undo: (_output, { bankTransactionId }) => call('payments.unmatch', { bankTransactionId }),
    optimistic: [gone],
  })
  return {
    match: ({ bankTransactionId, proposal }: Debit) => settle.run({ bankTransactionId, ...(proposal ? { expenseId: proposal.expenseId } : {}) }),
    makeNew: ({ bankTransactionId }: Debit) => settle.run({ bankTransactionId, isNew: true }),
    ignore: ({ bankTransactionId }: Debit) => ignore.run({ bankTransactionId }),
  }
}

/** The debit waits again; the cost that was made of it goes with it, one that was proposed is a proposal again. */
async function takeBack(output: CallOutput<'expenses.match'>, { bankTransactionId }: { bankTransactionId: string }): Promise<void> {
  await call('payments.unmatch', { bankTransactionId })
  if (output.isNew) await call('expenses.remove', { expenseId: output.id })
  if (output.isConfirmed) await call('expenses.reopen', { expenseId: output.id })
}

function withoutDebit(before: CallOutput<'expenses.debits'>, input: { bankTransactionId: string }): CallOutput<'expenses.debits'> {
  return { ...before, debits: before.debits.filter((debit) => debit.bankTransactionId !== input.bankTransactionId) }
}
