import type { Day } from '../../../kernel/day.ts'
import { isNegative, isZero, sum, type Money } from '../../../kernel/money.ts'
import { paymentReference, readIban, referenceWithin, type PaymentReference } from './reference.ts'
import type { RawTransaction, StatementAccount } from './transaction.ts'
import { amountIn, child, children, textAt, type XmlNode } from './xml.ts'

/** What the parts of one entry share, and the part itself; without a part the entry speaks for itself. */
export interface EntryPart {
  readonly entry: XmlNode
  readonly detail: XmlNode | undefined
  readonly account: StatementAccount
  readonly amount: Money
  readonly bookedOn: Day
  readonly valueOn: Day
  readonly booking: RawTransaction['booking']
}

/** One transaction of a camt entry, from its TxDtls where there is one. */
export function transactionOf(part: EntryPart): RawTransaction {
  const { entry, detail } = part
  const isReversal = /^(true|1)$/.test(textAt(entry, 'RvslInd'))
  const counterparty = counterpartyOf(part, isReversal)
  const remittance = remittanceOf(entry, detail)
  return {
    bookedOn: part.bookedOn,
    valueOn: part.valueOn,
    amount: part.amount,
    counterpartyName: counterparty.name,
    counterpartyIban: counterparty.iban,
    reference: structuredReference(detail) ?? referenceWithin(remittance),
    endToEndId: given(textAt(detail, 'Refs', 'EndToEndId')),
    remittance,
    bankReference: given(textAt(detail, 'Refs', 'AcctSvcrRef')) ?? given(textAt(entry, 'AcctSvcrRef')) ?? given(textAt(detail, 'Refs', 'UETR')),
    isReversal,
    isReturn: child(detail, 'RtrInf') !== undefined || /^(RRTN|RPCR|RRCT|UPDD|UPCT|ARET|ERTA)$/.test(subFamilyOf(detail) || subFamilyOf(entry)),
    ultimateName: ultimateOf(part, isReversal),
    instructed: instructedOf(detail ?? entry, part.amount),
    charges: chargesOf(detail ?? entry, part.amount),
    booking: part.booking,
  }
}

/** Money that came in has a debtor; money that went out a creditor. A reversal keeps the roles of what it reverses. */
function counterpartyOf(part: EntryPart, isReversal: boolean): { name: string | null; iban: string | null } {
  const parties = child(part.detail, 'RltdPties')
  const isDebtorWanted = isNegative(part.amount) === isReversal
  const sides = isDebtorWanted ? ['Dbtr', 'Cdtr'] : ['Cdtr', 'Dbtr']
  const found = sides.map((side) => partyOf(parties, side)).find((party) => !isOwn(party, part.account) && (party.name || party.iban))
  return { name: found?.name ?? null, iban: found?.iban ?? null }
}

/** Up to version 07 the name is in the party, from 08 on in its Pty; a bank as party has it in its agent. */
function partyOf(parties: XmlNode | undefined, side: string): { name: string | null; iban: string | null } {
  const name =
    textAt(parties, side, 'Pty', 'Nm') ||
    textAt(parties, side, 'Nm') ||
    textAt(parties, side, 'Agt', 'FinInstnId', 'Nm') ||
    textAt(parties, `Ultmt${side}`, 'Pty', 'Nm') ||
    textAt(parties, `Ultmt${side}`, 'Nm')
  return { name: name.slice(0, 140) || null, iban: readIban(textAt(parties, `${side}Acct`, 'Id', 'IBAN')) }
}

/** Whom the counterparty paid for, where that is somebody else: a company's treasury, a parent, a payment service. */
function ultimateOf(part: EntryPart, isReversal: boolean): string | null {
  const parties = child(part.detail, 'RltdPties')
  const side = isNegative(part.amount) === isReversal ? 'Dbtr' : 'Cdtr'
  const name = textAt(parties, `Ultmt${side}`, 'Pty', 'Nm') || textAt(parties, `Ultmt${side}`, 'Nm')
  return name === '' || name === textAt(parties, side, 'Pty', 'Nm') || name === textAt(parties, side, 'Nm') ? null : name.slice(0, 140)
}

/** ISO 20022 external bank transaction sub-family: RRTN a reversal by return, UPDD an unpaid direct debit. */
function subFamilyOf(node: XmlNode | undefined): string {
  return textAt(node, 'BkTxCd', 'Domn', 'Fmly', 'SubFmlyCd')
}

/** What was ordered, where it is not what was booked: another currency, or more than arrived. */
function instructedOf(holder: XmlNode, booked: Money): Money | null {
  const candidates = ['InstdAmt', 'TxAmt'].map((name) => amountIn(child(holder, 'AmtDtls', name, 'Amt')))
  return candidates.find((found) => found && (found.currency !== booked.currency || found.minor !== absolute(booked))) ?? null
}

/** The total of charges, or the sum of those that were taken from the amount. */
function chargesOf(holder: XmlNode, booked: Money): Money | null {
  const node = child(holder, 'Chrgs')
  const total = amountIn(child(node, 'TtlChrgsAndTaxAmt'))
  if (total) return total.currency === booked.currency && !isZero(total) ? total : null
  const records = children(node, 'Rcrd').length > 0 ? children(node, 'Rcrd') : children(holder, 'Chrgs')
  const amounts = records.flatMap((record) => {
    const amount = amountIn(child(record, 'Amt'))
    return amount && amount.currency === booked.currency && textAt(record, 'CdtDbtInd') !== 'CRDT' ? [amount] : []
  })
  const charged = sum(amounts, booked.currency)
  return isZero(charged) ? null : charged
}

function absolute(value: Money): bigint {
  return value.minor < 0n ? -value.minor : value.minor
}

function isOwn(party: { iban: string | null }, account: StatementAccount): boolean {
  return party.iban !== null && party.iban === account.iban
}

function structuredReference(detail: XmlNode | undefined): PaymentReference | null {
  for (const structured of children(child(detail, 'RmtInf'), 'Strd')) {
    const found = paymentReference(textAt(structured, 'CdtrRefInf', 'Ref'))
    if (found) return found
  }
  return null
}

function remittanceOf(entry: XmlNode, detail: XmlNode | undefined): string {
  const information = child(detail, 'RmtInf')
  const written = [
    ...children(information, 'Ustrd').map((node) => textAt(node)),
    ...children(information, 'Strd').flatMap((node) => [
      ...children(node, 'AddtlRmtInf').map((additional) => textAt(additional)),
      textAt(node, 'RfrdDocInf', 'Nb'),
    ]),
  ].filter((text) => text !== '')
  const chosen = written.length > 0 ? written.join(' ') : textAt(detail, 'AddtlTxInf') || textAt(entry, 'AddtlNtryInf')
  return chosen.slice(0, 2000)
}

/** Banks write NOTPROVIDED where nobody gave a reference. */
function given(text: string): string | null {
  return text === '' || /^(NOTPROVIDED|NONREF)$/i.test(text) ? null : text.slice(0, 140)
}
