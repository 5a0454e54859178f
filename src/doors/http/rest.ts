import type { Hono } from 'hono'
import { z } from 'zod'
import type { NamedOperation } from '../../kernel/operation.ts'
import { visitorOf } from './actor.ts'
import { idempotencyKeyOf, jsonAnswer, jsonBody, run } from './call.ts'
import type { HttpServices } from './services.ts'

/** Where the REST routes of the contracts live. */
export const restPrefix = '/api/v1'

/** REST: one route per operation, as its contract says. Path and query parameters and the body together are the input. */
export function addRestRoutes(application: Hono, services: HttpServices): void {
  for (const operation of services.operations.definitions) {
    const { method, path } = routeOf(operation)
    const coerce = coercionOf(operation)
    application.on(method, restPrefix + path, async (context) => {
      const visitor = await visitorOf(context.req.raw, services)
      const hasBody = method !== 'GET' && method !== 'DELETE'
      const body = hasBody ? await jsonBody(context.req.raw) : {}
      const parameters = coerce({ ...withoutCompany(context.req.queries()), ...asLists(context.req.param() as Record<string, string>) })
      const input = typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body, ...parameters } : body
      return jsonAnswer(await run(services, visitor, { operation: operation.name, input, key: idempotencyKeyOf(context.req.raw) }))
    })
  }
}

/** "GET /contacts/{contactId}" as Hono writes it: GET and "/contacts/:contactId". */
export function routeOf(operation: NamedOperation): { method: string; path: string; template: string } {
  const [method, template] = operation.route.split(' ') as [string, string]
  return { method, template, path: template.replace(/\{(\w+)\}/g, ':$1') }
}

/** Query parameters are text; the input's JSON Schema says which are numbers, booleans, lists or objects. */
function coercionOf(operation: NamedOperation): (parameters: Record<string, string[]>) => Record<string, unknown> {
  const schema = z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }) as { properties?: Record<string, JsonSchema> }
  return (parameters) => Object.fromEntries(Object.entries(parameters).map(([name, values]) => [name, coerce(values, schema.properties?.[name])]))
}

interface JsonSchema {
  readonly type?: string
  readonly anyOf?: readonly JsonSchema[]
}

function coerce(values: readonly string[], schema: JsonSchema | undefined): unknown {
  const types = [schema?.type, ...(schema?.anyOf ?? []).map((each) => each.type)]
  const value = values[0] ?? ''
  if (types.includes('array')) return values.length === 1 && value.startsWith('[') ? parsed(value) : values
  if (types.includes('string')) return value
  if (types.includes('integer') || types.includes('number')) return value === '' ? value : Number(value)
  if (types.includes('boolean')) return value === 'true' ? true : value === 'false' ? false : value
  return types.includes('object') ? parsed(value) : value
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value) as unknown
  } catch {
    return value
  }
}

function asLists(parameters: Record<string, string>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, [value]]))
}

function withoutCompany(queries: Record<string, string[]>): Record<string, string[]> {
  const { company: _company, ...rest } = queries
  return rest
}
