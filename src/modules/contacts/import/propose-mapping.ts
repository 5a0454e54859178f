import { fold } from '../../../kernel/fold.ts'
import { emailSchema } from '../../../kernel/schema.ts'
import { targetOfHeader, type ColumnTarget } from './columns.ts'
import type { CsvTable } from './read-csv.ts'
import { readCountry, readDay } from './read-values.ts'

/**
 * Proposes what each column of the table becomes: by its header where that is known, else by what the column holds.
 * A column that is understood by neither is kept as an attribute, an empty one is ignored. One target per column.
 */
export function proposeMapping(table: CsvTable): ColumnTarget[] {
  const samples = table.header.map((_name, column) =>
    table.rows
      .slice(0, 500)
      .flatMap((row) => row.cells[column] || [])
      .slice(0, 50),
  )
  const targets = table.header.map((name, column) => {
    const values = samples[column] ?? []
    if (values.length === 0) return { field: 'ignore', group: '' } as ColumnTarget
    const target = targetOfHeader(name) ?? targetOfContent(values)
    if (target.field !== 'email' || values.some(isEmail)) return target
    return { field: 'attribute', group: '' } as ColumnTarget
  })
  return withoutDoubles(completeNames(targets, table.header))
}

/** What a column without a telling header holds, by the majority of its values. */
function targetOfContent(values: readonly string[]): ColumnTarget {
  const most = (test: (value: string) => boolean) => values.filter(test).length > values.length * 0.6
  if (most(isEmail)) return { field: 'email', group: '' }
  if (most((value) => readDay(value) !== undefined)) return { field: 'birthDay', group: '' }
  if (most((value) => /^(\+|00|0)[\d\s()/.-]{6,}$/.test(value))) return { field: 'phone', group: '' }
  if (most((value) => /^(CHE-?\d{3}\.?\d{3}\.?\d{3}|(?:AT|DE|FR|IT|BE|NL|ES|LU)[A-Z0-9]{8,12}$)/.test(value))) return { field: 'vatNumber', group: '' }
  if (values.length > 2 && most((value) => value.length > 3 && readCountry(value) !== undefined)) return { field: 'country', group: '' }
  if (most((value) => /\b(gmbh|ag|sarl|sa|srl|s\.r\.l\.?|kg|ltd|inc|llc|sas)\.?$/i.test(value))) return { field: 'organisation', group: '' }
  return { field: 'attribute', group: '' }
}

/**
 * "Name" is the whole name in English and alone, the family name beside "Vorname"; "Nom" stands beside "Prénom", and
 * "Nome" beside "Cognome" is the given name.
 */
function completeNames(targets: readonly ColumnTarget[], header: readonly string[]): ColumnTarget[] {
  const has = (field: ColumnTarget['field']) => targets.some((target) => target.field === field)
  const missing = has('givenName') && !has('familyName') ? 'familyName' : has('familyName') && !has('givenName') ? 'givenName' : undefined
  const at = targets.findIndex((target, column) => target.field === 'name' && /^(name|nom|nome)$/.test(fold(header[column] ?? '')))
  if (!missing || at < 0) return [...targets]
  return targets.map((target, column) => (column === at ? { field: missing, group: '' } : target))
}

/** A second column for what a contact has once becomes an attribute; a second e-mail or phone gets a group of its own. */
function withoutDoubles(targets: readonly ColumnTarget[]): ColumnTarget[] {
  const seen = new Set<string>()
  return targets.map((target) => {
    if (target.field === 'ignore' || target.field === 'attribute' || target.field === 'note' || target.field === 'street') return target
    let key = `${target.field}/${target.group}`
    if (seen.has(key) && (target.field === 'email' || target.field === 'phone')) {
      let number = 2
      while (seen.has(`${key}${number}`)) number += 1
      key = `${key}${number}`
      seen.add(key)
      return { field: target.field, group: `${target.group}${number}` }
    }
    if (seen.has(key)) return { field: 'attribute', group: '' }
    seen.add(key)
    return target
  })
}

function isEmail(value: string): boolean {
  return emailSchema.safeParse(value.split(/ ::: |[;,]/)[0]).success
}
