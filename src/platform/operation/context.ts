import type { CompanyId, ContactId, MemberId, UserId } from '../../kernel/id.ts'
import { dayIn, type Instant, type Zone } from '../../kernel/instant.ts'
import type { Day } from '../../kernel/day.ts'
import type { Language } from '../../kernel/language.ts'
import type { MemberRole, Role } from '../../kernel/role.ts'
import type { Clock } from '../clock.ts'
import type { Database, Transaction } from '../database/database.ts'
import type { Files } from '../files.ts'
import type { Seals } from '../secrets.ts'

/** Who asks. The door proves it; operations trust it. */
export type Actor =
  | { readonly kind: 'user'; readonly userId: UserId; readonly memberId: MemberId; readonly name: string; readonly role: MemberRole }
  | { readonly kind: 'token'; readonly tokenId: string; readonly name: string; readonly role: MemberRole; readonly scopes: readonly string[] }
  | { readonly kind: 'customer'; readonly contactId: ContactId; readonly name: string; readonly role: 'customer' }
  | { readonly kind: 'system'; readonly name: string; readonly role: 'system' }

/** Cloudburo itself: jobs, daily operations, what a provider reports. */
export const systemActor: Actor = { kind: 'system', name: 'Cloudburo', role: 'system' }

/** A signed-in person outside any company. */
export interface Person {
  readonly userId: UserId
  readonly name: string
  readonly email: string
}

/** What every operation may know about its company without asking the database again. */
export interface CompanyScope {
  readonly id: CompanyId
  readonly name: string
  /** ISO 3166-1 alpha-2 */
  readonly country: string
  readonly currency: string
  readonly language: Language
  readonly zone: Zone
}

/** Given to every operation inside a company; passed on, never ambient. */
export interface Context {
  readonly actor: Actor
  readonly company: CompanyScope
  readonly clock: Clock
  readonly now: Instant
  /** The company's calendar day now. */
  readonly today: Day
  readonly database: Transaction
  readonly engine: Database['engine']
  readonly files: Files
  /** For what must be kept secret and read again. */
  readonly seals: Seals
  /** Where the outside reaches us, without a slash at the end: for links in mails and documents. */
  readonly publicUrl: string
  /** Tells modules above, in the same transaction: subscribers run before the commit. */
  emit(event: string, payload: unknown): void
  /** Runs after the commit, durable: see Job. */
  later(job: NewJob): Promise<void>
}

/** Given to operations with reach `user` or `public`: no company, platform tables only. */
export interface PlatformContext {
  readonly person: Person | undefined
  readonly clock: Clock
  readonly now: Instant
  readonly database: Transaction
  /** Opens a company that this operation has just made or was admitted to, in a transaction of its own. */
  readonly publicUrl: string
}

export interface NewJob {
  /** "module.verb", such as "invoicing.render-pdf". */
  readonly kind: string
  readonly payload: unknown
  readonly runAt?: Instant
  /** At most one unfinished job with this key per company. */
  readonly key?: string
}

export function todayOf(clock: Clock, zone: Zone): Day {
  return dayIn(clock.now(), zone)
}

export type { MemberRole, Role }
