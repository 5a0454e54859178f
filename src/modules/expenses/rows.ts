import type { Day } from '../../kernel/day.ts'
import type { AgreementId, BankTransactionId, ContactId, MemberId } from '../../kernel/id.ts'
import { money, subtract, type Money } from '../../kernel/money.ts'
import { Percent } from '../../kernel/percent.ts'
import type { Context } from '../../platform/operation/context.ts'
import {
  totalsOf,
  type Expense,
  type ExpenseCategory,
  type ExpenseDetails,
  type ExpenseId,
  type ExpensePayment,
  type ExpensePaymentId,
  type ExpenseSource,
  type ExpenseState,
  type ExpenseTreatment,
  type PaidBy,
  type Payee,
  type PayeeReference,
} from './expense.ts'
import type { ExpenseTables } from './tables.ts'

/** An expense from its row, its latest revision and its payments; undone payments are left out together with their undoing. */
export function expenseOf(
  head: ExpenseTables['expenses'],
  rows: {
    revision: ExpenseTables['expense_revisions']
    parts: readonly ExpenseTables['expense_revision_parts'][]
    payments: readonly ExpenseTables['expense_payments'][]
  },
): Expense {
  const details = detailsOf(rows.revision, rows.parts)
  const totals = totalsOf(details.parts, details.currency)
  const paid = money(head.paid_minor, head.currency)
  return {
    ...details,
    ...totals,
    id: head.id as ExpenseId,
    state: head.state as ExpenseState,
    source: head.source as ExpenseSource,
    revision: Number(head.revision),
    payeeContactId: head.contact_id as ContactId | null,
    paid,
    open: head.state === 'recorded' ? subtract(totals.gross, paid) : money(0n, head.currency),
    payments: paymentsOf(rows.payments),
    receiptCount: Number(head.receipt_count),
  }
}

/** The payments that stand: neither undone nor an undoing. */
export function paymentsOf(rows: readonly ExpenseTables['expense_payments'][]): ExpensePayment[] {
  const undone = new Set(rows.map((row) => row.reverses_id))
  return rows
    .filter((row) => row.reverses_id === null && !undone.has(row.id))
    .map((row) => ({
      id: row.id as ExpensePaymentId,
      on: row.paid_on as Day,
      amount: money(row.amount_minor, row.currency),
      charged: row.charged_minor === null ? null : money(row.charged_minor, row.charged_currency ?? row.currency),
      method: row.method as ExpensePayment['method'],
      bankTransactionId: row.bank_transaction_id as BankTransactionId | null,
      isAutomatic: row.is_automatic === 1n,
    }))
}

function detailsOf(row: ExpenseTables['expense_revisions'], parts: readonly ExpenseTables['expense_revision_parts'][]): ExpenseDetails {
  const amount = (minor: bigint): Money => money(minor, row.currency)
  return {
    payee: payeeOf(row),
    documentNumber: row.document_number,
    issuedOn: row.issued_on as Day | null,
    dueOn: row.due_on as Day | null,
    category: row.category as ExpenseCategory,
    description: row.description,
    currency: row.currency,
    parts: parts.map((part) => ({
      treatment: part.treatment as ExpenseTreatment,
      rate: new Percent(Number(part.basis_points)),
      net: amount(part.net_minor),
      tax: amount(part.tax_minor),
      gross: amount(part.gross_minor),
    })),
    paidBy: row.paid_by as PaidBy,
    memberId: row.member_id as MemberId | null,
    reference: row.reference === null ? null : { kind: row.reference_kind as PayeeReference['kind'], text: row.reference },
    rebill:
      row.contact_id === null
        ? null
        : {
            contactId: row.contact_id as ContactId,
            agreementId: row.agreement_id as AgreementId | null,
            amount: row.rebill_minor === null ? null : money(row.rebill_minor, row.rebill_currency ?? row.currency),
          },
  }
}

function payeeOf(row: ExpenseTables['expense_revisions']): Payee | null {
  if (row.payee_name === null) return null
  return {
    name: row.payee_name,
    street: row.payee_street,
    postalCode: row.payee_postal_code,
    city: row.payee_city,
    country: row.payee_country,
    vatNumber: row.payee_vat_number,
    iban: row.payee_iban,
  }
}

/** What a revision says, as its row. */
export function revisionRow(context: Pick<Context, 'company' | 'now' | 'actor'>, details: ExpenseDetails) {
  const totals = totalsOf(details.parts, details.currency)
  return {
    company_id: context.company.id,
    payee_name: details.payee?.name ?? null,
    payee_street: details.payee?.street ?? null,
    payee_postal_code: details.payee?.postalCode ?? null,
    payee_city: details.payee?.city ?? null,
    payee_country: details.payee?.country ?? null,
    payee_vat_number: details.payee?.vatNumber ?? null,
    payee_iban: details.payee?.iban ?? null,
    document_number: details.documentNumber,
    issued_on: details.issuedOn,
    due_on: details.dueOn,
    category: details.category,
    description: details.description,
    currency: details.currency,
    paid_by: details.paidBy,
    member_id: details.memberId,
    reference_kind: details.reference?.kind ?? null,
    reference: details.reference?.text ?? null,
    contact_id: details.rebill?.contactId ?? null,
    agreement_id: details.rebill?.agreementId ?? null,
    rebill_minor: details.rebill?.amount?.minor ?? null,
    rebill_currency: details.rebill?.amount?.currency ?? null,
    net_minor: totals.net.minor,
    tax_minor: totals.tax.minor,
    gross_minor: totals.gross.minor,
    recorded_at: context.now,
    recorded_by: context.actor.name,
  }
}
