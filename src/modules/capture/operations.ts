import type { Chip, ChipValue, FieldName, Frame, Intent } from './understanding.ts'

/** The operation that does an intent; null where the reading only shows something or moves. */
export const operationOf: Readonly<Record<Intent, string | null>> = {
  time: 'work.record-time',
  session: 'calendar.book',
  task: 'contacts.add-task',
  note: 'contacts.add-note',
  offer: 'agreements.offer',
  agreement: 'agreements.create',
  invoice: 'invoicing.draft',
  payment: 'payments.record',
  expense: 'expenses.record',
  contact: 'contacts.create',
  find: null,
  go: null,
  switch: null,
  command: null,
}

/** The input of the intent's operation as JSON, from what the chips hold. */
export function inputOf(intent: Intent, chips: readonly Chip[], frame: Frame): Record<string, unknown> {
  const get = (field: FieldName): ChipValue | undefined => {
    const chip = chips.find((each) => each.field === field && !each.isMissing)
    return chip?.value ?? undefined
  }
  return withoutUndefined({ ...Object.fromEntries(chips.map((chip) => [chip.field, get(chip.field)])), ...(intent === 'time' ? { on: get('day') ?? frame.today } : {}) })
}

function withoutUndefined(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
