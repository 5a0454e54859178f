import type { Command } from '../arguments.ts'
import { chooseCompany, openOperator } from '../operator.ts'

export const token: Command = {
  usage: 'token --company C [--name N] [--role owner|staff|accountant] [--scopes read,write]',
  summary: 'Creates an API token for a company and prints it, once.',
  options: ['company', 'name', 'role', 'scopes'],
  async run({ configuration, line, print }) {
    const wanted = line.needed('company')
    const operator = await openOperator(configuration)
    try {
      const company = chooseCompany(await operator.companies(), wanted)
      const input = {
        name: line.option('name') ?? 'Command line',
        role: line.option('role'),
        scopes: line.option('scopes')?.split(','),
      }
      const answer = await operator.ask({ ask: 'call', companyId: company.id, operation: 'company.create-token', input })
      print((answer as { token: string }).token)
    } finally {
      await operator.close()
    }
  },
}
