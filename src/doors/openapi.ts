import { z } from 'zod'
import type { NamedOperation } from '../kernel/operation.ts'

/** OpenAPI 3.1 from the contracts: one path per operation, wire forms of inputs and outputs, problem documents. */
export function openApiOf(operations: readonly NamedOperation[], options: { serverUrl: string; prefix: string }): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const operation of operations) {
    const [method, path] = operation.route.split(' ') as [string, string]
    paths[path] = { ...paths[path], [method.toLowerCase()]: describe(operation, method, path) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Cloudburo',
      version: '1',
      description:
        'Every operation of Cloudburo. Send a bearer token (`bin/cloudburo token --company C`), or a session cookie with the header `cloudburo-company`. Send `idempotency-key` with every change: a repeated key gets the first answer.',
    },
    servers: [{ url: options.serverUrl + options.prefix }],
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: problemSchema },
    },
  }
}

/** The JSON Schema (draft 2020-12) of an operation's input or output as it is on the wire. */
export function wireSchemaOf(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Record<string, unknown>
  return rest
}

function describe(operation: NamedOperation, method: string, path: string): Record<string, unknown> {
  const input = wireSchemaOf(operation.input) as { properties?: Record<string, unknown>; required?: string[] }
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string)
  const hasBody = method !== 'GET' && method !== 'DELETE'
  const inQuery = hasBody ? [] : Object.keys(input.properties ?? {}).filter((name) => !inPath.includes(name))
  const parameter = (name: string, place: 'path' | 'query') => ({
    name,
    in: place,
    required: place === 'path' || (input.required ?? []).includes(name),
    schema: input.properties?.[name] ?? {},
  })
  const key = { name: 'idempotency-key', in: 'header', required: false, schema: { type: 'string', minLength: 8, maxLength: 128 } }
  return {
    operationId: operation.name,
    tags: [operation.name.slice(0, operation.name.indexOf('.'))],
    summary: operation.summary,
    'x-effect': operation.effect,
    'x-roles': operation.roles,
    parameters: [
      ...inPath.map((name) => parameter(name, 'path')),
      ...inQuery.map((name) => parameter(name, 'query')),
      ...(operation.effect === 'read' ? [] : [key]),
    ],
    ...(hasBody ? { requestBody: { required: true, content: { 'application/json': { schema: without(input, inPath) } } } } : {}),
    responses: {
      200: { description: 'Done', content: { 'application/json': { schema: wireSchemaOf(operation.output) } } },
      default: {
        description: 'A named failure (RFC 9457)',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

function without(schema: { properties?: Record<string, unknown>; required?: string[] }, names: readonly string[]) {
  const properties = Object.fromEntries(Object.entries(schema.properties ?? {}).filter(([name]) => !names.includes(name)))
  return { ...schema, properties, required: (schema.required ?? []).filter((name) => !names.includes(name)) }
}

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail', 'fields'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    detail: { type: 'string' },
    fields: {
      type: 'object',
      additionalProperties: { type: 'object', properties: { code: { type: 'string' }, text: { type: 'string' } } },
    },
  },
}
