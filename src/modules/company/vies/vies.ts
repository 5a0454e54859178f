import type { Outside } from '../../../platform/outside.ts'
import { euCountries } from '../countries.ts'
import { vatNumberForm } from '../vat-number.ts'

/** What VIES, the European Commission's register of registers, says of a number. */
export interface ViesAnswer {
  readonly state: 'valid' | 'invalid' | 'unreachable'
  readonly consultation: string | null
  readonly name: string | null
  readonly address: string | null
}

const address = 'https://ec.europa.eu/taxation_customs/vies/rest-api/check-vat-number'
const unreachable: ViesAnswer = { state: 'unreachable', consultation: null, name: null, address: null }

/**
 * Asks VIES whether a number of a member state is in force. With the company's own number the answer carries a
 * consultation number, which is the evidence. Registers are often closed: unreachable is an answer too, and stops nobody.
 */
export async function askVies(outside: Outside, options: { vatNumber: string; requester: string | null }): Promise<ViesAnswer> {
  const requester = options.requester === null ? undefined : memberNumber(options.requester)
  const asked = memberNumber(options.vatNumber)
  if (!asked) return unreachable
  const answer = await outside.ask({
    url: address,
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({
      countryCode: asked.prefix,
      vatNumber: asked.digits,
      ...(requester ? { requesterMemberStateCode: requester.prefix, requesterNumber: requester.digits } : {}),
    }),
    bytesMax: 50_000,
  })
  return answer?.status === 200 ? readAnswer(answer.body) : unreachable
}

/** Prefix and digits of a number with the form of a member state's; undefined for any other. */
export function memberNumber(text: string): { prefix: string; digits: string } | undefined {
  const { value, country } = vatNumberForm(text)
  return country !== null && euCountries.has(country) ? { prefix: value.slice(0, 2), digits: value.slice(2) } : undefined
}

/** The answer of a stranger: only what has the shape that we know counts; "---" is how VIES says that it does not say. */
function readAnswer(body: Uint8Array): ViesAnswer {
  const text = (value: unknown) => (typeof value === 'string' && value.trim() !== '' && value !== '---' ? value.trim().slice(0, 500) : null)
  try {
    const found = JSON.parse(new TextDecoder().decode(body)) as Record<string, unknown>
    if (typeof found['valid'] !== 'boolean') return unreachable
    const state = found['valid'] ? 'valid' : 'invalid'
    return { state, consultation: text(found['requestIdentifier']), name: text(found['name']), address: text(found['address']) }
  } catch {
    return unreachable
  }
}
