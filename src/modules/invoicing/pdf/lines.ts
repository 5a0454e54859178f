/** How wide a piece of text is, in points. */
export type Measure = (text: string) => number

const wide = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}'
// A word with its hyphen or stroke and the spaces after it; a Chinese or Japanese sign with the stop after it.
const units = new RegExp(`[${wide}][。、，）」』！？]*\\s*|[^\\s${wide}]+?(?:(?<=\\p{L})[-–/](?=\\p{L})|(?=[${wide}\\s]|$))[^\\S\\n]*|\\s+`, 'gu')

/** Breaks a text into lines that are at most `width` wide: at spaces, after hyphens, between Chinese signs, and within a word only where it must. */
export function linesOf(text: string, width: number, measure: Measure): string[] {
  return text.split('\n').flatMap((paragraph) => (measure(paragraph) <= width ? [paragraph] : broken(paragraph, width, measure)))
}

function broken(paragraph: string, width: number, measure: Measure): string[] {
  const lines: string[] = []
  let line = ''
  for (const unit of paragraph.match(units) ?? []) {
    if (measure((line + unit).trimEnd()) <= width) {
      line += unit
      continue
    }
    if (line.trim() !== '') lines.push(line.trimEnd())
    line = unit.trimStart()
    while (measure(line.trimEnd()) > width) {
      const head = headThatFits(line, width, measure)
      lines.push(head)
      line = line.slice(head.length)
    }
  }
  if (line.trim() !== '' || lines.length === 0) lines.push(line.trimEnd())
  return lines
}

/** The longest beginning that fits, at least one sign, found by halving. */
function headThatFits(word: string, width: number, measure: Measure): string {
  const signs = [...word]
  let low = 1
  let high = signs.length
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (measure(signs.slice(0, middle).join('')) <= width) low = middle
    else high = middle - 1
  }
  return signs.slice(0, low).join('')
}
