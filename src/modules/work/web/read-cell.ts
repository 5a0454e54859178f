/** What one cell of the week sheet says: minutes, and a note after them. */
export interface CellRead {
  readonly minutes: number
  readonly note: string | undefined
}

/**
 * Reads a cell as people type it: `2`, `1.5`, `1,5`, `1:30`, `2h`, `90m`, and words after it as the note: `2 logo sketches`.
 * A bare number up to 24 is hours, above it minutes. Empty is zero; undefined is no time.
 */
export function readCell(text: string): CellRead | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return { minutes: 0, note: undefined }
  const match = /^(\d{1,2}:[0-5]\d|\d{1,4}(?:[.,]\d{1,2})?)\s*(h|m|min|std)?(?:\s+(\S.*))?$/i.exec(trimmed)
  if (!match) return undefined
  const minutes = minutesOf(match[1]!, match[2]?.toLowerCase())
  return minutes <= 1440 ? { minutes, note: match[3] } : undefined
}

function minutesOf(figure: string, unit: string | undefined): number {
  if (figure.includes(':')) {
    const [hours, minutes] = figure.split(':')
    return Number(hours) * 60 + Number(minutes)
  }
  const number = Number(figure.replace(',', '.'))
  const isMinutes = unit === 'm' || unit === 'min' || (unit === undefined && number > 24)
  return Math.round(isMinutes ? number : number * 60)
}

/** "1:30", and nothing for zero. */
export function cellText(minutes: number): string {
  return minutes === 0 ? '' : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}
