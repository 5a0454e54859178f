/**
 * The company's own colour, made readable: as ink on paper and as a filled button, in light and in dark.
 * Contrast follows WCAG 2.2 (1.4.3): at least 4.5:1.
 */

/** What accent.ts writes to the document: custom properties of tokens.css. */
export interface AccentPair {
  readonly light: string
  readonly dark: string
  readonly onLight: string
  readonly onDark: string
}

/** Sets the accent of the whole document; an unreadable or malformed colour is moved or ignored. */
export function applyAccent(color: string | null | undefined, root: HTMLElement = document.documentElement): void {
  const pair = color ? accentPair(color) : undefined
  const properties = { '--accent-light': pair?.light, '--accent-dark': pair?.dark, '--on-accent-light': pair?.onLight, '--on-accent-dark': pair?.onDark }
  for (const [name, value] of Object.entries(properties)) {
    if (value) root.style.setProperty(name, value)
    else root.style.removeProperty(name)
  }
}

const paperLight = parseColor('#f6f4ee')!
const paperDark = parseColor('#211f1c')!
const black: Rgb = [14, 14, 12]
const white: Rgb = [255, 255, 255]

/** "#d0021b" to its readable pair; undefined when the text is no six-digit colour. */
export function accentPair(color: string): AccentPair | undefined {
  const wanted = parseColor(color)
  if (!wanted) return undefined
  const light = untilReadable({ color: wanted, paper: paperLight, towards: black })
  const dark = untilReadable({ color: wanted, paper: paperDark, towards: white })
  return { light: hex(light), dark: hex(dark), onLight: hex(readableOn(light)), onDark: hex(readableOn(dark)) }
}

/** Contrast of two colours, from 1 to 21 (WCAG 2.2, relative luminance). */
export function contrast(left: string, right: string): number {
  return contrastOf(parseColor(left) ?? black, parseColor(right) ?? black)
}

type Rgb = readonly [number, number, number]

function untilReadable(options: { color: Rgb; paper: Rgb; towards: Rgb }): Rgb {
  for (let step = 0; step <= 100; step += 2) {
    const mixed = mix(options.color, options.towards, step / 100)
    if (contrastOf(mixed, options.paper) >= 4.6) return mixed
  }
  return options.towards
}

function readableOn(color: Rgb): Rgb {
  return contrastOf(white, color) >= 4.5 ? white : black
}

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const part = (index: 0 | 1 | 2) => Math.round(from[index] + (to[index] - from[index]) * share)
  return [part(0), part(1), part(2)]
}

function parseColor(text: string): Rgb | undefined {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text.trim())
  return match ? [parseInt(match[1]!, 16), parseInt(match[2]!, 16), parseInt(match[3]!, 16)] : undefined
}

function hex(color: Rgb): string {
  return `#${color.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

function contrastOf(left: Rgb, right: Rgb): number {
  const [high, low] = [luminance(left), luminance(right)].sort((a, b) => b - a) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

function luminance(color: Rgb): number {
  const [red, green, blue] = color.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
