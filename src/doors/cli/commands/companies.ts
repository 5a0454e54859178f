import type { Command } from '../arguments.ts'
import { openOperator } from '../operator.ts'

export const companies: Command = {
  usage: 'companies [--json]',
  summary: 'Lists the companies with their ids.',
  flags: ['json'],
  async run({ configuration, line, print }) {
    const operator = await openOperator(configuration)
    try {
      const all = await operator.companies()
      if (line.flag('json')) return print(JSON.stringify(all, null, 2))
      for (const company of all) print(`${company.id}  ${company.name} (${company.country}, ${company.currency})`)
      if (all.length === 0) print('No company yet: sign up in the browser, or run bin/cloudburo demo.')
    } finally {
      await operator.close()
    }
  },
}
