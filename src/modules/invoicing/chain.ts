import { createHash } from 'node:crypto'
import { canonicalJson } from './canonical.ts'

/** What stands before a company's first issued document. */
export const chainStart = '0'.repeat(64)

/**
 * The digest that chains an issued document to the one before it: SHA-256 over the previous digest, a line feed and
 * the digest of the document's canonical JSON. The document's own digest stands between, so that a document whose
 * content was erased after its retention still proves the chain.
 */
export function chainHash(previousHash: string, documentHash: string): string {
  return sha256(`${previousHash}\n${documentHash}`)
}

/** SHA-256 of the document's canonical JSON, as lower-case hex. */
export function documentHash(document: unknown): string {
  return sha256(canonicalJson(document))
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
