/** Reads the value at "lines.0.quantity"; undefined when a part is missing. */
export function getAt(values: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined | null)?.[part], values)
}

/** A copy with the value at the path changed; the other parts are shared. */
export function setAt<Values>(values: Values, path: string, value: unknown): Values {
  const [head, ...rest] = path.split('.')
  const next = rest.length === 0 ? value : setAt((values as Record<string, unknown>)[head!] ?? {}, rest.join('.'), value)
  if (Array.isArray(values)) return values.with(Number(head), next) as Values
  return { ...values, [head!]: next }
}

/** What was typed earlier under this name and not yet saved. */
export function readKept<Values>(key: string): Values | undefined {
  try {
    const text = sessionStorage.getItem(key)
    return text === null ? undefined : (JSON.parse(text) as Values)
  } catch {
    return undefined
  }
}

export function writeKept(key: string, values: unknown): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(values))
  } catch {
    // A full or forbidden storage only means that a reload forgets.
  }
}

export function clearKept(key: string): void {
  try {
    sessionStorage.removeItem(key)
  } catch {
    // Nothing was kept.
  }
}
