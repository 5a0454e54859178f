import { foldedWords } from '../../../kernel/fold.ts'

/** Words that say what kind of payer it is, or how to address one, and nothing about who. */
const fillers = new Set(
  (
    'ag gmbh kg ug sa sarl sagl sas sasu eurl srl spa snc scrl ltd limited llc llp inc corp gbr ohg ek eg ev se bv nv oy ab as co cie und and et e de der die das von vom zu zum zur van del della di da la le les los ' +
    'ste societe soc inh inhaber inhaberin familie famille famiglia fam f lli fratelli ets herr frau hr fr mr mrs ms mme mlle monsieur madame m signor signora sig sigra dr prof med lic iur dipl ing mag rue via viale strasse str weg gasse platz genossenschaft verein stiftung haftungsbeschrankt mbh uw'
  ).split(' '),
)

/** The words of a name that identify, in one spelling: "Müller" and "Mueller" are the same. */
export function nameWords(name: string, wordsMax = 12): string[] {
  const words = foldedWords(name).map(simplified)
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
  if (left.startsWith(right) || right.startsWith(left)) return Math.min(left.length, right.length) >= 6 || Math.abs(left.length - right.length) === 1
  return Math.max(left.length, right.length) >= 6 && isOneLetterAway(left, right)
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

/** "U. Hürlimann" or "Hürlimann U" for Ursula Hürlimann: the family name in full, and each lone letter begins another word. */
export function initialsAgree(name: string, other: readonly string[]): boolean {
  const { letters, rest, isShared } = initialsOf(name, other)
  return letters.length > 0 && isShared && letters.every((letter) => rest.some((each) => each.startsWith(letter)))
}

/** "M. Steiner" is not Lea Steiner. */
export function initialsDiffer(name: string, other: readonly string[]): boolean {
  const { letters, rest, isShared } = initialsOf(name, other)
  return letters.length > 0 && isShared && rest.length > 0 && !letters.some((letter) => rest.some((each) => each.startsWith(letter)))
}

function initialsOf(name: string, other: readonly string[]) {
  const words = foldedWords(name).map(simplified)
  const full = words.filter((word) => word.length > 2 && other.some((each) => isSameWord(each, word)))
  return {
    letters: words.filter((word) => word.length === 1),
    rest: other.filter((each) => !full.some((word) => isSameWord(each, word))),
    isShared: full.length > 0,
  }
}

/** One spelling for umlauts: "Mueller" and "Müller" are "muller". */
function simplified(word: string): string {
  return word.replace(/ae/g, 'a').replace(/oe/g, 'o').replace(/ue/g, 'u')
}
