import { isCurrency } from '../../../kernel/currency.ts'
import { parseDay, type Day } from '../../../kernel/day.ts'
import { parseMoney, type Money } from '../../../kernel/money.ts'
import { readIban } from '../../payments/index.ts'
import type { Payee, PayeeReference } from '../expense.ts'

/** What a payment code says. All of it was written by a machine for a machine, so it is certain. */
export interface PaymentCode {
  readonly payee: Payee
  readonly amount: Money | null
  readonly currency: string
  readonly reference: PayeeReference | null
  readonly message: string
  readonly documentNumber: string | null
  readonly issuedOn: Day | null
  readonly vatNumber: string | null
  readonly daysToPay: number | null
}

/** A Swiss QR-bill (SIX IG QR-bill 2.3) or a European transfer (EPC069-12); undefined for any other code, or a damaged one. */
export function readPaymentCode(text: string): PaymentCode | undefined {
  const lines = text.split(/\r\n|\n|\r/).map((line) => line.trim())
  if (lines[0] === 'SPC') return readSwiss(lines)
  if (lines[0] === 'BCD') return readEuropean(lines)
  return undefined
}

function readSwiss(lines: readonly string[]): PaymentCode | undefined {
  const at = (index: number) => lines[index]?.slice(0, 140) || null
  const iban = readIban(lines[3] ?? '')
  const name = at(5)
  const currency = lines[19] ?? ''
  if (!iban || !name || !isCurrency(currency)) return undefined
  const isCombined = lines[4] === 'K'
  const [, postalCode, city] = /^(\S+) (.+)$/.exec((isCombined ? at(7) : null) ?? '') ?? []
  const payee: Payee = {
    name,
    street: isCombined ? at(6) : [at(6), at(7)].filter((part) => part !== null).join(' ') || null,
    postalCode: isCombined ? (postalCode ?? null) : at(8),
    city: isCombined ? (city ?? at(7)) : at(9),
    country: at(10),
    vatNumber: null,
    iban,
  }
  const kind = ({ QRR: 'qr', SCOR: 'scor' } as const)[lines[27] ?? '']
  const billing = readBillingInformation(lines[31] ?? '')
  return {
    payee: { ...payee, vatNumber: billing.vatNumber },
    amount: parseMoney(lines[18] ?? '', currency) ?? null,
    currency,
    reference: kind && at(28) ? { kind, text: at(28)!.replace(/\s/g, '') } : null,
    message: at(29) ?? '',
    ...billing,
  }
}

/** Swico S1 syntax 1.2: //S1/10/number/11/YYMMDD/20/customer/30/UID/31/service/32/rates/40/terms. */
function readBillingInformation(text: string): Pick<PaymentCode, 'documentNumber' | 'issuedOn' | 'vatNumber' | 'daysToPay'> {
  const fields = new Map<string, string>()
  if (text.startsWith('//S1/')) {
    for (const match of text.slice(4).matchAll(/\/(\d\d)\/((?:\\.|[^/\\])*)/g)) fields.set(match[1]!, match[2]!.replace(/\\(.)/g, '$1'))
  }
  const day = /^(\d\d)(\d\d)(\d\d)$/.exec(fields.get('11') ?? '')
  const uid = fields.get('30')
  const term = /^0:(\d{1,3})$/.exec((fields.get('40') ?? '').split(';').at(-1) ?? '')
  return {
    documentNumber: fields.get('10')?.slice(0, 100) || null,
    issuedOn: day ? (parseDay(`20${day[1]}-${day[2]}-${day[3]}`) ?? null) : null,
    vatNumber: uid && /^\d{9}$/.test(uid) ? `CHE${uid}` : null,
    daysToPay: term ? Number(term[1]) : null,
  }
}

function readEuropean(lines: readonly string[]): PaymentCode | undefined {
  const name = lines[5]?.slice(0, 140)
  const iban = readIban(lines[6] ?? '')
  const amount = /^EUR(\d{1,9}(?:\.\d{1,2})?)$/.exec(lines[7] ?? '')
  if (!name || !iban) return undefined
  const [reference, message] = [lines[9]?.replace(/\s/g, '') ?? '', lines[10]?.slice(0, 140) ?? '']
  return {
    payee: { name, street: null, postalCode: null, city: null, country: null, vatNumber: null, iban },
    amount: (amount && parseMoney(amount[1]!, 'EUR')) ?? null,
    currency: 'EUR',
    reference: reference ? { kind: 'scor', text: reference } : message ? { kind: 'text', text: message } : null,
    message,
    documentNumber: null,
    issuedOn: null,
    vatNumber: null,
    daysToPay: null,
  }
}
