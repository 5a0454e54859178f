import { addDays } from '../../../kernel/day.ts'
import { Failure } from '../../../kernel/failure.ts'
import type { ContactId } from '../../../kernel/id.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { implement } from '../../../platform/operation/module.ts'
import { enterRunningAgreement } from '../../agreements/index.ts'
import { changeSeries } from '../../company/index.ts'
import { addContact } from '../../contacts/index.ts'
import { enterOpenInvoice } from '../../invoicing/index.ts'
import { columnsOf } from '../columns.ts'
import { openingContract } from '../contract.ts'
import { isOrganisation, type Who } from '../find-who.ts'
import { planOpening, type PlannedRow } from '../plan.ts'
import type { SaleRow } from '../read-row.ts'

/** How many wrong cells a refusal names. */
const namedMax = 500

export const enterOpening = implement(openingContract['opening.enter'], async (context, input) => {
  const { rows, files } = await planOpening(context, input)
  refuseWrong(files, rows)
  const wanted = rows.filter((row) => row.outcome === 'enter')
  const newcomers = new Map<string, ContactId>()
  const entered = { numbers: 0, invoices: 0, passes: 0, agreements: 0 }
  for (const row of wanted) {
    try {
      await enterRow(context, row, row.who ? await contactOf(context, row.who, newcomers) : null)
    } catch (error) {
      // The plan has looked at everything that it knows of; what an operation refuses besides still names its row.
      throw error instanceof Failure ? refusedRows({ [`${row.path}.${columnsOf[row.kind].all[1]!}`]: Object.values(error.fields)[0] ?? error.code }) : error
    }
    entered[row.kind] += 1
  }
  const count = (outcome: PlannedRow['outcome']) => rows.filter((row) => row.outcome === outcome).length
  return { entered, newContacts: newcomers.size, known: count('known'), repeated: count('repeated') }
})

function refuseWrong(files: readonly { readonly missing: readonly string[] }[], rows: readonly PlannedRow[]): void {
  const missing = files.flatMap((file, index) => (file.missing.length > 0 ? [[`files.${index}.mapping`, 'opening_columns_missing'] as const] : []))
  const wrong = rows.flatMap((row) => row.problems.map(({ column, code }) => [`${row.path}.${column}`, code] as const))
  const named = [...missing, ...wrong]
  if (named.length > 0) throw refusedRows(Object.fromEntries(named.slice(0, namedMax)), rows.filter((row) => row.outcome === 'refused').length)
}

function refusedRows(fields: Readonly<Record<string, string>>, count = 1): Failure {
  return new Failure({ code: 'opening_rows_refused', kind: 'invalid', fields, details: { count } })
}

async function enterRow(context: Context, { entry, participantId }: PlannedRow, contactId: ContactId | null): Promise<void> {
  if (entry!.kind === 'numbers') {
    await changeSeries(context, { kind: entry!.series, next: entry!.next, format: entry!.format ?? undefined })
  } else if (entry!.kind === 'invoices') {
    const { kind: _kind, ...invoice } = entry!
    await enterOpenInvoice(context, { ...invoice, contactId: contactId!, note: null })
  } else {
    await enterRunningAgreement(context, saleOf(context, entry!, { payerId: contactId!, participantId }))
  }
}

function saleOf(
  context: Context,
  entry: SaleRow,
  people: { payerId: ContactId; participantId: ContactId | null },
): Parameters<typeof enterRunningAgreement>[1] {
  const { payerId, participantId } = people
  return {
    payerId,
    ...(participantId ? { participants: [{ contactId: participantId, thingId: null }] } : {}),
    ...(entry.product ? { productId: entry.product.id } : { name: entry.name, way: 'pass' as const }),
    ...(entry.price ? { amount: entry.price } : {}),
    ...(entry.size ? { units: entry.size } : {}),
    startsOn: entry.startsOn ?? context.today,
    // What is left over of a pass was sold and billed before, were it this morning; an agreement that begins today is billed here.
    openingOn: entry.kind === 'passes' ? addDays(context.today, 1) : context.today,
    remaining: entry.left ? [{ units: entry.left }] : [],
  } as Parameters<typeof enterRunningAgreement>[1]
}

async function contactOf(context: Context, who: Who, newcomers: Map<string, ContactId>): Promise<ContactId> {
  const known = who.id ?? newcomers.get(who.key)
  if (known) return known
  const id = await addContact(context, { kind: isOrganisation(who.name) ? 'organisation' : 'person', name: who.name, email: who.email })
  newcomers.set(who.key, id)
  return id
}
