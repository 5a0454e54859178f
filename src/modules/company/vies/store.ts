import { newId, type Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Transaction } from '../../../platform/database/database.ts'
import type { Context } from '../../../platform/operation/context.ts'
import type { ViesAnswer } from './vies.ts'

type CheckTables = {
  vat_number_checks: {
    company_id: string
    id: string
    vat_number: string
    state: string
    consultation: string | null
    name: string | null
    address: string | null
    asked_at: string
    asked_by: string
    answered_at: string | null
  }
}

const tables = (transaction: Transaction) => transaction.withTables<CheckTables>()

export interface VatNumberCheck {
  readonly id: Id<'vat-number-check'>
  readonly vatNumber: string
  readonly state: 'waiting' | 'valid' | 'invalid' | 'unreachable'
  /** The number under which VIES remembers that it was asked. */
  readonly consultation: string | null
  readonly name: string | null
  readonly address: string | null
  readonly askedAt: Instant
}

export async function insertCheck(context: Context, vatNumber: string): Promise<Id<'vat-number-check'>> {
  const id = newId<'vat-number-check'>()
  await tables(context.database)
    .insertInto('vat_number_checks')
    .values({
      company_id: context.company.id,
      id,
      vat_number: vatNumber,
      state: 'waiting',
      consultation: null,
      name: null,
      address: null,
      asked_at: context.now,
      asked_by: context.actor.name,
      answered_at: null,
    })
    .execute()
  return id
}

/** Keeps the answer; a check that was answered already stays as it is. False where there is no such check. */
export async function answerCheck(context: Context, id: Id<'vat-number-check'>, answer: ViesAnswer): Promise<boolean> {
  const result = await tables(context.database)
    .updateTable('vat_number_checks')
    .set({ ...answer, answered_at: context.now })
    .where('company_id', '=', context.company.id)
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** The checks of a number, latest first. */
export async function checksOf(context: Pick<Context, 'database' | 'company'>, vatNumber: string): Promise<VatNumberCheck[]> {
  const rows = await tables(context.database)
    .selectFrom('vat_number_checks')
    .selectAll()
    .where('company_id', '=', context.company.id)
    .where('vat_number', '=', vatNumber)
    .orderBy('id', 'desc')
    .limit(20)
    .execute()
  return rows.map((row) => ({
    id: row.id as Id<'vat-number-check'>,
    vatNumber: row.vat_number,
    state: row.state as VatNumberCheck['state'],
    consultation: row.consultation,
    name: row.name,
    address: row.address,
    askedAt: row.asked_at as Instant,
  }))
}
