import { addDays, day, type Day } from '../../../kernel/day.ts'
import type { AgreementId, ContactId } from '../../../kernel/id.ts'
import { addQuantity, Quantity, quantity } from '../../../kernel/quantity.ts'
import type { Delivery } from '../../agreements/delivery.ts'
import type { LedgerEntry } from '../../agreements/entitlement.ts'
import type { AgreementEvent, AgreementFacts, TermsVersion } from '../../agreements/facts.ts'
import { planLedger } from '../../agreements/plan-ledger.ts'
import type { Terms, Unit } from '../../offer/terms.ts'
import { account, unitsAccountedFor } from '../account.ts'
import { bill, billedLine, type Billing } from '../billing.ts'
import type { BillingFacts } from '../billing-facts.ts'
import type { BilledLine, Charge, TakenBack } from '../charge.ts'
import { creditOf } from '../lines/credit-part.ts'

/** For tests: one agreement's life, told fact by fact, with the ledger brought up to date after each. */
export class Life {
  today: Day
  versions: TermsVersion[]
  events: AgreementEvent[] = []
  deliveries: Delivery[] = []
  ledger: LedgerEntry[] = []
  billed: BilledLine[] = []
  takenBack: TakenBack[] = []
  settled = new Map<string, Day>()
  /** How many units of each billed line have been credited. */
  credited: Quantity[] = []
  readonly acceptedOn: Day

  constructor(terms: Terms, acceptedOn: Day) {
    this.acceptedOn = acceptedOn
    this.today = acceptedOn
    this.versions = [{ version: 1, effectiveOn: null, terms }]
    this.settle()
  }

  get facts(): AgreementFacts {
    return {
      id: agreementId,
      payerId,
      name: 'Product',
      offeredOn: this.acceptedOn,
      validUntil: null,
      acceptedOn: this.acceptedOn,
      declinedOn: null,
      withdrawnOn: null,
      openingOn: null,
      versions: this.versions,
      events: this.events,
    }
  }

  get billingFacts(): BillingFacts {
    return {
      agreements: [{ facts: this.facts, ledger: this.ledger }],
      deliveries: this.deliveries,
      expenses: [],
      billed: this.billed,
      takenBack: this.takenBack,
      daysToPay: 30,
      today: this.today,
    }
  }

  /** Brings the ledger up to date and returns what was added. */
  settle(): LedgerEntry[] {
    const added = planLedger({
      facts: this.facts,
      ledger: this.ledger,
      deliveries: this.deliveries,
      adjustments: [],
      settled: this.settled,
      withdrawn: new Set(),
      accountedFor: unitsAccountedFor(this.billed, this.takenBack),
      today: this.today,
    })
    this.ledger = [...this.ledger, ...added]
    return added
  }

  deliver(options: { on: Day; units: number; unit?: Unit; outcome?: Delivery['outcome']; id?: string; agreementId?: AgreementId | null }): void {
    const delivery: Delivery = {
      id: options.id ?? `d${this.deliveries.length + 1}`,
      kind: 'time',
      contactId: payerId,
      agreementId: options.agreementId === undefined ? agreementId : options.agreementId,
      serviceId: null,
      performedOn: options.on,
      bookedOn: null,
      units: quantity(options.units),
      unit: options.unit ?? 'minute',
      isBillable: true,
      outcome: options.outcome ?? 'attended',
      ownRate: null,
      name: 'Work',
      description: null,
    }
    this.deliveries = [...this.deliveries.filter((known) => known.id !== delivery.id), delivery]
    this.settle()
  }

  moveTo(day: Day): void {
    if (day > this.today) this.today = day
    this.settle()
  }

  happen(event: AgreementEvent): void {
    this.events = [...this.events, event]
    this.settle()
  }

  amend(effectiveOn: Day, terms: Terms): void {
    this.versions = [...this.versions, { version: this.versions.length + 1, effectiveOn, terms }]
    this.settle()
  }

  charges(): Billing {
    return bill(this.billingFacts)
  }

  /** Puts the charges on an invoice. */
  invoice(charges: readonly Charge[] = this.charges().charges): readonly Charge[] {
    this.billed = [...this.billed, ...charges.map(billedLine)]
    this.settle()
    return charges
  }

  /** Takes back a line, or some units of it; answers whether there was anything left to take back. */
  credit(index: number, effect: TakenBack['effect'], units?: Quantity): boolean {
    const line = this.billed[index]
    const from = this.credited[index] ?? Quantity.zero
    if (!line || from.thousandths === line.quantity.thousandths) return false
    const isPart = units !== undefined && line.quantity.thousandths > 0n && from.thousandths + units.thousandths < line.quantity.thousandths
    const to = isPart ? addQuantity(from, units) : line.quantity
    const { quantity: taken, amount } = creditOf(line, { from, to, of: line.quantity })
    this.credited[index] = to
    if (!isPart)
      this.billed = this.billed.map((known) => (known === line ? { ...known, identity: `${known.identity} credited ${this.takenBack.length}` } : known))
    this.takenBack = [...this.takenBack, { cause: line.cause, contactId: line.contactId, effect, isOnInvoice: true, quantity: taken, amount }]
    this.settle()
    return true
  }

  writeOff(charge: Charge): void {
    this.takenBack = [
      ...this.takenBack,
      { cause: charge.cause, contactId: charge.contactId, effect: 'written_off', isOnInvoice: false, quantity: charge.quantity, amount: charge.amount },
    ]
    this.settle()
  }

  account() {
    return account(this.billingFacts)
  }
}

export const agreementId = 'agreement-1' as AgreementId
export const payerId = 'contact-1' as ContactId
export const begin = day('2026-01-01')

export function onDay(offset: number): Day {
  return addDays(begin, offset)
}
