import { foldedWords } from '../../../kernel/fold.ts'

/** Words that say what kind of payer it is, or how to address one, and nothing about who. */
const fillers = new Set(
  (
    'ag gmbh kg ug sa sarl sagl sas sasu eurl srl spa snc scrl ltd limited llc llp inc corp gbr ohg ek eg ev se bv nv oy ab as co cie und and et e de der die das von vom zu zum zur van del della di da la le les los ' +
    'herr frau hr fr mr mrs ms mme mlle monsieur madame m signor signora sig sigra dr prof med lic iur dipl ing mag rue via viale strasse str weg gasse platz genossenschaft verein stiftung haftungsbeschrankt mbh uw'
  ).split(' '),
)

/** The words of a name that identify, in one spelling: "Müller" and "Mueller" are the same. */
export function nameWords(name: string, wordsMax = 12): string[] {
  const words = foldedWords(name).map((word) => word.replace(/ae/g, 'a').replace(/oe/g, 'o').replace(/ue/g, 'u'))
  const telling = words.filter((word) => word.length > 1 && !fillers.has(word))
  return [...new Set(telling.length > 0 ? telling : words)].slice(0, wordsMax)
}

/** 0 to 1: the share of the shorter name's words that the other has too; one shared word of several counts little. */
export function nameLikeness(left: readonly string[], right: readonly string[]): number {
  if (left.length === 0 || right.length === 0) return 0
  const shared = left.filter((word) => right.some((other) => isSameWord(word, other))).length
  const shorter = Math.min(left.length, right.length)
  const longer = Math.max(left.length, right.length)
  return (Math.min(shared, shorter) / shorter) * (shared >= longer ? 1 : shared >= 2 || shorter === 1 ? 0.8 : 0.5)
}

/** Equal, or cut off by a bank that prints a few letters only, or with one letter mistyped in a long word. */
export function isSameWord(left: string, right: string): boolean {
  if (left === right) return true
  if (left.length < 5 || right.length < 5) return false
  if (left.startsWith(right) || right.startsWith(left)) return Math.abs(left.length - right.length) <= 12 && Math.min(left.length, right.length) >= 6
  return left.length >= 6 && isOneLetterAway(left, right)
}

/** One letter changed, added, left out, or two neighbours swapped. */
function isOneLetterAway(left: string, right: string): boolean {
  if (Math.abs(left.length - right.length) > 1) return false
  let at = 0
  while (at < left.length && left[at] === right[at]) at += 1
  const rest = (text: string, skip: number) => text.slice(at + skip)
  if (left.length > right.length) return rest(left, 1) === rest(right, 0)
  if (right.length > left.length) return rest(right, 1) === rest(left, 0)
  return rest(left, 1) === rest(right, 1) || (left[at] === right[at + 1] && left[at + 1] === right[at] && rest(left, 2) === rest(right, 2))
}
