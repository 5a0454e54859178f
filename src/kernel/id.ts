/**
 * An identifier: UUID version 7 (RFC 9562) as text, so that later rows sort after earlier ones.
 * The type parameter names the noun, so that an invoice's id is never taken for a contact's.
 */
export type Id<Noun extends string> = string & { readonly __noun: Noun }

export type CompanyId = Id<'company'>
export type UserId = Id<'user'>
export type MemberId = Id<'member'>
export type ContactId = Id<'contact'>
export type ServiceId = Id<'service'>
export type ProductId = Id<'product'>
export type AgreementId = Id<'agreement'>
export type SessionId = Id<'session'>
export type TimeEntryId = Id<'time-entry'>
export type InvoiceId = Id<'invoice'>
export type PaymentId = Id<'payment'>
export type BankTransactionId = Id<'bank-transaction'>
export type MessageId = Id<'message'>

let lastMilliseconds = 0
let counter = 0

/** A new identifier, later than every one before it in this process. */
export function newId<Noun extends string>(now: number = Date.now()): Id<Noun> {
  const random = crypto.getRandomValues(new Uint8Array(10))
  if (now > lastMilliseconds) {
    lastMilliseconds = now
    counter = ((random[0]! << 8) | random[1]!) & 0x07ff
  } else {
    counter += 1
    if (counter > 0x0fff) {
      lastMilliseconds += 1
      counter = 0
    }
  }
  const time = lastMilliseconds.toString(16).padStart(12, '0')
  const version = (0x7000 | counter).toString(16)
  const variant = (0x80 | (random[2]! & 0x3f)).toString(16)
  const tail = [...random.subarray(3)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${variant}${tail.slice(0, 2)}-${tail.slice(2)}` as Id<Noun>
}

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

export function isId(text: string): boolean {
  return shape.test(text)
}
