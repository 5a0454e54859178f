import styles from './chart.module.css'

export interface Bar {
  readonly label: string
  readonly value: number
  /** The value as people read it: "CHF 1’200". */
  readonly text: string
  /** Beside the value, lighter: last year, or what is planned. */
  readonly compared?: number
  readonly isCurrent?: boolean
}

/** A few bars with their words: for looking at a year. Read aloud as a list. The scale begins at nought. */
export function BarChart({ label, bars, height = 140 }: { readonly label: string; readonly bars: readonly Bar[]; readonly height?: number }) {
  const top = Math.max(1, ...bars.flatMap((bar) => [bar.value, bar.compared ?? 0]))
  const bottom = Math.min(0, ...bars.map((bar) => bar.value))
  const scale = (value: number) => `${(Math.abs(value) / (top - bottom)) * 100}%`
  return (
    <figure className={styles.chart} aria-label={label} role="group">
      <ul className={styles.bars} style={{ height }}>
        {bars.map((bar, index) => (
          // eslint-disable-next-line react/no-array-index-key -- two bars may have the same word
          <li key={index} data-current={bar.isCurrent || undefined} title={`${bar.label}: ${bar.text}`}>
            <span className={styles.area} aria-hidden="true">
              {bar.compared === undefined ? null : <i className={styles.compared} style={{ height: scale(bar.compared) }} />}
              <i className={styles.bar} data-negative={bar.value < 0 || undefined} style={{ height: scale(bar.value) }} />
            </span>
            <span className={styles.label}>{bar.label}</span>
            <span className="visually-hidden">{bar.text}</span>
          </li>
        ))}
      </ul>
    </figure>
  )
}

/** A line the height of a word: how something went. The text says what the eye sees. */
export function Sparkline({
  values,
  text,
  width = 120,
  height = 28,
}: {
  readonly values: readonly number[]
  readonly text: string
  readonly width?: number
  readonly height?: number
}) {
  if (values.length < 2) return <span className="visually-hidden">{text}</span>
  const high = Math.max(...values)
  const low = Math.min(...values)
  const x = (index: number) => 2 + (index / (values.length - 1)) * (width - 6)
  const y = (value: number) => height - 3 - ((value - low) / (high - low || 1)) * (height - 6)
  const points = values.map((value, index) => `${x(index).toFixed(1)},${y(value).toFixed(1)}`).join(' ')
  return (
    <svg className={styles.sparkline} width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={text}>
      <polyline points={points} fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinejoin="round" strokeLinecap="round" />
      <circle cx={x(values.length - 1)} cy={y(values.at(-1)!)} r="2.5" fill="currentColor" />
    </svg>
  )
}
