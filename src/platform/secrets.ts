import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
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

/** Keeps a secret that must be read again, such as a provider's key: in the database stands only its sealed form. */
export interface Seals {
  seal(text: string): string
  /** Undefined where it was sealed by another server's secret, or is damaged. */
  open(sealed: string): string | undefined
}

/** AES-256-GCM with a key derived from the signing secret (HKDF, RFC 5869); a sealed text is `v1.nonce.tag.text`. */
export function openSeals(secret: string): Seals {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'cloudburo seals', 32))
  return {
    seal(text) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return ['v1', nonce, cipher.getAuthTag(), sealed].map((part) => (typeof part === 'string' ? part : part.toString('base64url'))).join('.')
    },
    open(text) {
      const [version, nonce, tag, sealed] = text.split('.')
      if (version !== 'v1' || !nonce || !tag || sealed === undefined) return undefined
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'))
        decipher.setAuthTag(Buffer.from(tag, 'base64url'))
        return Buffer.concat([decipher.update(Buffer.from(sealed, 'base64url')), decipher.final()]).toString('utf8')
      } catch {
        return undefined
      }
    },
  }
}
