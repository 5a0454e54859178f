import { Failure } from '../../kernel/failure.ts'
import { chooseLanguage } from '../../kernel/language.ts'
import { readConfiguration } from '../../platform/configuration.ts'
import { silentLog } from '../../platform/log.ts'
import { problemOf } from '../http/problem.ts'
import { parseLine, UsageError } from './arguments.ts'
import { commands } from './commands.ts'

interface Terminal {
  readonly environment: NodeJS.ProcessEnv
  print(text: string): void
  printProblem(text: string): void
}

/** Runs one command. A failure is a clear sentence on standard error and exit code 1; a wrong use is exit code 2. */
export async function runCommandLine(words: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const [name = 'help', ...rest] = words
    const command = commands[name === '--help' || name === '-h' ? 'help' : name]
    if (!command) throw new UsageError(`There is no command "${name}". bin/cloudburo help lists them.`)
    const { environment, print } = terminal
    const code = await command.run({ configuration: readConfiguration(environment), environment, line: parseLine(name, command, rest), print })
    return code ?? 0
  } catch (error) {
    terminal.printProblem(sentenceOf(error, terminal.environment))
    return error instanceof UsageError ? 2 : 1
  }
}

/** What happened, in the language of the person's shell where it is a named failure. */
function sentenceOf(error: unknown, environment: NodeJS.ProcessEnv): string {
  if (!(error instanceof Failure)) return error instanceof Error ? error.message : String(error)
  const language = chooseLanguage([environment['LC_ALL'] ?? '', environment['LC_MESSAGES'] ?? '', environment['LANG'] ?? ''])
  const problem = problemOf(error, language, silentLog)
  const fields = Object.entries(problem.fields).map(([path, { text }]) => `  ${path}: ${text}`)
  return [`${problem.detail} (${problem.code})`, ...fields].join('\n')
}
