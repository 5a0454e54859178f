import type { Page, TextStyle } from './page.ts'

/** Writes paragraphs from where the page is, over as many pages as they need; an empty line parts two. */
export function flow(page: Page, text: string, box: { x: number; width: number }, style: TextStyle): void {
  const height = page.lineHeight(style)
  text.split(/\n{2,}/).forEach((paragraph, index) => {
    if (index > 0) page.y += height * 0.6
    page.structure.within('P', () => writeLines(page, page.lines(paragraph, box.width, style), { ...box, style: { ...style, tag: 'open' } }))
  })
}

/** Writes lines and turns the page where it is full. */
export function writeLines(page: Page, lines: readonly string[], options: { x: number; width: number; style: TextStyle; onTurn?: () => void }): void {
  const height = page.lineHeight(options.style)
  let rest = lines
  while (rest.length > 0) {
    const room = Math.floor((page.bottom - page.y) / height)
    if (room < 1) turn(page, options.onTurn)
    const now = rest.slice(0, Math.max(1, Math.floor((page.bottom - page.y) / height)))
    page.y = page.text(now.join('\n'), { x: options.x, y: page.y, width: options.width }, options.style)
    rest = rest.slice(now.length)
  }
}

/** Goes to the next page where less than `height` is left of this one. */
export function keepTogether(page: Page, height: number): void {
  if (page.y + height > page.bottom && page.y > 120) page.add()
}

function turn(page: Page, onTurn: (() => void) | undefined): void {
  if (onTurn) onTurn()
  else page.add()
}
