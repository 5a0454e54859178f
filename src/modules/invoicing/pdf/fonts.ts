import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import * as fontkit from 'fontkit'

export type Weight = 'regular' | 'medium' | 'semibold'

/**
 * The typefaces of documents. sans and serif: the two a company may choose (Latin, Greek, Cyrillic). slip: Arimo, for the payment part, and
 * for Hebrew everywhere. arabic and han are opened only when a name asks for them: 3 and 20 milliseconds, 0.2 and 8 MB.
 */
export type Face = 'sans' | 'serif' | 'slip' | 'arabic' | 'han'

const google = (name: string, file: string) => (weight: string) => ({ main: `@expo-google-fonts/${name}`, file: `${weight}/${file}_${weight}.ttf` })
const sansOf = google('source-sans-3', 'SourceSans3')
const serifOf = google('source-serif-4', 'SourceSerif4')
const slipOf = google('arimo', 'Arimo')
const arabicOf = google('noto-sans-arabic', 'NotoSansArabic')
const hanOf = (weight: string) => ({ main: '@embedpdf/fonts-sc', file: `../fonts/NotoSansHans-${weight}.otf` })

const files: Record<Face, Record<Weight, { main: string; file: string }>> = {
  sans: { regular: sansOf('400Regular'), medium: sansOf('500Medium'), semibold: sansOf('600SemiBold') },
  serif: { regular: serifOf('400Regular'), medium: serifOf('500Medium'), semibold: serifOf('600SemiBold') },
  slip: { regular: slipOf('400Regular'), medium: slipOf('500Medium'), semibold: slipOf('700Bold') },
  arabic: { regular: arabicOf('400Regular'), medium: arabicOf('500Medium'), semibold: arabicOf('600SemiBold') },
  han: { regular: hanOf('Regular'), medium: hanOf('Regular'), semibold: hanOf('Bold') },
}

/** A font of fontkit: parsed once per thread and given to every document, which is half of the time of a page. */
export interface ParsedFont {
  hasGlyphForCodePoint(codePoint: number): boolean
}

const parsed = new Map<string, ParsedFont>()

export function fontOf(face: Face, weight: Weight): ParsedFont {
  const { main, file } = files[face][weight]
  const path = join(dirname(createRequire(import.meta.url).resolve(main)), file)
  let font = parsed.get(path)
  if (!font) {
    font = fontkit.create(readFileSync(path)) as ParsedFont
    parsed.set(path, font)
  }
  return font
}

const found = new Map<number, Face | null>()

/** The face that has the sign: the wanted one, or the first other that does; null where none has it. */
export function faceFor(codePoint: number, wanted: Face): Face | null {
  const key = codePoint * 8 + ['sans', 'serif', 'slip', 'arabic', 'han'].indexOf(wanted)
  let face = found.get(key)
  if (face === undefined) {
    face = candidates(codePoint, wanted).find((each) => fontOf(each, 'regular').hasGlyphForCodePoint(codePoint)) ?? null
    found.set(key, face)
  }
  return face
}

/** Large fonts are looked into only for signs of their own script. */
function candidates(codePoint: number, wanted: Face): Face[] {
  const character = String.fromCodePoint(codePoint)
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef]/u.test(character)) return [wanted, 'han']
  if (/[\p{Script=Arabic}\u0600-\u06ff]/u.test(character)) return [wanted, 'arabic']
  return [wanted, 'slip', 'sans']
}

/**
 * The text with only signs that some font has: PDF/A forbids the empty box (ISO 19005-3, 6.2.11.8). Pictures such as emoji and
 * invisible signs go, anything else becomes a question mark, so that a loss is seen.
 */
export function printable(text: string, face: Face): string {
  if (/^[\u0020-\u0026\u0028-\u007e]*$/.test(text)) return text
  let result = ''
  let hasGap = false
  for (const character of text.normalize('NFC').replace(/\r\n?/g, '\n').replace(/\t/g, ' ').replace(/'/g, '’')) {
    if (character === '\n' || faceFor(character.codePointAt(0)!, face) !== null) result += character
    else if (!/\p{Extended_Pictographic}|\p{M}|\p{Cf}|\p{Cc}|\p{Co}/u.test(character)) result += '?'
    else hasGap = true
  }
  return hasGap ? result.replace(/ {2,}/g, ' ').trim() : result
}
