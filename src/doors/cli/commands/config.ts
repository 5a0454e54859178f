import { settings } from '../../../platform/configuration.ts'
import type { Command } from '../arguments.ts'

/** Settings whose value would let somebody in. */
const secrets: readonly string[] = ['CLOUDBURO_SECRET']

export const config: Command = {
  usage: 'config',
  summary: 'Lists every setting (environment variables) with its meaning and its value now.',
  async run({ environment, print }) {
    for (const [name, { meaning, default: initial }] of Object.entries(settings)) {
      const given = environment[name]
      const value = given ? masked(name, given) : `${initial === '' ? 'not set' : initial} (default)`
      print(`${name}\n    ${meaning}\n    now: ${value}`)
    }
  },
}

/** A secret is told as set; an address keeps everything but its password. */
function masked(name: string, value: string): string {
  if (secrets.includes(name)) return '•••••• (set)'
  return value.replace(/^(\w+:\/\/[^:/@\s]*):[^@\s]*@/, '$1:••••••@')
}
