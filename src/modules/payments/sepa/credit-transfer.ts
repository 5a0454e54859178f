import type { Day } from '../../../kernel/day.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { amountText, type Money } from '../../../kernel/money.ts'
import { identification, latin } from './characters.ts'
import { account, agent, party, type OrderParty } from './party.ts'
import { element, message } from './xml.ts'

/** Which message a bank takes: the present one, the one before, or that of Swiss banks. */
export const transferFormats = ['pain.001.001.09', 'pain.001.001.03', 'pain.001.001.09.ch.03'] as const
export type TransferFormat = (typeof transferFormats)[number]

export interface TransferOrder {
  readonly endToEndId: string
  readonly amount: Money
  readonly payee: OrderParty
  readonly iban: string
  readonly reference: { readonly kind: 'qr' | 'scor' | 'text' | 'none'; readonly text: string }
}

export interface TransferFile {
  readonly format: TransferFormat
  /** Unique for the bank: the file is never taken twice. */
  readonly messageId: string
  readonly createdAt: Instant
  readonly executeOn: Day
  readonly debtor: OrderParty & { readonly iban: string; readonly bic: string | null }
  readonly orders: readonly TransferOrder[]
}

/** domestic: within Switzerland and Liechtenstein. sepa: euro within SEPA. foreign: whatever else a Swiss bank sends. */
type Kind = 'domestic' | 'sepa' | 'foreign'

/**
 * A file of orders to pay, for the bank (ISO 20022 pain.001; EPC132-08, SIX Implementation Guidelines Credit Transfer
 * SPS). Orders of one currency and kind make a batch, in the order given; the same input makes the same bytes.
 */
export function creditTransferFile(file: TransferFile): string {
  const { format, messageId } = file
  if (file.orders.length === 0) throw new Error('a file of orders has at least one')
  const batches = [...Map.groupBy(file.orders, (order) => `${kindOf(file, order)} ${order.amount.currency}`).values()]
  const isSwiss = format === 'pain.001.001.09.ch.03'
  return message({
    namespace: `urn:iso:std:iso:20022:tech:xsd:${isSwiss ? 'pain.001.001.09' : format}`,
    ...(isSwiss ? { schemaLocation: 'pain.001.001.09.ch.03.xsd' } : {}),
    content: [
      element('CstmrCdtTrfInitn', [
        element('GrpHdr', [
          element('MsgId', identification(messageId)),
          element('CreDtTm', file.createdAt.slice(0, 19)),
          element('NbOfTxs', String(file.orders.length)),
          element('CtrlSum', controlSum(file.orders.map((order) => order.amount))),
          element('InitgPty', [element('Nm', latin(file.debtor.name, 70))]),
        ]),
        ...batches.map((orders, index) => batchOf(file, orders, index)),
      ]),
    ],
  })
}

function batchOf(file: TransferFile, orders: readonly TransferOrder[], index: number): string | null {
  const { format, debtor } = file
  const kind = kindOf(file, orders[0]!)
  const address = format === 'pain.001.001.03' ? 'lines' : 'structured'
  return element('PmtInf', [
    element('PmtInfId', identification(`${file.messageId.slice(0, 31)}-${index + 1}`)),
    element('PmtMtd', 'TRF'),
    element('BtchBookg', 'false'),
    element('NbOfTxs', String(orders.length)),
    element('CtrlSum', controlSum(orders.map((order) => order.amount))),
    kind === 'sepa' ? element('PmtTpInf', [element('SvcLvl', [element('Cd', 'SEPA')])]) : null,
    element('ReqdExctnDt', format === 'pain.001.001.03' ? file.executeOn : [element('Dt', file.executeOn)]),
    party('Dbtr', debtor, address),
    account('DbtrAcct', debtor.iban),
    debtorAgent(file),
    kind === 'sepa' ? element('ChrgBr', 'SLEV') : kind === 'foreign' ? element('ChrgBr', 'SHAR') : null,
    ...orders.map((order) => orderOf(file, order)),
  ])
}

/** A Swiss bank is named by its BIC, or by the number within the IBAN. */
function debtorAgent({ format, debtor }: TransferFile): string | null {
  if (format === 'pain.001.001.03') return agent('DbtrAgt', debtor.bic, 'BIC')
  if (format === 'pain.001.001.09' || debtor.bic) return agent('DbtrAgt', debtor.bic, 'BICFI')
  const member = element('ClrSysMmbId', [element('ClrSysId', [element('Cd', 'CHBCC')]), element('MmbId', debtor.iban.slice(4, 9))])
  return element('DbtrAgt', [element('FinInstnId', [member])])
}

function orderOf(file: TransferFile, order: TransferOrder): string | null {
  return element('CdtTrfTxInf', [
    element('PmtId', [
      file.format === 'pain.001.001.09.ch.03' ? element('InstrId', identification(order.endToEndId)) : null,
      element('EndToEndId', identification(order.endToEndId)),
    ]),
    element('Amt', [element('InstdAmt', amountText(order.amount), ` Ccy="${order.amount.currency}"`)]),
    party('Cdtr', order.payee, file.format === 'pain.001.001.03' ? 'lines' : 'structured'),
    account('CdtrAcct', order.iban),
    remittanceOf(order),
  ])
}

/** QR references are Swiss only (SIX IG 4.2.2), ISO 11649 everywhere; else at most 140 signs of text. */
function remittanceOf({ reference }: TransferOrder): string | null {
  const text = reference.text.trim()
  if (text === '' || reference.kind === 'none') return null
  if (reference.kind === 'text') return element('RmtInf', [element('Ustrd', latin(text, 140))])
  const type = reference.kind === 'qr' ? element('Prtry', 'QRR') : element('Cd', 'SCOR')
  return element('RmtInf', [
    element('Strd', [
      element('CdtrRefInf', [
        element('Tp', [element('CdOrPrtry', [type]), reference.kind === 'scor' ? element('Issr', 'ISO') : null]),
        element('Ref', text.replace(/\s/g, '').toUpperCase()),
      ]),
    ]),
  ])
}

function kindOf({ format }: TransferFile, order: TransferOrder): Kind {
  if (format !== 'pain.001.001.09.ch.03') return 'sepa'
  const { currency } = order.amount
  if (/^(CH|LI)/.test(order.iban) && (currency === 'CHF' || currency === 'EUR')) return 'domestic'
  return currency === 'EUR' && isSepa(order.iban) ? 'sepa' : 'foreign'
}

const sepa = 'AD AL AT BE BG CH CY CZ DE DK EE ES FI FR GB GI GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS SE SI SK SM VA'.split(' ')

/** Whether an account lies within the area of euro payments. */
export function isSepa(iban: string): boolean {
  return sepa.includes(iban.slice(0, 2))
}

/** The plain sum of all amounts, whatever their currency (ISO 20022 ControlSum). */
export function controlSum(amounts: readonly Money[]): string {
  const places = Math.max(...amounts.map((amount) => amountText(amount).split('.')[1]?.length ?? 0))
  const units = amounts.reduce((total, amount) => {
    const [whole, fraction = ''] = amountText(amount).split('.')
    return total + BigInt(`${whole}${fraction.padEnd(places, '0')}`)
  }, 0n)
  const digits = String(units).padStart(places + 1, '0')
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
}
