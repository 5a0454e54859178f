import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import * as fontkit from 'fontkit'

/** The weights of Source Sans 3 that documents use. */
export const weights = { regular: '400Regular', medium: '500Medium', semibold: '600SemiBold' } as const
export type Weight = keyof typeof weights

/** A font of fontkit: parsed once per thread and given to every document, which is half of the time of a page. */
export interface ParsedFont {
  layout(text: string): unknown
  hasGlyphForCodePoint(codePoint: number): boolean
}

const parsed = new Map<Weight, ParsedFont>()

export function fontOf(weight: Weight): ParsedFont {
  let font = parsed.get(weight)
  if (!font) {
    const file = `@expo-google-fonts/source-sans-3/${weights[weight]}/SourceSans3_${weights[weight]}.ttf`
    font = fontkit.create(readFileSync(createRequire(import.meta.url).resolve(file))) as ParsedFont
    parsed.set(weight, font)
  }
  return font
}

const covered = new Map<number, boolean>()

/**
 * The text with only characters that the font has: PDF/A forbids the empty box (ISO 19005-3, 6.2.11.8).
 * Pictures such as emoji go, anything else becomes a question mark.
 */
export function printable(text: string): string {
  let result = ''
  for (const character of text.normalize('NFC').replace(/\r\n?/g, '\n').replace(/\t/g, ' ').replace(/'/g, '’')) {
    const codePoint = character.codePointAt(0)!
    if (character === '\n' || isCovered(codePoint)) result += character
    else if (!/\p{Extended_Pictographic}|\p{M}|\p{Cf}|\p{Cc}/u.test(character)) result += '?'
  }
  return result
}

function isCovered(codePoint: number): boolean {
  let isKnown = covered.get(codePoint)
  if (isKnown === undefined) {
    isKnown = fontOf('regular').hasGlyphForCodePoint(codePoint)
    covered.set(codePoint, isKnown)
  }
  return isKnown
}
