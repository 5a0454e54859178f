import { foldedWords } from '../../kernel/fold.ts'
import type { ContactId } from '../../kernel/id.ts'
import type { Context } from '../../platform/operation/context.ts'
import { contactIdentities } from '../contacts/index.ts'
import type { CellProblem } from './read-cells.ts'
import type { Named } from './read-row.ts'

/** A known contact, or someone who is added once for all rows of the same key. */
export interface Who {
  readonly id: ContactId | null
  readonly name: string
  readonly email: string | null
  /** The same for two rows that mean the same. */
  readonly key: string
}

type Identity = Awaited<ReturnType<typeof contactIdentities>>[number]

export interface People {
  /** The e-mails that the rows give for each name. */
  readonly emailsOfName: ReadonlyMap<string, ReadonlySet<string>>
  readonly byName: ReadonlyMap<string, readonly Identity[]>
  readonly byEmail: ReadonlyMap<string, readonly Identity[]>
}

/** Every contact, found by name or e-mail, and what the rows themselves tell about those who are new. */
export async function peopleIn(context: Context, named: readonly (Named | null)[]): Promise<People> {
  const all = await contactIdentities(context)
  const byEmail = new Map<string, Identity[]>()
  for (const each of all) for (const email of each.emails) byEmail.set(email, [...(byEmail.get(email) ?? []), each])
  const emailsOfName = new Map<string, Set<string>>()
  for (const who of named) {
    if (who?.email) emailsOfName.set(nameKey(who.name), (emailsOfName.get(nameKey(who.name)) ?? new Set()).add(who.email))
  }
  return { byName: Map.groupBy(all, (each) => nameKey(each.name)), byEmail, emailsOfName }
}

/** Who a row means: by e-mail first, else by the words of the name in any order ("Keller Marie"). Two of a name are refused. */
export function findWho(people: People, named: Named): { who: Who | null; participantId: ContactId | null; problems: CellProblem[] } {
  const problems: CellProblem[] = []
  const payer = oneOf(people, named)
  if (payer === 'several') problems.push({ column: named.email ? 'email' : 'customer', code: 'opening_customer_unclear' })
  if (typeof payer === 'object' && payer.kind === 'thing') problems.push({ column: 'customer', code: 'payer_is_thing' })
  const participant = named.participant === '' ? undefined : oneOf(people, { name: named.participant, email: null })
  if (named.participant !== '' && typeof participant !== 'object') {
    problems.push({ column: 'participant', code: participant === 'several' ? 'opening_customer_unclear' : 'opening_participant_unknown' })
  }
  const found = typeof payer === 'object' ? payer : null
  const emails = [...(people.emailsOfName.get(nameKey(named.name)) ?? [])]
  const email = named.email ?? (emails.length === 1 ? emails[0]! : null)
  if (payer === undefined && named.email === null && emails.length > 1) problems.push({ column: 'customer', code: 'opening_customer_unclear' })
  const key = found?.id ?? `new/${email ?? nameKey(named.name)}`
  const isNobody = named.name === '' && named.email === null
  const who = isNobody ? null : { id: found?.id ?? null, name: found?.name ?? (givenFirst(named.name) || named.email!), email, key }
  return { who, participantId: typeof participant === 'object' ? participant.id : null, problems }
}

function oneOf(people: People, named: { name: string; email: string | null }): Identity | 'several' | undefined {
  const byEmail = named.email === null ? [] : (people.byEmail.get(named.email) ?? [])
  const byName = named.name === '' ? [] : (people.byName.get(nameKey(named.name)) ?? [])
  // Of several with the e-mail the name decides; a known name with another e-mail is somebody else's namesake or has two.
  const both = byEmail.filter((each) => byName.includes(each))
  const found = both.length > 0 ? both : byEmail.length > 0 ? byEmail : byName
  const payers = found.length > 1 ? found.filter((each) => each.kind !== 'thing') : found
  return payers.length > 1 ? 'several' : payers[0]
}

function nameKey(name: string): string {
  return foldedWords(name).toSorted().join(' ')
}

/** "Keller, Marie" is how lists sort a person; on her thread she is Marie Keller. */
function givenFirst(name: string): string {
  const parts = /^([^,;]+)[,;]\s*([^,;]+)$/.exec(name)
  return parts && !isOrganisation(name) ? `${parts[2]!.trim()} ${parts[1]!.trim()}` : name
}

/** Whether the name ends as those of companies and associations do. */
export function isOrganisation(name: string): boolean {
  return /\b(gmbh|ag|sarl|sàrl|sa|srl|s\.r\.l\.?|spa|s\.p\.a\.?|kg|ug|ohg|e\.\s?v\.?|eurl|sas|ltd|inc|llc|verein|stiftung)\.?$/i.test(name.trim())
}
