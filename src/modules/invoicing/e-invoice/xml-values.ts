import type { TextKind } from './xml-table.ts'

const decimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/
const day = /^(\d{4})-(\d{2})-(\d{2})$/

/** The value of the model for a text of the file. Undefined where the text is not of that kind. */
export function parseValue(kind: TextKind, text: string): string | undefined {
  switch (kind) {
    case 'text':
    case 'verbatim':
    case 'code':
      return text
    case 'decimal':
      return decimal.test(text) ? text : undefined
    case 'day':
      return realDay(text.replace(/(?<=^.{10})(?:Z|[+-]\d{2}:\d{2})$/, ''))
    case 'day102':
      return realDay(text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'))
    case 'indicator':
      return text === '1' || text === 'true' ? 'true' : text === '0' || text === 'false' ? 'false' : undefined
    case 'base64':
      return base64(text.replace(/\s+/g, ''))
  }
}

/** The text of the file for a value of the model. */
export function spellValue(kind: TextKind, value: string): string {
  return kind === 'day102' ? value.replace(day, '$1$2$3') : value
}

function realDay(text: string): string | undefined {
  const [, year, month, date] = day.exec(text) ?? []
  if (year === undefined || month === undefined || date === undefined || month < '01' || month > '12' || date < '01') return undefined
  const isLeap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0)
  const last = month === '02' ? (isLeap ? 29 : 28) : ['04', '06', '09', '11'].includes(month) ? 30 : 31
  return Number(date) <= last ? text : undefined
}

function base64(text: string): string | undefined {
  return text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text) ? text : undefined
}
