import { sql } from 'kysely'
import type { Database, Transaction } from '../database/database.ts'

/** A foreign key as the engine knows it. */
export interface ForeignKey {
  readonly table: string
  readonly columns: readonly string[]
  readonly target: string
  readonly targetColumns: readonly string[]
}

export interface Table {
  readonly name: string
  readonly columns: readonly string[]
}

export interface Catalogue {
  /** The tables whose rows belong to a company. */
  readonly tables: readonly Table[]
  readonly foreignKeys: readonly ForeignKey[]
}

/** Reads tables, columns and foreign keys from the engine's own catalogue, so that a new table is checked by itself. */
export async function readCatalogue(engine: Database['engine'], transaction: Transaction): Promise<Catalogue> {
  const columns = engine === 'sqlite' ? sqliteColumns : postgresColumns
  const { rows } = await columns.execute(transaction)
  const tables = [...Map.groupBy(rows, (row) => row.owner)].map(([name, own]) => ({ name, columns: own.map((row) => row.name) }))
  const ofCompany = tables.filter((table) => table.columns.includes('company_id') && table.name !== 'jobs')
  const keys = engine === 'sqlite' ? sqliteKeys : postgresKeys
  const found = (await keys.execute(transaction)).rows
  const foreignKeys = [...Map.groupBy(found, (row) => `${row.owner} ${row.key}`)].map(([, parts]) => ({
    table: parts[0]!.owner,
    target: parts[0]!.target,
    columns: parts.map((part) => part.own),
    targetColumns: parts.map((part) => part.other),
  }))
  return { tables: ofCompany, foreignKeys: foreignKeys.filter((key) => ofCompany.some((table) => table.name === key.table)) }
}

const sqliteColumns = sql<{ owner: string; name: string }>`
  select m.name as owner, c.name as name from sqlite_master m, pragma_table_info(m.name) c
  where m.type = 'table' and m.name not like 'sqlite_%' order by m.name, c.cid`

const postgresColumns = sql<{ owner: string; name: string }>`
  select table_name::text as owner, column_name::text as name from information_schema.columns
  where table_schema = current_schema() order by table_name, ordinal_position`

interface KeyPart {
  owner: string
  key: string
  target: string
  own: string
  other: string
}

const sqliteKeys = sql<KeyPart>`
  select m.name as owner, cast(k.id as text) as key, k."table" as target, k."from" as own, k."to" as other
  from sqlite_master m, pragma_foreign_key_list(m.name) k where m.type = 'table' order by m.name, k.id, k.seq`

const postgresKeys = sql<KeyPart>`
  select source.relname::text as owner, c.conname::text as key, target.relname::text as target, a.attname::text as own, b.attname::text as other
  from pg_constraint c
  join pg_class source on source.oid = c.conrelid
  join pg_class target on target.oid = c.confrelid
  cross join lateral unnest(c.conkey, c.confkey) with ordinality as pair (own, other, position)
  join pg_attribute a on a.attrelid = c.conrelid and a.attnum = pair.own
  join pg_attribute b on b.attrelid = c.confrelid and b.attnum = pair.other
  where c.contype = 'f' and c.connamespace = current_schema()::regnamespace
  order by source.relname, c.conname, pair.position`
