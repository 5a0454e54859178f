import { modules } from '../../../modules/modules.ts'
import { wireSchemaOf } from '../../openapi.ts'
import type { Command } from '../arguments.ts'

export const operations: Command = {
  usage: 'operations [--json]',
  summary: 'Lists every operation; with --json also the schemas of input and output.',
  flags: ['json'],
  async run({ line, print }) {
    const all = modules.flatMap((module) => module.operations.map((each) => each.operation))
    if (!line.flag('json')) {
      const width = Math.max(...all.map((operation) => operation.name.length))
      for (const operation of all) print(`${operation.name.padEnd(width)}  ${operation.summary}`)
      return
    }
    const described = all.map((operation) => ({
      name: operation.name,
      summary: operation.summary,
      effect: operation.effect,
      reach: operation.reach ?? 'company',
      roles: operation.roles,
      route: operation.route,
      isTool: operation.tool ?? false,
      input: wireSchemaOf(operation.input),
      output: wireSchemaOf(operation.output),
    }))
    print(JSON.stringify(described, null, 2))
  },
}
