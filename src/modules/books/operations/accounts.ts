import { fail } from '../../../kernel/failure.ts'
import { implement } from '../../../platform/operation/module.ts'
import { companyDetails } from '../../company/index.ts'
import { bestPattern } from '../accounts/chart.ts'
import { accountNames } from '../accounts/names.ts'
import { accountRoots, rootOf } from '../accounts/kinds.ts'
import { accountChoices, insertAccountChoice } from '../accounts/store.ts'
import { openAccounts } from '../books.ts'
import { booksContract } from '../contract.ts'

export const listAccounts = implement(booksContract['books.accounts'], async (context) => {
  const company = await companyDetails(context)
  const own = new Set((await accountChoices(context)).map((choice) => choice.kind))
  const accounts = await openAccounts(context, company)
  return { chart: company.chartOfAccounts, accounts: accounts.all().map((account) => ({ ...account, isOwn: own.has(account.kind) })) }
})

/** Fails with `account_kind_unknown`, and `account_number_taken` where another kind is booked there. */
export const changeAccount = implement(booksContract['books.change-account'], async (context, input) => {
  const kind = input.kind.split('.')[0]!
  if (!(kind in accountRoots) || bestPattern(input.kind, Object.keys(accountNames)) === undefined) fail('account_kind_unknown')
  const taken = (await openAccounts(context)).all().find((account) => account.number === input.number && account.kind !== input.kind)
  if (taken && rootOf(taken.kind) !== rootOf(input.kind)) fail('account_number_taken', { number: input.number, name: taken.name })
  await insertAccountChoice(context, input)
  return { kind: input.kind }
})
