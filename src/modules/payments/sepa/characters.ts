/**
 * The signs that every bank takes (EPC217-08, chapter 1; SIX IG Credit Transfer, 3.1): Latin letters, digits, and
 * / - ? : ( ) . , ' + and space. What is another sign is written by these, or left out.
 */
const written: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  Ä: 'Ae',
  Ö: 'Oe',
  Ü: 'Ue',
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  å: 'a',
  Å: 'A',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'TH',
  ı: 'i',
  '’': "'",
  '‘': "'",
  '`': "'",
  '´': "'",
  '“': "'",
  '”': "'",
  '"': "'",
  '«': "'",
  '»': "'",
  '–': '-',
  '—': '-',
  _: '-',
  '&': '+',
  '@': '(at)',
  '€': 'EUR',
  ';': ',',
  '*': '.',
  '…': '...',
  '[': '(',
  ']': ')',
  '{': '(',
  '}': ')',
  '\\': '/',
  '|': '/',
  '#': 'No.',
  '%': ' pct',
  '=': '-',
  '<': '(',
  '>': ')',
  '!': '.',
  '§': 'par.',
  '°': ' ',
}

/** A text in the signs of payment orders, at most so long; runs of space are one. */
export function latin(text: string, lengthMax: number): string {
  const folded = [...text.normalize('NFC')].map((sign) => written[sign] ?? sign.normalize('NFD').replace(/\p{M}/gu, '')).join('')
  return folded
    .replace(/[^A-Za-z0-9/\-?:().,'+ ]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, lengthMax)
    .trim()
}

/** An identification: the same signs, but no slash at either end and no two together (EPC130-08, 2.2). */
export function identification(text: string, lengthMax = 35): string {
  const made = latin(text, lengthMax * 2)
    .replace(/\/+/g, '/')
    .replace(/^\/|\/$/g, '')
    .slice(0, lengthMax)
    .replace(/\/$/, '')
  if (made === '') throw new Error('an identification has no sign that a bank takes')
  return made
}

/** Whether a text has only the signs that every bank takes. */
export function isLatin(text: string): boolean {
  return /^[A-Za-z0-9/\-?:().,'+ ]*$/.test(text)
}
