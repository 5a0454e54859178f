import { readFileSync } from 'node:fs'
import { modules } from '../../../modules/modules.ts'
import { UsageError, type Command } from '../arguments.ts'
import { chooseCompany, openOperator } from '../operator.ts'

export const call: Command = {
  usage: "call MODULE.OPERATION --company C [--input '{…}' | --input -] [--key K] [--as EMAIL]",
  summary:
    'Runs an operation in a company (id or exact name) and prints its answer as JSON; "-" reads the input from standard input. --as acts for a person where an operation belongs to no company.',
  words: 1,
  options: ['company', 'input', 'key', 'as'],
  async run({ configuration, line, print }) {
    const operation = line.words[0] as string
    const definition = modules.flatMap((module) => module.operations).find((each) => each.operation.name === operation)?.operation
    if (!definition) throw new UsageError(`There is no operation "${operation}". bin/cloudburo operations lists them.`)
    const input = parseInput(line.option('input') ?? '{}')
    const isOfCompany = (definition.reach ?? 'company') === 'company'
    const wanted = isOfCompany ? line.needed('company') : line.needed('as')
    const operator = await openOperator(configuration)
    try {
      const answer = isOfCompany
        ? await operator.ask({
            ask: 'call',
            companyId: chooseCompany(await operator.companies(), wanted).id,
            operation,
            input,
            idempotencyKey: line.option('key'),
          })
        : await operator.ask({ ask: 'call-as', email: wanted, operation, input })
      print(JSON.stringify(answer ?? null, null, 2))
    } finally {
      await operator.close()
    }
  },
}

function parseInput(text: string): unknown {
  try {
    return JSON.parse(text === '-' ? readFileSync(0, 'utf8') : text) as unknown
  } catch {
    throw new UsageError('--input is no JSON. Example: --input \'{"name":"Marie"}\'')
  }
}
