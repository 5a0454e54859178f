/**
 * JSON in one form only: keys sorted, no white space, nothing undefined (RFC 8785 for the values we use: texts,
 * whole numbers, booleans, null). What has a `toJSON`, such as money, is taken in its wire form.
 * The digest of an issued document is taken over this text.
 */
export function canonicalJson(value: unknown): string {
  const plain = hasToJson(value) ? value.toJSON() : value
  if (plain === null || typeof plain === 'string' || typeof plain === 'boolean') return JSON.stringify(plain)
  if (typeof plain === 'number') {
    if (!Number.isSafeInteger(plain)) throw new Error(`not canonical: ${plain}`)
    return String(plain)
  }
  if (Array.isArray(plain)) return `[${plain.map(canonicalJson).join(',')}]`
  if (typeof plain === 'object') {
    const entries = Object.entries(plain)
      .filter(([, each]) => each !== undefined)
      .sort(([left], [right]) => (left < right ? -1 : 1))
    return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each)}`).join(',')}}`
  }
  throw new Error(`not canonical: ${typeof plain}`)
}

function hasToJson(value: unknown): value is { toJSON(): unknown } {
  return typeof (value as { toJSON?: unknown } | null)?.toJSON === 'function'
}
