import type { Day } from '../../../kernel/day.ts'
import { isNegative, type Money } from '../../../kernel/money.ts'
import { paymentReference, readIban, referenceWithin, type PaymentReference } from './reference.ts'
import type { RawTransaction, StatementAccount } from './transaction.ts'
import { child, children, textAt, type XmlNode } from './xml.ts'

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
    bankReference: given(textAt(detail, 'Refs', 'AcctSvcrRef')) ?? given(textAt(entry, 'AcctSvcrRef')),
    isReversal,
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
