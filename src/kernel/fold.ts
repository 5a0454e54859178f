const expansions: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }

/**
 * The form in which texts are searched and sorted: lower case, without accents, single spaces.
 * "  Müller-Łódź " becomes "muller-lodz". Stored beside the text, because the two databases fold differently.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => expansions[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .trim()
}

/** The folded words of a text: letters and digits only. */
export function foldedWords(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}
