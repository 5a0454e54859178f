import { dayIn, type Instant, type Zone } from '../../../kernel/instant.ts'

/** The company's calendar day of a moment on the wire. */
export function dayOf(moment: string, zone: Zone): string {
  return dayIn(moment as Instant, zone)
}
