import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A secret for a link or token: 32 random bytes as URL-safe text. Only its hash is stored. */
export function newSecret(prefix = ''): string {
  return prefix + randomBytes(32).toString('base64url')
}

/** The stored form of a secret: SHA-256 as hex. Enough for 256 random bits; passwords go through the sign-in library. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

export function isSameSecret(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** The secret that signs sessions: given, or made once and kept readable for the owner of the data folder only. */
export function signingSecret(dataDirectory: string, given: string | undefined): string {
  if (given) return given
  const path = join(dataDirectory, 'secret')
  if (existsSync(path)) return readFileSync(path, 'utf8').trim()
  const secret = newSecret()
  writeFileSync(path, `${secret}\n`, { mode: 0o600 })
  return secret
}
