import { fold } from '../../../kernel/fold.ts'

/** One word of the line: what was typed, how it compares, and where it stands. */
export interface Token {
  /** As typed, without the commas and brackets around it. */
  readonly raw: string
  /** Folded: lower case, no accents, straight apostrophes, ½ as .5. */
  readonly word: string
  readonly start: number
  readonly end: number
}

const lengthMax = 400
const countMax = 40

/** The words of a line; what is beyond 400 letters or 40 words is not read. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.slice(0, lengthMax).matchAll(/\S+/g)) {
    const raw = match[0].replace(/^[("«„“]+|[,;:!?)"»”“]+$/g, '')
    if (raw === '') continue
    const start = match.index + match[0].indexOf(raw)
    tokens.push({ raw, word: comparable(raw), start, end: start + raw.length })
    if (tokens.length === countMax) break
  }
  return tokens
}

/** The folded form that the word tables are written in. */
export function comparable(raw: string): string {
  const fractions = raw.replace(/(\d?)([½¼¾])/g, (_, digit: string, sign: string) => `${digit || '0'}${decimalOf[sign]}`).replace(/[’‘`´′]/g, "'")
  return fold(fractions)
}

const decimalOf: Readonly<Record<string, string>> = { '½': '.5', '¼': '.25', '¾': '.75' }
