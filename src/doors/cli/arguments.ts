import { parseArgs } from 'node:util'
import type { Configuration } from '../../platform/configuration.ts'

/** One command of bin/cloudburo. */
export interface Command {
  /** "call MODULE.OPERATION --company C [--input JSON]", without the program's name. */
  readonly usage: string
  /** One sentence. */
  readonly summary: string
  /** How many words follow the command. */
  readonly words?: number
  /** Options that take a value, and those that are only there or not. */
  readonly options?: readonly string[]
  readonly flags?: readonly string[]
  /** Returns the exit code, 0 where it returns nothing. */
  run(context: CommandContext): Promise<number | void>
}

export interface CommandContext {
  readonly configuration: Configuration
  readonly environment: NodeJS.ProcessEnv
  readonly line: Line
  print(text: string): void
}

export interface Line {
  readonly words: readonly string[]
  option(name: string): string | undefined
  /** The option's value; a wrong use where it is missing. */
  needed(name: string): string
  flag(name: string): boolean
}

/** The command was not written as its usage says. */
export class UsageError extends Error {}

export function parseLine(name: string, command: Command, rest: readonly string[]): Line {
  const usage = `Usage: bin/cloudburo ${command.usage}`
  const { values, positionals } = parse(command, rest, usage)
  if (positionals.length !== (command.words ?? 0)) throw new UsageError(usage)
  const option = (wanted: string) => values[wanted] as string | undefined
  return {
    words: positionals,
    option,
    needed: (wanted) => {
      const value = option(wanted)
      if (value === undefined) throw new UsageError(`${name} needs --${wanted}. ${usage}`)
      return value
    },
    flag: (wanted) => values[wanted] === true,
  }
}

function parse(command: Command, rest: readonly string[], usage: string): { values: Record<string, unknown>; positionals: string[] } {
  try {
    return parseArgs({
      args: [...rest],
      allowPositionals: true,
      options: Object.fromEntries([
        ...(command.options ?? []).map((each) => [each, { type: 'string' as const }]),
        ...(command.flags ?? []).map((each) => [each, { type: 'boolean' as const }]),
      ]),
    })
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${usage}`)
  }
}
