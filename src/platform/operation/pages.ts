import type { Hono } from 'hono'
import type { CompanyId } from '../../kernel/id.ts'
import type { Database } from '../database/database.ts'
import type { Actor, CompanyScope } from './context.ts'
import type { OperationServices } from './operations.ts'

/** What a module's own pages (the customer's and the public ones) may use. They call operations like every door. */
export interface PageServices extends OperationServices {
  run(request: { company: CompanyScope; actor: Actor; operation: string; input: unknown; idempotencyKey?: string }): Promise<unknown>
  companyById(companyId: CompanyId): Promise<CompanyScope | undefined>
  /** The network address that the request came from, as evidence and for rate limits. */
  addressOf(request: Request): string
  readonly database: Database
}

/** Adds a module's pages to the application: GET and POST routes that answer HTML or files. */
export type Pages = (application: Hono, services: PageServices) => void
