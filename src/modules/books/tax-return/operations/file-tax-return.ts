import { addDays } from '../../../../kernel/day.ts'
import { fail, notFound } from '../../../../kernel/failure.ts'
import { money } from '../../../../kernel/money.ts'
import { implement } from '../../../../platform/operation/module.ts'
import { closedUntil, insertClosing } from '../../closing/store.ts'
import { booksContract } from '../../contract.ts'
import { openReturn, taxPeriods } from '../current-return.ts'
import { hashOfKept, keptText } from '../filed-content.ts'
import { insertFiling, insertUndoing } from '../store.ts'

/** Keeps the return as it is now and closes the books up to its last day. */
export const fileTaxReturn = implement(booksContract['books.file-tax-return'], async (context, input) => {
  const known = await taxPeriods(context)
  const found = known.periods.find((each) => each.period.from === input.from) ?? notFound('tax-period')
  const { period, filed } = found
  if (filed) fail('tax_return_already_filed', { day: filed.filedAt.slice(0, 10) })
  if (period.to >= context.today) fail('tax_period_not_over', { day: addDays(period.to, 1) })
  const current = await openReturn(context, known, period)
  const content = keptText(current)
  const hash = hashOfKept(content)
  if (input.hash !== undefined && input.hash !== hash) fail('tax_return_changed')
  const payable = money(current.figures.payable, context.company.currency)
  const id = await insertFiling(context, { period, form: current.figures.form, payable, content, hash })
  const closed = await closedUntil(context)
  if (closed === null || closed < period.to) await insertClosing(context, { kind: 'closed', until: period.to, reason: null })
  context.emit('tax-return.filed', { filingId: id, from: period.from, to: period.to })
  return { id, hash }
})

/** The fact stands beside what was kept. The books stay closed: who wants to change the past opens them on purpose. */
export const undoTaxReturn = implement(booksContract['books.undo-tax-return'], async (context, input) => {
  const known = await taxPeriods(context)
  const filed = known.periods.find((each) => each.period.from === input.from)?.filed ?? notFound('tax-filing')
  await insertUndoing(context, filed.id)
  context.emit('tax-return.undone', { filingId: filed.id })
  return { id: filed.id }
})
