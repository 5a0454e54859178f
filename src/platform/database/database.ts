import type { Kysely } from 'kysely'
import type { CompanyId } from '../../kernel/id.ts'

/** The tables are typed by the store that owns them: `transaction.withTables<InvoiceTables>()`. */
export type Transaction = Kysely<NonNullable<unknown>>

/**
 * The database behind one interface: SQLite in a file, or PostgreSQL.
 *
 * Integer columns arrive as bigint on both engines. Every write of a company is serial: an immediate transaction on
 * SQLite, a lock on the company's row on PostgreSQL. On PostgreSQL row-level security limits a transaction to its company.
 */
export interface Database {
  readonly engine: 'sqlite' | 'postgres'

  /** Runs queries that change nothing, inside one company. */
  read<Result>(companyId: CompanyId, work: (transaction: Transaction) => Promise<Result>): Promise<Result>

  /**
   * Runs changes inside one company, whole or not at all; one at a time per company. The work awaits nothing but the
   * database.
   */
  write<Result>(companyId: CompanyId, work: (transaction: Transaction) => Promise<Result>): Promise<Result>

  /** Queries on platform tables that belong to no company: sign-in, jobs, memberships. */
  readPlatform<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result>

  /** Changes on platform tables, whole or not at all. */
  writePlatform<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result>

  /** The handle that the sign-in library uses; it shares the one write queue on SQLite. */
  readonly forSignIn: Kysely<unknown>

  /** A consistent copy of the whole database into a file, from a running server (SQLite only). */
  copyTo?(path: string): Promise<void>

  /** While hurried, commits do not wait for the disk: for filling an empty database, never for work (SQLite only). */
  hurry?(isHurried: boolean): Promise<void>

  close(): Promise<void>
}
