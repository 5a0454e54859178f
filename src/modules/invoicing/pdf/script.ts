import bidiFactory from 'bidi-js'
import { faceFor, type Face } from './fonts.ts'

/** Signs that one font sets in one direction; the text is in the order it is read. */
export interface Run {
  readonly text: string
  readonly face: Face
  /** Arabic and Hebrew letters, which fontkit turns round by itself when it shapes them. */
  readonly isShapedFromRight: boolean
}

const bidi = bidiFactory()
const fromRight = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u

/** Whether the text needs more than one font or more than one direction. */
export function isMixed(text: string, face: Face): boolean {
  if (/^[\u0020-\u024f\u2010-\u2026\u20ac]*$/.test(text)) return false
  return fromRight.test(text) || [...text].some((character) => faceFor(character.codePointAt(0)!, face) !== face)
}

/** The runs of one line from left to right as they stand on paper (Unicode Standard Annex 9, L2 and L4). */
export function runsOf(line: string, face: Face): Run[] {
  const pieces = piecesOf(line, face)
  const highest = Math.max(0, ...pieces.map((piece) => piece.level))
  let ordered = pieces
  for (let level = highest; level > 0; level -= 1) ordered = reversedFrom(ordered, level)
  return ordered.map((piece) => {
    const isFromRight = piece.level % 2 === 1
    const isShaped = isFromRight && fromRight.test(piece.text)
    // Brackets and the like between letters from the right: mirrored and turned by us.
    return { text: isFromRight && !isShaped ? mirrored(piece.text) : piece.text, face: piece.face, isShapedFromRight: isShaped }
  })
}

interface Piece {
  text: string
  readonly face: Face
  readonly level: number
}

function piecesOf(line: string, face: Face): Piece[] {
  const { levels } = bidi.getEmbeddingLevels(line)
  const pieces: Piece[] = []
  let offset = 0
  for (const character of line) {
    const level = levels[offset] ?? 0
    const last = pieces.at(-1)
    // A mark goes with its letter, whatever font has it too.
    const own = /\p{M}/u.test(character) && last ? last.face : (faceFor(character.codePointAt(0)!, face) ?? face)
    if (last && last.level === level && last.face === own) last.text += character
    else pieces.push({ text: character, face: own, level })
    offset += character.length
  }
  return pieces
}

function reversedFrom(pieces: Piece[], level: number): Piece[] {
  const result: Piece[] = []
  let held: Piece[] = []
  for (const piece of pieces) {
    if (piece.level >= level) held.unshift(piece)
    else {
      result.push(...held, piece)
      held = []
    }
  }
  return [...result, ...held]
}

function mirrored(text: string): string {
  return [...text]
    .reverse()
    .map((character) => bidi.getMirroredCharacter(character) ?? character)
    .join('')
}
