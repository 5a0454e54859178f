import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js'
import { Failure } from '../kernel/failure.ts'
import type { NamedOperation } from '../kernel/operation.ts'
import { wireSchemaOf } from './openapi.ts'

/**
 * The MCP tools: those operations whose contract says `tool`. Names use an underscore, since models and clients
 * accept no dots: `work_record-time`.
 */
export function openMcpServer(options: { operations: readonly NamedOperation[]; call(operation: string, input: unknown): Promise<unknown> }): Server {
  const tools = options.operations.filter((operation) => operation.tool)
  const byToolName = new Map(tools.map((operation) => [toolNameOf(operation), operation]))
  const server = new Server({ name: 'cloudburo', version: '1' }, { capabilities: { tools: {} } })
  server.setRequestHandler(ListToolsRequestSchema, async () => ({
    tools: tools.map((operation) => ({
      name: toolNameOf(operation),
      description: operation.summary,
      inputSchema: { type: 'object' as const, ...wireSchemaOf(operation.input) },
      annotations: { readOnlyHint: operation.effect === 'read', destructiveHint: operation.effect === 'irreversible' },
    })),
  }))
  server.setRequestHandler(CallToolRequestSchema, async (request) => {
    const operation = byToolName.get(request.params.name)
    if (!operation) return failed('operation_unknown', {})
    try {
      const answer = await options.call(operation.name, request.params.arguments ?? {})
      return { content: [{ type: 'text', text: JSON.stringify(answer ?? null) }] }
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      return failed(error.code, { ...error.details, fields: error.fields })
    }
  })
  return server
}

function toolNameOf(operation: NamedOperation): string {
  return operation.name.replace('.', '_')
}

function failed(code: string, details: Record<string, unknown>) {
  return { isError: true, content: [{ type: 'text' as const, text: JSON.stringify({ code, ...details }) }] }
}
