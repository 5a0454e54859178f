import type { Day } from '../../kernel/day.ts'
import type { ContactId } from '../../kernel/id.ts'
import { Quantity } from '../../kernel/quantity.ts'
import { money, type Money } from '../../kernel/money.ts'
import { deliveryCause, expenseCause } from '../agreements/causes.ts'
import { claimedUnits } from '../agreements/claim.ts'
import type { Delivery } from '../agreements/delivery.ts'
import { coverage } from '../agreements/entitlement.ts'
import { startOf, termsOn } from '../agreements/lifecycle.ts'
import type { AgreementFacts } from '../agreements/facts.ts'
import type { BillingFacts, Expectation, RebillableExpense } from './billing-facts.ts'
import type { BilledLine, TakenBack } from './charge.ts'
import { missedFees } from './deliveries.ts'
import { expectedFees } from './fees.ts'
import { expectedSettlement } from './settlement.ts'

/** covered + invoiced + writtenOff + unbilled = all, in units. Unbilled is negative when too much was invoiced. */
export interface DeliveryAccount {
  readonly delivery: Delivery
  readonly facts: AgreementFacts | null
  readonly all: Quantity
  readonly covered: Quantity
  readonly invoiced: Quantity
  readonly writtenOff: Quantity
  readonly unbilled: Quantity
}

/** invoiced + writtenOff + unbilled = all, in money. `expectation` is null for what is invoiced but no longer owed. */
export interface FixedAccount {
  readonly cause: string
  readonly expectation: Expectation | null
  readonly all: Money
  readonly invoiced: Money
  readonly writtenOff: Money
  readonly unbilled: Money
}

export interface Account {
  readonly deliveries: readonly DeliveryAccount[]
  readonly fixed: readonly FixedAccount[]
  /** Billed lines of deliveries that no longer exist, or that another contact pays now. */
  readonly orphans: readonly { readonly cause: string; readonly contactId: ContactId; readonly invoiced: Quantity; readonly unbilled: Quantity }[]
}

/** Where everything that was ever owed stands: what the billing rule, Today and the check all look at. */
export function account(facts: BillingFacts): Account {
  const documents = documentsByCause(facts.billed, facts.takenBack)
  const agreements = new Map(facts.agreements.map(({ facts: agreement, ledger }) => [agreement.id, { agreement, covered: coverage(ledger) }]))
  const deliveries = facts.deliveries.map((delivery) => {
    const found = delivery.agreementId === null ? undefined : agreements.get(delivery.agreementId)
    return accountDelivery({ delivery, agreement: found?.agreement, covered: found?.covered.get(delivery.id), documents, today: facts.today })
  })
  const known = new Set(deliveries.map(({ delivery, facts: agreement }) => keyOf(deliveryCause(delivery.id), payerOf(delivery, agreement))))
  const expectations = new Map(expectationsOf(facts).map((expectation) => [expectation.cause, expectation]))
  const fixedCauses = new Set([...expectations.keys(), ...[...documents.keys()].filter((key) => !isOfDelivery(key))])
  return {
    deliveries,
    fixed: [...fixedCauses].map((cause) => accountFixed(cause, expectations.get(cause) ?? null, documents.get(cause))),
    orphans: [...documents]
      .filter(([key]) => isOfDelivery(key) && !known.has(key))
      .map(([, document]) => ({
        cause: document.cause,
        contactId: document.contactId,
        invoiced: new Quantity(document.invoicedUnits),
        unbilled: new Quantity(-document.invoicedUnits),
      })),
  }
}

/** The one who pays for a delivery: its agreement's payer, or its own contact. */
export function payerOf(delivery: Delivery, facts: AgreementFacts | null): ContactId {
  return facts?.payerId ?? delivery.contactId
}

/** Units of each delivery that are invoiced or written off: what the ledger must not cover any more. */
export function unitsAccountedFor(billed: readonly BilledLine[], takenBack: readonly TakenBack[]): Map<string, Quantity> {
  const units = new Map<string, bigint>()
  for (const [key, document] of documentsByCause(billed, takenBack)) {
    if (!isOfDelivery(key)) continue
    const id = document.cause.slice(deliveryCause('').length)
    units.set(id, (units.get(id) ?? 0n) + document.invoicedUnits + document.writtenOffUnits)
  }
  return new Map([...units].map(([id, thousandths]) => [id, new Quantity(thousandths)]))
}

