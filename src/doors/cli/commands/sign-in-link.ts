import type { Command } from '../arguments.ts'
import { openOperator } from '../operator.ts'

export const signInLink: Command = {
  usage: 'sign-in-link EMAIL',
  summary: 'Prints a link that signs a person in once: for when no mail can leave.',
  words: 1,
  async run({ configuration, line, print }) {
    const operator = await openOperator(configuration)
    try {
      print(String(await operator.ask({ ask: 'sign-in-link', email: (line.words[0] as string).trim().toLowerCase() })))
    } finally {
      await operator.close()
    }
  },
}
