import type { ContactId } from '../../kernel/id.ts'
import { addDays, type Day } from '../../kernel/day.ts'
import { subtract } from '../../kernel/money.ts'
import { Quantity } from '../../kernel/quantity.ts'
import type { Context } from '../../platform/operation/context.ts'
import { companyDetails } from '../company/index.ts'
import { contactNames } from '../contacts/index.ts'
import { sentenceOf } from '../offer/sentence.ts'
import { discountOn } from '../offer/discount.ts'
import type { Terms } from '../offer/terms.ts'
import type { AgreementLine, Standing } from './contract.ts'
import type { LedgerEntry } from './entitlement.ts'
import { endOf, startOf, stateOf, termsOn } from './lifecycle.ts'
import { ledgersOf } from './ledger/store.ts'
import { factsOf, type StoredAgreement } from './store.ts'

/** Agreements as lists show them; two more queries, however many there are. */
export async function describeAgreements(context: Context, agreements: readonly StoredAgreement[]): Promise<AgreementLine[]> {
  const accepted = agreements.filter((agreement) => agreement.acceptedOn !== null).map((agreement) => agreement.id)
  const ledgers = await ledgersOf(context, accepted)
  const people = new Set<ContactId>(
    agreements.flatMap((agreement) => [agreement.payerId, ...agreement.participants.flatMap((each) => [each.contactId, each.thingId ?? each.contactId])]),
  )
  const names = await contactNames(context, people)
  const say = await speaker(context)
  return agreements.map((agreement) => describe({ context, agreement, ledger: ledgers.get(agreement.id) ?? [], names, say }))
}

/** Where each scope line stands on a day: the lots that are valid then, or the last ones. */
function standingsOf(agreement: StoredAgreement, ledger: readonly LedgerEntry[], on: Day): Standing[] {
  const { terms } = termsOn(factsOf(agreement), on)
  return terms.scope.flatMap((line): Standing[] => {
    const own = ledger.filter((entry) => entry.lineKey === line.key && entry.on <= on)
    const lots = new Map<string, LedgerEntry[]>()
    for (const entry of own) lots.set(entry.lot, [...(lots.get(entry.lot) ?? []), entry])
    const current = [...lots.values()].filter((entries) => isCurrent(entries, on))
    const entries = current.length > 0 ? current.flat() : []
    if (own.length === 0) return []
    const sumOf = (kinds: readonly string[]) =>
      entries.filter((entry) => kinds.includes(entry.reverses ?? entry.kind)).reduce((total, entry) => total + entry.units.thousandths, 0n)
    const isUnlimited = own.some((entry) => entry.isUnlimited)
    const grants = entries.filter((entry) => entry.kind === 'grant' || entry.kind === 'adjust')
    const last = own.findLast((entry) => entry.kind === 'grant')
    return [
      {
        lineKey: line.key,
        unit: line.unit,
        every: line.every,
        isUnlimited,
        granted: new Quantity(isUnlimited ? 0n : sumOf(['grant', 'roll_over', 'adjust'])),
        used: new Quantity(-sumOf(['draw'])),
        reserved: new Quantity(-sumOf(['reserve', 'release'])),
        left: new Quantity(isUnlimited ? 0n : entries.reduce((total, entry) => total + entry.units.thousandths, 0n)),
        from: grants[0]?.on ?? last?.on ?? own[0]!.on,
        until: (grants.findLast((entry) => entry.kind === 'grant') ?? last)?.expiresOn ?? null,
      },
    ]
  })
}

function isCurrent(entries: readonly LedgerEntry[], on: Day): boolean {
  const grant = entries.findLast((entry) => entry.kind === 'grant' || entry.kind === 'adjust')
  return grant !== undefined && (grant.expiresOn === null || addDays(grant.expiresOn, 1) > on)
}

/** Says terms in the company's language; a small business leaves the tax unsaid. */
export async function speaker(context: Context): Promise<(terms: Terms) => string> {
  const { language, country, taxRegime } = await companyDetails(context)
  return (terms) => sentenceOf(terms, { language, country }, { isTaxed: taxRegime === 'standard' })
}

interface Described {
  context: Context
  agreement: StoredAgreement
  ledger: readonly LedgerEntry[]
  names: ReadonlyMap<ContactId, string>
  say: (terms: Terms) => string
}

function describe({ context, agreement, ledger, names, say }: Described): AgreementLine {
  const facts = factsOf(agreement)
  const { terms } = termsOn(facts, context.today)
  const { fixed } = terms.price
  const { id, name, way, payerId, createdOn, offeredOn, lastSentOn, validUntil, acceptedOn } = agreement
  return {
    id,
    name,
    way,
    payerId,
    createdOn,
    offeredOn,
    lastSentOn,
    validUntil,
    acceptedOn,
    payerName: names.get(payerId) ?? '',
    participants: agreement.participants.map((participant) => ({
      ...participant,
      name: names.get(participant.contactId) ?? '',
      thingName: participant.thingId === null ? null : (names.get(participant.thingId) ?? ''),
    })),
    state: stateOf(facts, context.today),
    startsOn: startOf(facts) ?? terms.duration.startsOn,
    endsOn: endOf(facts, context.today),
    sentence: say(terms),
    price: fixed ? subtract(fixed.amount, discountOn(terms.price, fixed.amount)) : null,
    every: fixed?.every ?? null,
    asksForRenewal: terms.duration.renewal === 'ask',
    standing: standingsOf(agreement, ledger, context.today),
  }
}
