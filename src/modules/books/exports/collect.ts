import type { Day } from '../../../kernel/day.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { companyDetails } from '../../company/index.ts'
import { textIn } from '../../texts.ts'
import { openAccounts } from '../books.ts'
import { closedUntil } from '../closing/store.ts'
import { entriesOfDays, type StoredEntry } from '../reports/store.ts'
import type { ExportedBooks, ExportedEntry } from './ledger.ts'

/** The entries of some days with everything that an export says of them. */
export async function collectBooks(context: Context, days: { from: Day; to: Day }): Promise<ExportedBooks> {
  const company = await companyDetails(context)
  const accounts = await openAccounts(context, company)
  const closed = await closedUntil(context)
  const entries: ExportedEntry[] = []
  let after = { on: '', sequence: 0n }
  for (;;) {
    const page = await entriesOfDays(context, { ...days, after, limit: 500 })
    entries.push(...page.map((row) => exported(row)))
    const last = page.at(-1)
    if (!last || page.length < 500) break
    after = { on: last.head.posted_on, sequence: last.head.sequence }
  }
  return { company: company.legalName ?? company.name, currency: company.currency, ...days, isClosed: closed !== null && closed >= days.to, entries }

  function exported({ head, lines }: StoredEntry): ExportedEntry {
    return {
      sequence: head.sequence,
      postedOn: head.posted_on as Day,
      factOn: head.fact_on as Day,
      what: textIn(company.language, `books.what.${head.kind}`),
      document: head.document,
      party: head.party_name,
      partyNumber: head.party_number === null ? null : Number(head.party_number),
      lines: lines.map((line) => ({
        account: accounts.ofNumber(line.account, line.account_kind),
        kind: line.account_kind,
        minor: line.amount_minor,
        foreign: line.foreign_minor === null ? null : { minor: line.foreign_minor, currency: line.foreign_currency! },
        subject: line.subject,
        tax: line.tax_code === null ? null : { code: line.tax_code, basisPoints: Number(line.tax_basis_points) },
      })),
    }
  }
}
