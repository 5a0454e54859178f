/** What Windows-1252 has between 0x80 and 0x9F (https://encoding.spec.whatwg.org/#windows-1252). */
const upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Text as Windows-1252; a letter with an accent that it does not have loses the accent, anything else becomes "?". */
export function windows1252(text: string): Uint8Array {
  const bytes: number[] = []
  for (const character of text.normalize('NFC')) {
    const known = byteOf(character)
    if (known !== undefined) bytes.push(known)
    else bytes.push(byteOf(character.normalize('NFKD').charAt(0)) ?? 0x3f)
  }
  return Uint8Array.from(bytes)
}

function byteOf(character: string): number | undefined {
  const code = character.codePointAt(0)!
  if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) return code
  const index = upper.indexOf(character)
  return index >= 0 && character.length === 1 && code > 0x9f ? 0x80 + index : undefined
}
