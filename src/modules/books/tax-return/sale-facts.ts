import { earlier, later, type Day } from '../../../kernel/day.ts'
import { divideRounded } from '../../../kernel/money.ts'
import type { TaxFact, TaxSource } from './tax-fact.ts'

/** An issued document with its tax groups in the company's currency, positive also on a credit note. */
export interface TaxedDocument {
  readonly source: TaxSource
  readonly kind: 'invoice' | 'credit_note'
  readonly issuedOn: Day
  /** The last day of the supply, where the document says one. */
  readonly suppliedUntil: Day | null
  readonly country: string
  readonly groups: readonly TaxedGroup[]
  /** The total in minor units of the document's own currency: what settlements are shares of. */
  readonly gross: bigint
  readonly settlements: readonly TaxedSettlement[]
}

export interface TaxedGroup {
  readonly code: string
  readonly reason: string | null
  readonly basisPoints: number
  readonly isGoods: boolean
  readonly net: bigint
  readonly tax: bigint
}

/**
 * What settled a part of the document, in minor units of its own currency and in the order recorded; an undoing is
 * negative. Of an invoice: payment, credit note, write-off. Of a credit note: its use for an invoice or a refund.
 */
export interface TaxedSettlement {
  readonly kind: 'settled' | 'written_off'
  readonly amount: bigint
  readonly on: Day
}

export interface TaxPolicy {
  /** cash: tax falls due with the money (MWSTG art. 39 (2), 40 (2); UStG § 20; Directive 2006/112/EC art. 66 b). */
  readonly basis: 'accrual' | 'cash'
  /**
   * What makes tax due on accrual: the invoice (MWSTG art. 40 (1) a; art. 66 a where a member state chose it) or the
   * supply, at the latest the invoice (art. 63; UStG § 13 (1) 1 a).
   */
  readonly taxPoint: 'issue' | 'supply'
}

/** When and with what each document counts. */
export function saleFacts(documents: readonly TaxedDocument[], policy: TaxPolicy): TaxFact[] {
  return documents.flatMap((document) =>
    // A document over nothing, such as a final invoice that advances paid already, is never settled by money.
    policy.basis === 'cash' && document.gross !== 0n ? cashFacts(document) : accrualFacts(document, policy.taxPoint),
  )
}

function accrualFacts(document: TaxedDocument, taxPoint: TaxPolicy['taxPoint']): TaxFact[] {
  const { issuedOn, suppliedUntil } = document
  const on = taxPoint === 'supply' && suppliedUntil !== null && document.kind === 'invoice' ? earlier(suppliedUntil, issuedOn) : issuedOn
  const whole = document.groups.map((group) => factOf(document, group, { on, net: group.net, tax: group.tax }))
  return [...whole, ...lostFacts(document)]
}

/** A claim given up takes its share of the tax back (MWSTG art. 41 (1); UStG § 17 (2) 1; art. 90); its undoing brings it again. */
function lostFacts(document: TaxedDocument): TaxFact[] {
  return document.groups.flatMap((group) => {
    let lost = 0n
    return document.settlements
      .filter((settlement) => settlement.kind === 'written_off')
      .map((settlement) => {
        const before = lost
        lost += settlement.amount
        const share = (amount: bigint) => -(shareOf(amount, lost, document.gross) - shareOf(amount, before, document.gross))
        return { ...factOf(document, group, { on: settlement.on, net: share(group.net), tax: share(group.tax) }), kind: 'bad_debt' as const }
      })
  })
}

/**
 * Each settlement makes its share due, by cumulative rounding, so that the shares of a settled document are exactly the
 * document. What was written off never falls due.
 */
function cashFacts(document: TaxedDocument): TaxFact[] {
  return document.groups.flatMap((group) => {
    let settled = 0n
    return document.settlements.flatMap((settlement) => {
      const before = settled
      settled += settlement.amount
      if (settlement.kind === 'written_off') return []
      const share = (amount: bigint) => shareOf(amount, settled, document.gross) - shareOf(amount, before, document.gross)
      return [factOf(document, group, { on: later(settlement.on, document.issuedOn), net: share(group.net), tax: share(group.tax) })]
    })
  })
}

function factOf(document: TaxedDocument, group: TaxedGroup, due: { on: Day; net: bigint; tax: bigint }): TaxFact {
  const isInvoice = document.kind === 'invoice'
  return {
    kind: isInvoice ? 'sale' : 'correction',
    source: document.source,
    on: due.on,
    code: group.code,
    reason: group.reason,
    basisPoints: group.basisPoints,
    country: document.country,
    isGoods: group.isGoods,
    category: '',
    net: isInvoice ? due.net : -due.net,
    tax: isInvoice ? due.tax : -due.tax,
  }
}

function shareOf(amount: bigint, part: bigint, whole: bigint): bigint {
  return part === whole ? amount : divideRounded(amount * part, whole)
}
