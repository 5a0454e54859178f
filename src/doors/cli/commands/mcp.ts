import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import { memberRoles, type MemberRole } from '../../../kernel/role.ts'
import { modules } from '../../../modules/modules.ts'
import { standardLog } from '../../../platform/log.ts'
import { openMcpServer } from '../../mcp.ts'
import { operatorAs } from '../../operator.ts'
import { UsageError, type Command } from '../arguments.ts'
import { chooseCompany, openOperator } from '../operator.ts'

export const mcp: Command = {
  usage: 'mcp --company C [--role owner|staff|accountant]',
  summary: 'Serves the MCP tools of a company on standard input and output, for a model on this machine; --role gives it no more than that role.',
  options: ['company', 'role'],
  async run({ configuration, line }) {
    const wanted = line.needed('company')
    const role = line.option('role')
    if (role !== undefined && !isRole(role)) throw new UsageError(`There is no role "${role}": ${memberRoles.join(', ')}.`)
    const operator = await openOperator(configuration)
    const company = chooseCompany(await operator.companies(), wanted)
    const server = openMcpServer({
      operations: modules.flatMap((module) => module.operations.map((each) => each.operation)),
      actor: operatorAs(role),
      log: standardLog,
      call: (operation, input) => operator.ask({ ask: 'call', companyId: company.id, operation, input, role }),
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

function isRole(text: string): text is MemberRole {
  return (memberRoles as readonly string[]).includes(text)
}
