import { fold } from '../../../kernel/fold.ts'

/** A line of a receipt: as it is, folded for words, and folded with the digits that scanners put for letters turned back. */
export interface Line {
  readonly text: string
  readonly folded: string
  readonly words: readonly string[]
  readonly at: number
}

const linesMax = 400
const lettersMax = 300

/** The lines of a receipt that hold something; at most 400 of at most 300 characters. */
export function linesOf(text: string): Line[] {
  return text
    .split(/\r\n?|\n|\f/)
    .map((line) =>
      line
        .replace(/[\s\u00a0\u202f]+/g, ' ')
        .trim()
        .slice(0, lettersMax),
    )
    .filter((line) => line !== '')
    .slice(0, linesMax)
    .map((line, at) => {
      const folded = fold(line).replace(/[’`´]/g, "'")
      return { text: line, folded, words: folded.split(/[^\p{L}\p{N}%]+/u).filter((word) => word !== ''), at }
    })
}

/** Whether one of the phrases stands in the line: whole words in their order, each perhaps misread by a scanner in one place. */
export function says(line: Pick<Line, 'words'>, phrases: readonly (readonly string[])[]): boolean {
  return phrases.some((phrase) => line.words.some((_, start) => phrase.every((word, offset) => isWord(line.words[start + offset], word))))
}

/** Whether one of the phrases stands in the line exactly as it is. */
export function namesExactly(line: Pick<Line, 'words'>, phrases: readonly (readonly string[])[]): boolean {
  return phrases.some((phrase) => line.words.some((_, start) => phrase.every((word, offset) => line.words[start + offset] === word)))
}

/** "total", "zu zahlen": written as a list with commas. */
export function phrases(list: string): readonly (readonly string[])[] {
  return list.split(',').map((phrase) =>
    fold(phrase)
      .split(/[^\p{L}\p{N}%]+/u)
      .filter((word) => word !== ''),
  )
}

function isWord(read: string | undefined, word: string): boolean {
  if (read === undefined) return false
  if (read === word) return true
  if (word.length < 4 || Math.abs(read.length - word.length) > 1) return false
  const mended = asLetters(read)
  return mended === asLetters(word) || (word.length >= 5 && isOneApart(mended, asLetters(word)))
}

/** Digits that a scanner reads for letters: T0TAL, TOTA1, 5UMME. */
function asLetters(word: string): string {
  return word.replace(/0/g, 'o').replace(/[1|]/g, 'l').replace(/5/g, 's').replace(/8/g, 'b').replace(/i/g, 'l')
}

function isOneApart(left: string, right: string): boolean {
  if (left.length === right.length) {
    let differences = 0
    for (let at = 0; at < left.length; at += 1) if (left[at] !== right[at]) differences += 1
    return differences <= 1
  }
  const [short, long] = left.length < right.length ? [left, right] : [right, left]
  for (let at = 0; at < long.length; at += 1) if (long.slice(0, at) + long.slice(at + 1) === short) return true
  return false
}
