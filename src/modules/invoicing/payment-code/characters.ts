/**
 * Text that every bank reads. Both codes are UTF-8; the Swiss guidelines (IG QR-bill 2.3, 4.1.1) allow Basic Latin,
 * Latin-1, Latin Extended-A and five more signs. What is outside is brought near ("“" to '"', "ǎ" to "a").
 * Undefined where nothing near exists, such as a name in Hebrew: better none than a wrong one.
 */
export function bankText(text: string, lengthMax: number): string | undefined {
  let result = ''
  for (const character of text.normalize('NFC')) {
    const near = isAllowed(character) ? character : nearOf(character)
    if (near === undefined) return undefined
    result += near
  }
  const trimmed = result.replace(/\s+/g, ' ').trim()
  return trimmed === '' ? undefined : cut(trimmed, lengthMax)
}

/** The text with a sign that cannot be written left out; for what is only said beside (messages, not names). */
export function bankTextLossy(text: string, lengthMax: number): string {
  const kept = [...text.normalize('NFC')].map((character) => (isAllowed(character) ? character : (nearOf(character) ?? ' '))).join('')
  return cut(kept.replace(/\s+/g, ' ').trim(), lengthMax)
}

function isAllowed(character: string): boolean {
  return /^[\u0020-\u007e\u00a0-\u017f\u0218-\u021b\u20ac]$/u.test(character)
}

const near: Record<string, string> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‹': '<',
  '›': '>',
  '–': '-',
  '—': '-',
  '−': '-',
  '‐': '-',
  '‑': '-',
  '…': '...',
  '•': '*',
  '·': '*',
  ẞ: 'SS',
  '™': 'TM',
  '№': 'No.',
  ə: 'e',
}

function nearOf(character: string): string | undefined {
  if (near[character] !== undefined) return near[character]
  if (/^[\p{Zs}\p{Cc}]$/u.test(character)) return ' '
  // Pictures and invisible signs say nothing that a bank needs.
  if (/^[\p{Extended_Pictographic}\p{Cf}\ufe0f]$/u.test(character)) return ''
  const plain = character.normalize('NFKD').replace(/\p{M}/gu, '')
  return plain !== '' && plain !== character && [...plain].every(isAllowed) ? plain : undefined
}

function cut(text: string, lengthMax: number): string {
  return [...text].length <= lengthMax ? text : [...text].slice(0, lengthMax).join('').trimEnd()
}
