import type { Period } from '../../../kernel/day.ts'
import type { OutputOf } from '../../../kernel/operation.ts'
import type { Context } from '../../../platform/operation/context.ts'
import type { CompanyDetails } from '../../company/index.ts'
import { expensesToCheck, expensesBetween } from '../../expenses/index.ts'
import { countDrafts } from '../../invoicing/index.ts'
import type { booksContract } from '../contract.ts'
import type { CurrentReturn } from './current-return.ts'

type Warning = OutputOf<(typeof booksContract)['books.tax-return']>['warnings'][number]
type Documents = Warning['documents']

const documentsMax = 10
/** Costs that are without tax by nature: nobody wonders about them. */
const withoutTaxByNature = ['insurance', 'bank_fees', 'taxes', 'rent']

/** What a person should look at before handing in; nothing of it stops anybody. */
export async function warningsOf(context: Context, company: CompanyDetails, found: CurrentReturn & { period: Period }): Promise<Warning[]> {
  const { period, facts, figures } = found
  const late = facts.filter((fact) => fact.on < period.from).map((fact) => fact.source)
  const named = facts.filter((fact) => ['AE', 'K'].includes(fact.code) || fact.reason === 'one_stop_shop')
  const uncounted = figures.uncounted.map((fact) => fact.source)
  const all: Warning[] = [
    counted('not_over', period.to >= context.today ? 1 : 0),
    counted('drafts', await countDrafts(context, period)),
    counted('expenses_to_check', await expensesToCheck(context)),
    listed('expenses_without_tax', await expensesWithoutTax(context, company, period)),
    listed(
      'without_rate',
      found.withoutRate.map((each) => ({ noun: 'invoice' as const, ...each })),
    ),
    listed('uncounted', uncounted),
    listed('late', late),
    listed('number_missing', company.vatNumber === null ? named.map((fact) => fact.source) : []),
  ]
  return all.filter((warning) => warning.count > 0)
}

async function expensesWithoutTax(context: Context, company: CompanyDetails, period: Period): Promise<Documents> {
  if (company.taxMethod === 'flat_rate') return []
  const expenses = await expensesBetween(context, period)
  return expenses
    .filter((each) => !withoutTaxByNature.includes(each.category) && each.parts.every((part) => part.treatment === 'exempt'))
    .map((each) => ({ noun: 'expense', id: each.id, number: each.documentNumber ?? each.payee?.name ?? each.description }))
}

function counted(kind: Warning['kind'], count: number): Warning {
  return { kind, count, documents: [] }
}

function listed(kind: Warning['kind'], documents: Documents): Warning {
  const distinct = [...new Map(documents.map(({ noun, id, number }) => [id, { noun, id, number }])).values()]
  return { kind, count: distinct.length, documents: distinct.slice(0, documentsMax) }
}
