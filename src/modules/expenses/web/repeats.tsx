import { call } from '../../../web/kit/client.ts'
import { useFormat } from '../../../web/kit/format.ts'
import { Section } from '../../../web/kit/layout.tsx'
import type { CallOutput } from '../../../web/kit/operations.ts'
import { useAction } from '../../../web/kit/query.ts'
import { Select } from '../../../web/kit/select.tsx'
import { useMay } from '../../../web/kit/session.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'

const choices = ['never', 'monthly', 'quarterly', 'yearly'] as const
type Choice = (typeof choices)[number]

/** Whether this cost comes again; the choice holds at once, with Undo. */
export function Repeats({ expense }: { readonly expense: CallOutput<'expenses.read'> }) {
  const { t } = useTexts()
  const format = useFormat()
  const mayChange = useMay('owner', 'staff')
  const { id: expenseId, repeats } = expense
  const before: Choice = repeats?.rhythm ?? 'never'
  const undo = () => (before === 'never' ? call('expenses.stop-repeating', { expenseId }) : call('expenses.repeat', { expenseId, rhythm: before }))
  const repeat = useAction('expenses.repeat', { done: ({ nextOn }) => t('expenses.repeats-toast', { day: format.day(nextOn) }), undo })
  const stop = useAction('expenses.stop-repeating', { done: t('expenses.repeats-stopped'), undo })
  if (expense.state !== 'recorded') return null
  return (
    <Section title={t('expenses.repeats')}>
      <Select<Choice>
        label={t('expenses.repeats-how')}
        name="repeats"
        value={before}
        hint={repeats ? t('expenses.repeats-next', { day: format.day(repeats.nextOn) }) : t('expenses.repeats-hint')}
        isDisabled={!mayChange || repeat.isRunning || stop.isRunning}
        width="medium"
        choices={choices.map((value) => ({ value, label: t(`expenses.repeats-${value}`) }))}
        onChange={(value) => (value === 'never' ? stop.run({ expenseId }) : repeat.run({ expenseId, rhythm: value }))}
      />
    </Section>
  )
}
