import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import { modules } from '../../../modules/modules.ts'
import { openMcpServer } from '../../mcp.ts'
import type { Command } from '../arguments.ts'
import { chooseCompany, openOperator } from '../operator.ts'

export const mcp: Command = {
  usage: 'mcp --company C',
  summary: 'Serves the MCP tools of a company on standard input and output, for a model on this machine.',
  options: ['company'],
  async run({ configuration, line }) {
    const wanted = line.needed('company')
    const operator = await openOperator(configuration)
    const company = chooseCompany(await operator.companies(), wanted)
    const server = openMcpServer({
      operations: modules.flatMap((module) => module.operations.map((each) => each.operation)),
      call: (operation, input) => operator.ask({ ask: 'call', companyId: company.id, operation, input }),
    })
    const isOver = new Promise<void>((resolve) => {
      server.onclose = resolve
      process.stdin.once('end', resolve)
    })
    await server.connect(new StdioServerTransport())
    await isOver
    await operator.close()
  },
}
