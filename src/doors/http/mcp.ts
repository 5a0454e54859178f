import type { Hono } from 'hono'
import { requiredSeat, visitorOf } from './actor.ts'
import type { HttpServices } from './services.ts'

/** MCP over streamable HTTP at /api/mcp, stateless: every request carries its bearer token. */
export function addMcpRoute(application: Hono, services: HttpServices): void {
  application.all('/api/mcp', async (context) => {
    const { actor, company } = requiredSeat(await visitorOf(context.req.raw, services))
    // Loaded with the first request: who has no assistant needs none of it.
    const { WebStandardStreamableHTTPServerTransport } = await import('@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js')
    const { openMcpServer } = await import('../mcp.ts')
    const server = openMcpServer({
      operations: services.operations.definitions,
      actor,
      log: services.log,
      call: async (operation, input) => services.operations.run({ operation, input, actor, company }),
    })
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true })
    await server.connect(transport)
    return transport.handleRequest(context.req.raw)
  })
}
