import type { ContactId } from '../../../kernel/id.ts'
import { subtractQuantity } from '../../../kernel/quantity.ts'
import type { Context } from '../../../platform/operation/context.ts'
import type { AgreementLine } from '../../agreements/contract.ts'
import { describeAgreements, factsOf, findAgreements } from '../../agreements/index.ts'
import { stateOf, termsOn } from '../../agreements/lifecycle.ts'
import type { Move } from '../move.ts'
import { agreementEndingMove } from '../moves/agreement-ending.ts'
import { entitlementMove, type EntitlementUse } from '../moves/entitlement-nearly-used.ts'
import { offerUnansweredMove } from '../moves/offer-unanswered.ts'

/** What offers and running agreements call for, of one payer or of all. */
export async function agreementMoves(context: Context, filter: { contactId?: ContactId | undefined }): Promise<Move[]> {
  const stored = (await findAgreements(context, { payerId: filter.contactId })).filter((each) => statesAskedAbout.has(stateOf(factsOf(each), context.today)))
  const lines = await describeAgreements(context, stored)
  const asking = new Set(stored.filter((each) => termsOn(factsOf(each), context.today).terms.duration.renewal === 'ask').map((each) => each.id))
  const byPayer = Map.groupBy(lines, (line) => line.payerId)
  return [...byPayer.values()].flatMap((own) => own.flatMap((line) => movesOf(line, { own, asks: asking.has(line.id), context })))
}

const statesAskedAbout: ReadonlySet<string> = new Set(['offered', 'upcoming', 'active', 'paused'])

function movesOf(line: AgreementLine, about: { own: readonly AgreementLine[]; asks: boolean; context: Context }): Move[] {
  const {
    own,
    context: { today },
  } = about
  const who = { agreementId: line.id, contactId: line.payerId, contactName: line.payerName, name: line.name }
  if (line.state === 'offered') {
    const offeredOn = line.offeredOn ?? line.createdOn
    return [
      offerUnansweredMove({ ...who, offeredOn, lastSentOn: line.lastSentOn ?? offeredOn, validUntil: line.validUntil, amount: line.price }, today),
    ].filter((move) => move !== undefined)
  }
  if (line.state !== 'active') return []
  const moves = line.standing.flatMap((standing) => {
    if (standing.unit === 'money' || standing.isUnlimited || line.way === 'course') return []
    const use: EntitlementUse = { ...who, ...standing, unit: standing.unit, used: taken(standing) }
    return hasSuccessor(line, own) && standing.every === 'once' ? [] : (entitlementMove(use) ?? [])
  })
  const isPassNearlyUsed = moves.some((move) => move.kind === 'pass-nearly-used')
  const asksForRenewal = about.asks && !isPassNearlyUsed && !hasSuccessor(line, own)
  const ending = line.endsOn === null ? undefined : agreementEndingMove({ ...who, endsOn: line.endsOn, asksForRenewal }, today)
  return ending ? [...moves, ending] : moves
}

/** What is booked is as good as used: the customer cannot have it twice. */
function taken(standing: AgreementLine['standing'][number]) {
  return subtractQuantity(standing.granted, standing.left)
}

/** The same was sold again already: nobody needs to be asked. */
function hasSuccessor(line: AgreementLine, own: readonly AgreementLine[]): boolean {
  return own.some((other) => other.id > line.id && other.name === line.name)
}
