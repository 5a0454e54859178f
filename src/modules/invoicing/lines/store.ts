import type { Day } from '../../../kernel/day.ts'
import type { AgreementId, ContactId, InvoiceId } from '../../../kernel/id.ts'
import { fromWire, money, type MoneyOnTheWire } from '../../../kernel/money.ts'
import { Percent } from '../../../kernel/percent.ts'
import { parseQuantity, Quantity } from '../../../kernel/quantity.ts'
import type { Transaction } from '../../../platform/database/database.ts'
import type { Context } from '../../../platform/operation/context.ts'
import type { BilledLine } from '../charge.ts'
import type { ReadContext } from '../store.ts'
import type { TaxCode, TaxReason } from '../tax.ts'
import type { Credited } from './credit-part.ts'
import type { InvoiceLine, InvoiceLineId } from './line.ts'

export type LineTables = {
  invoice_lines: {
    company_id: string
    id: string
    invoice_id: string
    position: bigint
    identity: string | null
    cause: string | null
    charge: string | null
    agreement_id: string | null
    contact_id: string
    name: string
    detail: string | null
    period_from: string | null
    period_to: string | null
    quantity_thousandths: bigint
    unit: string
    unit_price_minor: bigint
    per_thousandths: bigint
    discount_minor: bigint | null
    discount_reason: string | null
    amount_minor: bigint
    tax_category: string
    is_goods: bigint
    tax_code: string | null
    tax_basis_points: bigint | null
    tax_reason: string | null
    credits_line_id: string | null
    credit_effect: string | null
    note: string | null
  }
}

const tables = (transaction: Transaction) => transaction.withTables<LineTables>()

export async function linesOf(context: ReadContext, invoiceId: InvoiceId, currency: string): Promise<InvoiceLine[]> {
  const rows = await tables(context.database)
    .selectFrom('invoice_lines')
    .selectAll()
    .where('company_id', '=', context.company.id)
    .where('invoice_id', '=', invoiceId)
    .orderBy('position')
    .execute()
  return rows.map((row) => lineOfRow(row, currency))
}

/** Adds lines, in their order or at the positions that `positionOf` gives. */
export async function insertLines(
  context: Context,
  invoiceId: InvoiceId,
  lines: readonly InvoiceLine[],
  positionOf: (line: InvoiceLine) => number = (line) => lines.indexOf(line),
): Promise<void> {
  for (let start = 0; start < lines.length; start += 100) {
    const rows = lines.slice(start, start + 100).map((line) => rowOf(line, positionOf(line), invoiceId, context.company.id))
    await tables(context.database).insertInto('invoice_lines').values(rows).execute()
  }
}

export async function updateLine(context: Context, line: InvoiceLine, position: number, invoiceId: InvoiceId): Promise<void> {
  const { company_id: companyId, id, ...changes } = rowOf(line, position, invoiceId, context.company.id)
  await tables(context.database).updateTable('invoice_lines').set(changes).where('company_id', '=', companyId).where('id', '=', id).execute()
}

export async function deleteLines(context: Context, ids: readonly InvoiceLineId[]): Promise<void> {
  if (ids.length === 0) return
  await tables(context.database)
    .deleteFrom('invoice_lines')
    .where('company_id', '=', context.company.id)
    .where('id', 'in', [...ids])
    .execute()
}

/** What credit notes have taken back of each line; lines without any are left out. */
export async function creditedLines(context: ReadContext, ids: readonly InvoiceLineId[]): Promise<Map<string, Credited>> {
  const credited = new Map<string, Credited>()
  if (ids.length === 0) return credited
  const rows = await tables(context.database)
    .selectFrom('invoice_lines')
    .select(['credits_line_id', 'quantity_thousandths', 'credit_effect'])
    .where('company_id', '=', context.company.id)
    .where('credits_line_id', 'in', [...ids])
    .execute()
  for (const row of rows) {
    const before = credited.get(row.credits_line_id!)
    credited.set(row.credits_line_id!, {
      quantity: new Quantity((before?.quantity.thousandths ?? 0n) + row.quantity_thousandths),
      isWrittenOff: (before?.isWrittenOff ?? true) && row.credit_effect === 'written_off',
    })
  }
  return credited
}

function rowOf(line: InvoiceLine, position: number, invoiceId: InvoiceId, companyId: string): LineTables['invoice_lines'] {
  return {
    company_id: companyId,
    id: line.id,
    invoice_id: invoiceId,
    position: BigInt(position),
    identity: line.identity,
    cause: line.charge?.cause ?? null,
    charge: line.charge && JSON.stringify(line.charge),
    agreement_id: line.agreementId,
    contact_id: line.contactId,
    name: line.name,
    detail: line.detail,
    period_from: line.period?.from ?? null,
    period_to: line.period?.to ?? null,
    quantity_thousandths: line.quantity.thousandths,
    unit: line.unit,
    unit_price_minor: line.unitPrice.minor,
    per_thousandths: line.per.thousandths,
    discount_minor: line.discount?.amount.minor ?? null,
    discount_reason: line.discount?.reason ?? null,
    amount_minor: line.amount.minor,
    tax_category: line.taxCategory,
    is_goods: line.isGoods ? 1n : 0n,
    tax_code: line.tax?.code ?? null,
    tax_basis_points: line.tax ? BigInt(line.tax.rate.basisPoints) : null,
    tax_reason: line.tax?.reason ?? null,
    credits_line_id: line.creditsLineId,
    credit_effect: line.creditEffect,
    note: line.note,
  }
}

function lineOfRow(row: LineTables['invoice_lines'], currency: string): InvoiceLine {
  return {
    id: row.id as InvoiceLineId,
    identity: row.identity,
    charge: row.charge === null ? null : billedLineOf(row.charge),
    agreementId: row.agreement_id as AgreementId | null,
    contactId: row.contact_id as ContactId,
    name: row.name,
    detail: row.detail,
    period: row.period_from === null ? null : { from: row.period_from as Day, to: row.period_to as Day },
    quantity: new Quantity(row.quantity_thousandths),
    unit: row.unit as InvoiceLine['unit'],
    unitPrice: money(row.unit_price_minor, currency),
    per: new Quantity(row.per_thousandths),
    discount: row.discount_minor === null ? null : { amount: money(row.discount_minor, currency), reason: row.discount_reason ?? '' },
    amount: money(row.amount_minor, currency),
    taxCategory: row.tax_category as InvoiceLine['taxCategory'],
    isGoods: row.is_goods === 1n,
    tax:
      row.tax_code === null
        ? null
        : { code: row.tax_code as TaxCode, rate: new Percent(Number(row.tax_basis_points)), reason: row.tax_reason as TaxReason | null },
    creditsLineId: row.credits_line_id as InvoiceLineId | null,
    creditEffect: row.credit_effect as InvoiceLine['creditEffect'],
    note: row.note,
  }
}

/** Reads back what `JSON.stringify` made of a billed line. */
export function billedLineOf(text: string): BilledLine {
  const wire = JSON.parse(text) as Omit<BilledLine, 'quantity' | 'per' | 'unitPrice' | 'amount'> & {
    quantity: string
    per: string
    unitPrice: MoneyOnTheWire
    amount: MoneyOnTheWire
  }
  return {
    ...wire,
    quantity: parseQuantity(wire.quantity)!,
    per: parseQuantity(wire.per)!,
    unitPrice: fromWire(wire.unitPrice),
    amount: fromWire(wire.amount),
  }
}
