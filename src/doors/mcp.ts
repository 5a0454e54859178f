import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js'
import { Failure } from '../kernel/failure.ts'
import type { NamedOperation } from '../kernel/operation.ts'
import { textIn } from '../modules/texts.ts'
import { describeError, type Log } from '../platform/log.ts'
import type { Actor } from '../platform/operation/context.ts'
import { mayRun } from '../platform/operation/operations.ts'
import { wireSchemaOf } from './openapi.ts'

/**
 * The MCP tools: those operations whose contract says `tool`, without those that the caller may not run. Names use an
 * underscore, since models and clients accept no dots: `work_record-time`. A failure is an answer that names it, with a
 * sentence and what is wrong at which field, so that a model can mend its call.
 */
export function openMcpServer(options: {
  operations: readonly NamedOperation[]
  actor: Actor
  log: Log
  call(operation: string, input: unknown): Promise<unknown>
}): Server {
  const tools = options.operations.filter((operation) => operation.tool)
  const byToolName = new Map(tools.map((operation) => [toolNameOf(operation), operation]))
  const server = new Server({ name: 'cloudburo', version: '1' }, { capabilities: { tools: {} } })
  server.setRequestHandler(ListToolsRequestSchema, async () => ({
    tools: tools
      .filter((operation) => mayRun(options.actor, operation))
      .map((operation) => ({
        name: toolNameOf(operation),
        description: operation.summary,
        inputSchema: { type: 'object' as const, ...wireSchemaOf(operation.input) },
        annotations: { readOnlyHint: operation.effect === 'read', destructiveHint: operation.effect === 'irreversible' },
      })),
  }))
  server.setRequestHandler(CallToolRequestSchema, async (request) => {
    const { name } = request.params
    try {
      const operation = byToolName.get(name)
      if (!operation) throw new Failure({ code: 'operation_unknown', kind: 'not_found', details: { operation: name.slice(0, 80) } })
      const answer = await options.call(operation.name, request.params.arguments ?? {})
      return { content: [{ type: 'text', text: JSON.stringify(answer ?? null) }] }
    } catch (error) {
      if (!(error instanceof Failure)) options.log.error('mcp.failed', { tool: name, ...describeError(error) })
      return failed(error instanceof Failure ? error : new Failure({ code: 'unexpected', kind: 'unavailable' }))
    }
  })
  return server
}

function toolNameOf(operation: NamedOperation): string {
  return operation.name.replace('.', '_')
}

function failed({ code, details, fields }: Failure) {
  const sentence = (each: string) => textIn('en', `failure.${each}`, details)
  const wrong = Object.fromEntries(Object.entries(fields).map(([path, each]) => [path, { code: each, text: sentence(each) }]))
  return { isError: true, content: [{ type: 'text' as const, text: JSON.stringify({ code, text: sentence(code), details, fields: wrong }) }] }
}
