import { agreementName } from './labels.ts'
import type { Chip, ChipValue, FieldName, Frame, Intent } from './understanding.ts'

/** The operation that does an intent; null where the reading only shows something or moves. */
export const operationOf: Readonly<Record<Intent, string | null>> = {
  time: 'work.record-time',
  session: 'calendar.book',
  task: 'contacts.add-task',
  note: 'contacts.add-note',
  offer: 'agreements.create',
  agreement: 'agreements.create',
  invoice: 'invoicing.bill-customer',
  payment: 'payments.record',
  expense: 'expenses.record',
  contact: 'contacts.create',
  find: null,
  go: null,
  switch: null,
  command: null,
}

type Get = (field: FieldName) => ChipValue | undefined

/** The input of the intent's operation as JSON, from what the chips hold. */
export function inputOf(intent: Intent, chips: readonly Chip[], frame: Frame): Record<string, unknown> {
  const get: Get = (field) => {
    const chip = chips.find((each) => each.field === field && !each.isMissing)
    return chip?.value ?? undefined
  }
  return withoutUndefined(inputs[intent](get, frame))
}

const inputs: Readonly<Record<Intent, (get: Get, frame: Frame) => Record<string, unknown>>> = {
  time: (get, frame) => ({
    contactId: get('contact'),
    agreementId: get('agreement'),
    serviceId: get('service'),
    on: get('day') ?? frame.today,
    minutes: get('minutes'),
    note: get('text'),
  }),
  session: (get, frame) => ({
    serviceId: get('service'),
    on: get('day') ?? frame.today,
    time: get('time'),
    minutes: get('minutes'),
    note: get('text'),
    participants: get('contact') === undefined ? [] : [withoutUndefined({ contactId: get('contact'), thingId: get('thing') })],
  }),
  task: (get, frame) => ({ contactId: get('contact'), title: get('text'), dueOn: get('day') ?? frame.today }),
  note: (get) => ({ contactId: get('contact'), text: get('text') }),
  offer: (get, frame) => sale(get, frame, 'draft'),
  agreement: (get, frame) => sale(get, frame, 'accept'),
  invoice: (get) => ({ contactId: get('contact') }),
  payment: (get, frame) => ({ invoiceId: get('invoice'), contactId: get('contact'), amount: get('amount'), on: get('day') ?? frame.today }),
  expense: (get, frame) => ({ contactId: get('contact'), description: get('text'), amount: get('amount'), on: get('day') ?? frame.today }),
  contact: (get) => ({ kind: get('kind') ?? 'person', name: get('name'), email: get('email'), phone: get('phone') }),
  find: (get) => ({ text: get('text'), contactId: get('contact'), invoiceId: get('invoice') }),
  go: (get) => ({ place: get('place') }),
  switch: (get) => ({ companyId: get('company') }),
  command: (get) => ({ command: get('command') }),
}

/** An offer waits for the customer's answer; an agreement was made by word already. A product brings its own name and terms. */
function sale(get: Get, frame: Frame, then: 'draft' | 'accept'): Record<string, unknown> {
  const who = { payerId: get('contact'), thingId: get('thing'), amount: get('amount'), then }
  const productId = get('product')
  if (productId !== undefined) return { ...who, productId, name: get('text') }
  const [said, units, minutes] = [get('way'), get('units'), get('minutes')]
  const way = said === 'fixed' ? undefined : said
  const scope = { units: typeof units === 'number' ? units : undefined, minutes: typeof minutes === 'number' ? minutes : undefined }
  return { ...who, way, units, minutes, name: get('text') ?? agreementName(String(way ?? 'project'), scope, frame.language) }
}

function withoutUndefined(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
