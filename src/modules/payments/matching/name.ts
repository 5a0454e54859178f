import { foldedWords } from '../../../kernel/fold.ts'

/** Words that say what kind of payer it is, or how to address one, and nothing about who. */
const fillers = new Set(
  'ag gmbh kg ug sa sarl sas srl spa ltd llc inc gbr ohg ev co und and et e de der die das von van la le les herr frau mr mrs ms mme monsieur madame signor signora dr prof rue via strasse'.split(
    ' ',
  ),
)

/** The words of a name that identify, in one spelling: "Müller" and "Mueller" are the same. */
export function nameWords(name: string): string[] {
  const words = foldedWords(name).map((word) => word.replace(/ae/g, 'a').replace(/oe/g, 'o').replace(/ue/g, 'u'))
  const telling = words.filter((word) => word.length > 1 && !fillers.has(word))
  return [...new Set(telling.length > 0 ? telling : words)].slice(0, 12)
}

/** 0 to 1: the share of the shorter name's words that the other has too; one shared word of several counts little. */
export function nameLikeness(left: readonly string[], right: readonly string[]): number {
  if (left.length === 0 || right.length === 0) return 0
  const shared = left.filter((word) => right.includes(word)).length
  const shorter = Math.min(left.length, right.length)
  const longer = Math.max(left.length, right.length)
  return (shared / shorter) * (shared === longer ? 1 : shared >= 2 || shorter === 1 ? 0.8 : 0.5)
}
