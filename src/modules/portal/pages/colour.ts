/**
 * The company's colour as ink and as a button, dark enough on paper and light enough on black: at least 4.5:1
 * (WCAG 2.2, 1.4.3).
 */
export function accentProperties(colour: string): string {
  const wanted = parse(colour)
  const light = until(wanted, [251, 250, 247], [0, 0, 0])
  const dark = until(wanted, [25, 24, 22], [255, 255, 255])
  return `--accent:${text(light)};--on-accent:${on(light)};--accent-dark:${text(dark)};--on-accent-dark:${on(dark)}`
}

type Rgb = readonly [number, number, number]

function parse(colour: string): Rgb {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour)
  return match ? [parseInt(match[1]!, 16), parseInt(match[2]!, 16), parseInt(match[3]!, 16)] : [31, 95, 139]
}

function until(colour: Rgb, paper: Rgb, towards: Rgb): Rgb {
  for (let step = 0; step <= 20; step += 1) {
    const mixed = colour.map((part, index) => Math.round(part + ((towards[index]! - part) * step) / 20)) as unknown as Rgb
    if (contrast(mixed, paper) >= 4.6) return mixed
  }
  return towards
}

function on(colour: Rgb): string {
  return contrast(colour, [255, 255, 255]) >= contrast(colour, [14, 14, 12]) ? '#ffffff' : '#0e0e0c'
}

function contrast(left: Rgb, right: Rgb): number {
  const [lighter, darker] = [luminance(left), luminance(right)].sort((a, b) => b - a) as [number, number]
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((part) => {
    const value = part / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function text(colour: Rgb): string {
  return `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}