/** Every fixed charge that should exist by today. */
export function expectationsOf(facts: BillingFacts): Expectation[] {
  const deliveries = Map.groupBy(facts.deliveries, (delivery) => delivery.agreementId)
  const ofAgreements = facts.agreements.flatMap(({ facts: agreement, ledger }) => {
    const fees = expectedFees(agreement, facts.today)
    const settlement = expectedSettlement({ facts: agreement, ledger, fees, today: facts.today })
    return [...fees, ...settlement, ...missedFees(agreement, deliveries.get(agreement.id) ?? [])]
  })
  return [...ofAgreements, ...facts.expenses.map((expense) => expectedExpense(expense, facts))]
}

interface Documents {
  readonly cause: string
  readonly contactId: ContactId
  invoicedUnits: bigint
  writtenOffUnits: bigint
  invoiced: bigint
  writtenOff: bigint
  currency: string
}

function documentsByCause(billed: readonly BilledLine[], takenBack: readonly TakenBack[]): Map<string, Documents> {
  const documents = new Map<string, Documents>()
  const of = ({ cause, contactId, amount }: Pick<TakenBack, 'cause' | 'contactId' | 'amount'>) => {
    const key = keyOf(cause, contactId)
    const known = documents.get(key)
    if (known) return known
    const fresh = { cause, contactId, invoicedUnits: 0n, writtenOffUnits: 0n, invoiced: 0n, writtenOff: 0n, currency: amount.currency }
    documents.set(key, fresh)
    return fresh
  }
  for (const line of billed) {
    const document = of(line)
    document.invoicedUnits += line.quantity.thousandths
    document.invoiced += line.amount.minor
  }
  for (const back of takenBack) {
    const document = of(back)
    if (back.isOnInvoice) {
      document.invoicedUnits -= back.quantity.thousandths
      document.invoiced -= back.amount.minor
    }
    if (back.effect === 'written_off') {
      document.writtenOffUnits += back.quantity.thousandths
      document.writtenOff += back.amount.minor
    }
  }
  return documents
}

/** A delivery that changes hands is given back to the one who was charged and billed to the other. */
function keyOf(cause: string, contactId: ContactId): string {
  return isOfDelivery(cause) ? `${cause} ${contactId}` : cause
}

function isOfDelivery(cause: string): boolean {
  return cause.startsWith(deliveryCause(''))
}

interface DeliveryOptions {
  delivery: Delivery
  agreement: AgreementFacts | undefined
  covered: Quantity | undefined
  documents: ReadonlyMap<string, Documents>
  today: Day
}

function accountDelivery({ delivery, agreement, covered = Quantity.zero, documents, today }: DeliveryOptions): DeliveryAccount {
  const facts = agreement !== undefined && startOf(agreement) !== null ? agreement : null
  const all = claimedUnits(delivery, facts ? termsOn(facts, delivery.performedOn).terms : null, today)
  const document = documents.get(keyOf(deliveryCause(delivery.id), payerOf(delivery, facts)))
  const invoiced = document?.invoicedUnits ?? 0n
  const writtenOff = within(document?.writtenOffUnits ?? 0n, all.thousandths - covered.thousandths - invoiced)
  return {
    delivery,
    facts,
    all,
    covered,
    invoiced: new Quantity(invoiced),
    writtenOff: new Quantity(writtenOff),
    unbilled: new Quantity(all.thousandths - covered.thousandths - invoiced - writtenOff),
  }
}

function accountFixed(cause: string, expectation: Expectation | null, document: Documents | undefined): FixedAccount {
  const currency = expectation?.amount.currency ?? document!.currency
  const all = expectation?.amount.minor ?? 0n
  const invoiced = document?.invoiced ?? 0n
  const writtenOff = within(document?.writtenOff ?? 0n, all - invoiced)
  return {
    cause,
    expectation,
    all: money(all, currency),
    invoiced: money(invoiced, currency),
    writtenOff: money(writtenOff, currency),
    unbilled: money(all - invoiced - writtenOff, currency),
  }
}

/** What was written off and then fell away is nobody's: no more is written off than there is, and nobody is credited for it. */
function within(writtenOff: bigint, room: bigint): bigint {
  if (writtenOff > 0n) return room <= 0n ? 0n : writtenOff < room ? writtenOff : room
  return room >= 0n ? 0n : writtenOff > room ? writtenOff : room
}

function expectedExpense(expense: RebillableExpense, facts: BillingFacts): Expectation {
  return {
    cause: expenseCause(expense.id),
    kind: 'expense',
    agreementId: expense.agreementId,
    termsVersion: null,
    contactId: expense.contactId,
    period: { from: expense.incurredOn, to: expense.incurredOn },
    dueOn: expense.incurredOn,
    name: expense.name,
    detail: null,
    quantity: Quantity.one,
    unitPrice: expense.amount,
    discount: null,
    amount: expense.amount,
    isTaxIncluded: expense.isTaxIncluded,
    taxCategory: expense.taxCategory,
    daysToPay: facts.daysToPay,
    instalments: [],
  }
}
