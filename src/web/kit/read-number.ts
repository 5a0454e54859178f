/**
 * Reads an amount as people type it: "1'200.50", "1.200,50", "1 200,5", "12,50", "-3". The last point or comma
 * is the decimal one when at most `places` digits follow; three digits after a lone separator are thousands
 * only when that mark is the locale's thousands mark. Undefined when it is no number.
 */
export function readNumber(text: string, options: { places: number; decimalMark?: string }): string | undefined {
  const compact = text
    .trim()
    .replace(/^[A-Z]{3}\s*/i, '')
    .replace(/[\s'’\u00a0\u202f]/g, '')
    .replace('−', '-')
  if (!/^-?[\d.,]*\d[\d.,]*$/.test(compact)) return undefined
  const sign = compact.startsWith('-') ? '-' : ''
  const unsigned = compact.replace('-', '')
  const split = splitDecimal(unsigned, options)
  if (!split) return undefined
  const whole = split.whole.replace(/[.,]/g, '').replace(/^0+(?=\d)/, '') || '0'
  return `${sign}${whole}${split.fraction ? `.${split.fraction}` : ''}`
}

function splitDecimal(text: string, options: { places: number; decimalMark?: string }): { whole: string; fraction: string } | undefined {
  const marks = [...text].filter((letter) => letter === '.' || letter === ',')
  if (marks.length === 0) return { whole: text, fraction: '' }
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','))
  const fraction = text.slice(last + 1)
  const mark = text[last]!
  const isSameMarkTwice = marks.filter((letter) => letter === mark).length > 1
  const isThousands = isSameMarkTwice || (fraction.length === 3 && (options.decimalMark ?? '.') !== mark && /^\d{1,3}([.,]\d{3})+$/.test(text))
  if (isThousands) return /^\d{1,3}([.,]\d{3})+$/.test(text) ? { whole: text, fraction: '' } : undefined
  return fraction.length <= options.places ? { whole: text.slice(0, last), fraction } : undefined
}

/** Reads a length of work in minutes: "2" and "2h" are hours, "1:30", "1.5", "1,5 h", "90m", "90 min", "1h30". */
export function readHours(text: string): number | undefined {
  const folded = text.trim().toLowerCase().replace(',', '.').replace(/\s+/g, '')
  const clock = /^(\d{1,3}):(\d{2})h?$/.exec(folded) ?? /^(\d{1,3})(?:h|std|ore|heures?)(\d{1,2})(?:m|min)?$/.exec(folded)
  if (clock) return Number(clock[2]) < 60 ? Number(clock[1]) * 60 + Number(clock[2]) : undefined
  const minutes = /^(\d{1,5})(?:m|min|minuten?|minutes?|minuti)$/.exec(folded)
  if (minutes) return Number(minutes[1])
  const hours = /^(\d{1,3}(?:\.\d{1,2})?)(?:h|std|hours?|stunden?|heures?|ore)?$/.exec(folded)
  return hours ? Math.round(Number(hours[1]) * 60) : undefined
}
