import type { Command } from './arguments.ts'
import { backup, restore } from './commands/backup.ts'
import { call } from './commands/call.ts'
import { check } from './commands/check.ts'
import { companies } from './commands/companies.ts'
import { config } from './commands/config.ts'
import { demo } from './commands/demo.ts'
import { documents } from './commands/documents.ts'
import { mcp } from './commands/mcp.ts'
import { operations } from './commands/operations.ts'
import { signInLink } from './commands/sign-in-link.ts'
import { token } from './commands/token.ts'

const help: Command = {
  usage: 'help',
  summary: 'Lists the commands.',
  async run({ print }) {
    print('Cloudburo, the command line.\n')
    for (const command of Object.values(commands)) print(`  bin/cloudburo ${command.usage}\n      ${command.summary}`)
    print('\nWhile a server runs on the data folder, commands that change something go through it.')
  },
}

/** Every command by its name, in the order in which help lists them. */
export const commands: Readonly<Record<string, Command>> = {
  help,
  config,
  companies,
  operations,
  call,
  token,
  'sign-in-link': signInLink,
  mcp,
  backup,
  restore,
  check,
  documents,
  demo,
}
