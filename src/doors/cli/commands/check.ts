import { DatabaseSync } from 'node:sqlite'
import { databasePath, type Configuration } from '../../../platform/configuration.ts'
import type { Command } from '../arguments.ts'
import { openForReading, verify } from '../verify.ts'

export const check: Command = {
  usage: 'check [--json]',
  summary:
    'Verifies every company and prints what was verified: numbers, chain, ledgers, deliveries, payments, references, files. Exit code 1 where something is wrong.',
  flags: ['json'],
  async run({ configuration, line, print }) {
    const database = openForReading(configuration)
    const isJson = line.flag('json')
    let findingCount = 0
    let companyCount = 0
    try {
      for (const problem of configuration.databaseUrl ? [] : damageOfFile(configuration)) {
        findingCount += 1
        print(isJson ? JSON.stringify({ company: null, what: 'database file', findings: [problem] }) : `  WRONG  database file: ${problem}`)
      }
      for await (const { company, verified } of verify(database, configuration)) {
        companyCount += 1
        if (!isJson) print(`${company.name} (${company.id})`)
        for (const { what, count, findings } of verified) {
          findingCount += findings.length
          if (isJson) print(JSON.stringify({ company: company.id, what, count, findings }))
          else
            print(
              [`  ${findings.length === 0 ? 'ok   ' : 'WRONG'}  ${what}: ${count}`, ...findings.slice(0, 50).map((finding) => `           ${finding}`)].join(
                '\n',
              ),
            )
        }
      }
    } finally {
      await database.close()
    }
    if (!isJson)
      print(`${companyCount} ${companyCount === 1 ? 'company' : 'companies'} verified, ${findingCount === 0 ? 'nothing wrong' : `${findingCount} wrong`}.`)
    return findingCount === 0 ? 0 : 1
  },
}

/** What SQLite itself says of the file. */
function damageOfFile(configuration: Configuration): string[] {
  const database = new DatabaseSync(databasePath(configuration), { readOnly: true })
  try {
    return database
      .prepare('pragma integrity_check(20)')
      .all()
      .map((row) => String(row['integrity_check']))
      .filter((text) => text !== 'ok')
  } finally {
    database.close()
  }
}
