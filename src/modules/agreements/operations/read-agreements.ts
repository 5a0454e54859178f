import type { AgreementId } from '../../../kernel/id.ts'
import { implement } from '../../../platform/operation/module.ts'
import { isVisible, requireAgreement } from '../access.ts'
import { agreementsContract } from '../contract.ts'
import { describeAgreements, speaker } from '../describe.ts'
import { balanceOn } from '../entitlement.ts'
import { evidenceOf } from '../evidence/store.ts'
import { ledgersOf } from '../ledger/store.ts'
import { currentTerm, termsOn } from '../lifecycle.ts'
import { factsOf, findAgreements } from '../store.ts'

export const listAgreements = implement(agreementsContract['agreements.list'], async (context, input) => {
  const contactId = context.actor.kind === 'customer' ? context.actor.contactId : input.contactId
  const found = (await findAgreements(context, { contactId })).filter((agreement) => isVisible(context, agreement))
  const isAny = input.states === undefined
  const lines = await describeAgreements(context, isAny ? found.slice(0, input.limit) : found)
  return { agreements: lines.filter((line) => isAny || input.states!.includes(line.state)).slice(0, input.limit) }
})

export const readAgreement = implement(agreementsContract['agreements.read'], async (context, input) => {
  const agreement = await requireAgreement(context, input.agreementId)
  const [line] = await describeAgreements(context, [agreement])
  const facts = factsOf(agreement)
  const shown = termsOn(facts, context.today)
  const version = agreement.versions.find((each) => each.version === shown.version)!
  const say = await speaker(context)
  const isCustomer = context.actor.kind === 'customer'
  return {
    ...line!,
    productId: agreement.productId,
    note: agreement.note,
    declineReason: agreement.declineReason,
    terms: shown.terms,
    offerText: version.offerText,
    textHash: version.textHash,
    versions: agreement.versions.map(({ version: number, effectiveOn, terms, state, textHash }) => ({
      version: number,
      effectiveOn,
      sentence: say(terms),
      terms,
      state,
      textHash,
    })),
    term: currentTerm(facts, context.today),
    events: agreement.events.map((event) => ({
      id: event.id,
      kind: event.kind,
      on: event.on,
      key: event.kind === 'milestone_reached' ? event.key : null,
      reason: isCustomer ? '' : event.reason,
    })),
    evidence: (await evidenceOf(context, agreement.id)).map(({ version: number, decision, name, at, address, textHash, reason }) => ({
      version: number,
      decision,
      name,
      at,
      address,
      textHash,
      reason,
    })),
  }
})

export const readBalance = implement(agreementsContract['agreements.balance'], async (context, input) => {
  const agreement = await requireAgreement(context, input.agreementId)
  const on = input.on ?? context.today
  const ledger = await ledgerOf(context, agreement.id)
  const keys = [...new Set(ledger.filter((entry) => entry.on <= on).map((entry) => entry.lineKey))]
  return {
    on,
    lines: keys.map((lineKey) => {
      const sample = ledger.find((entry) => entry.lineKey === lineKey)!
      const isUnlimited = ledger.some((entry) => entry.lineKey === lineKey && entry.isUnlimited)
      return { lineKey, unit: sample.unit, isUnlimited, left: balanceOn(ledger, { unit: sample.unit, on, lineKey }) }
    }),
  }
})

export const readEntries = implement(agreementsContract['agreements.entries'], async (context, input) => {
  const agreement = await requireAgreement(context, input.agreementId)
  const entries = await ledgerOf(context, agreement.id)
  return {
    entries: entries.map(({ identity, lot, lineKey, unit, kind, reverses, units, on, expiresOn, isUnlimited, deliveryId }) => ({
      identity,
      lot,
      lineKey,
      unit,
      kind,
      reverses,
      units,
      on,
      expiresOn,
      isUnlimited,
      deliveryId,
    })),
  }
})

async function ledgerOf(context: Parameters<typeof ledgersOf>[0], id: AgreementId) {
  return (await ledgersOf(context, [id])).get(id) ?? []
}
