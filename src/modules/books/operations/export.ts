import { fail, invalid } from '../../../kernel/failure.ts'
import type { InputOf } from '../../../kernel/operation.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { implement } from '../../../platform/operation/module.ts'
import { companyDetails } from '../../company/index.ts'
import { openExpenses } from '../../expenses/index.ts'
import { payablesOf } from '../../invoicing/index.ts'
import { textIn } from '../../texts.ts'
import { booksContract } from '../contract.ts'
import { collectBooks } from '../exports/collect.ts'
import type { ExportFormat } from '../exports/contract.ts'
import { accountsCsv, csvOf, journalCsv, type Cell } from '../exports/csv.ts'
import { datevFile } from '../exports/datev.ts'
import { beancountJournal, hledgerJournal } from '../exports/plain-text.ts'

type Input = InputOf<(typeof booksContract)['books.export']>
interface Made {
  readonly extension: string
  readonly contentType: string
  readonly content: string | Uint8Array
}

/** Fails with `period_turned`, `datev_needs_skr`, `datev_one_year`. */
export const exportBooks = implement(booksContract['books.export'], async (context, input) => {
  if (input.from > input.to) invalid({ to: 'period_turned' })
  const made = await makers[input.format](context, input)
  const name = input.format === 'datev' ? `EXTF_Buchungsstapel_${input.from}_${input.to}` : `${input.format.replaceAll('_', '-')}-${input.from}-${input.to}`
  return { fileName: `${name}.${made.extension}`, contentType: made.contentType, content: Buffer.from(made.content).toString('base64') }
})

const makers: Readonly<Record<ExportFormat, (context: Context, input: Input) => Promise<Made>>> = {
  datev,
  hledger: async (context, input) => ({ ...plain, extension: 'journal', content: hledgerJournal(await collectBooks(context, input)) }),
  beancount: async (context, input) => ({ ...plain, extension: 'beancount', content: beancountJournal(await collectBooks(context, input)) }),
  csv_journal: async (context, input) => ({ ...table, content: journalCsv(await collectBooks(context, input), headingsOf(context, journalHeadings)) }),
  csv_accounts: async (context, input) => ({ ...table, content: accountsCsv(await collectBooks(context, input), headingsOf(context, accountHeadings)) }),
  csv_open_items: async (context) => ({ ...table, content: await openItemsCsv(context) }),
}

const plain = { contentType: 'text/plain; charset=utf-8' }
const table = { contentType: 'text/csv; charset=utf-8', extension: 'csv' }
const journalHeadings = ['entry', 'day', 'document-day', 'what', 'document', 'party', 'account', 'account-name', 'debit', 'credit', 'currency', 'foreign', 'foreign-currency', 'tax', 'tax-rate'] // prettier-ignore
const accountHeadings = ['account', 'account-name', 'debit', 'credit', 'balance', 'currency']
const openHeadings = ['side', 'document', 'party', 'due', 'open', 'currency']

function headingsOf(context: Context, keys: readonly string[]): string[] {
  return keys.map((key) => textIn(context.company.language, `books.column.${key}`))
}

async function datev(context: Context, input: Input): Promise<Made> {
  const { chartOfAccounts } = await companyDetails(context)
  if (chartOfAccounts !== 'skr03' && chartOfAccounts !== 'skr04') fail('datev_needs_skr')
  // The days of a Buchungsstapel are written without their year.
  if (input.from.slice(0, 4) !== input.to.slice(0, 4)) invalid({ to: 'datev_one_year' })
  const books = await collectBooks(context, input)
  const content = datevFile(books, { ...input, chart: chartOfAccounts as 'skr03' | 'skr04', madeAt: context.now })
  return { contentType: 'text/csv; charset=windows-1252', extension: 'csv', content }
}

async function openItemsCsv(context: Context): Promise<string> {
  const word = (side: string) => textIn(context.company.language, `books.column.${side}`)
  const receivable = (await payablesOf(context)).map((invoice): Cell[] => {
    const { amount, currency } = invoice.open.toJSON()
    return [word('receivable'), invoice.number, invoice.contactName, invoice.nextDueOn ?? invoice.issuedOn, { number: amount }, currency]
  })
  const payable = (await openExpenses(context)).map((expense): Cell[] => {
    const { amount, currency } = expense.open.toJSON()
    const party = expense.payee?.name ?? expense.description
    return [word('payable'), expense.documentNumber, party, expense.dueOn ?? expense.issuedOn, { number: amount }, currency]
  })
  return csvOf([headingsOf(context, openHeadings), ...receivable, ...payable])
}
