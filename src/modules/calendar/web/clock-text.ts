/** Reads a time of day as people type it: 14, 14:00, 14.30, 9h15, 1400. Gives "HH:MM", or the text as it was. */
export function clockText(typed: string): string {
  const match = /^\s*(\d{1,2})(?:[:.h]?(\d{2}))?\s*(?:h|uhr)?\s*$/i.exec(typed)
  if (!match) return typed.trim()
  return `${match[1]!.padStart(2, '0')}:${match[2] ?? '00'}`
}
