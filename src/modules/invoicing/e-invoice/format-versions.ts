import type { Day } from '../../../kernel/day.ts'
import { isWithin } from '../../../kernel/day.ts'
import type { DocumentFormat } from '../formats.ts'
import type { Profile } from './profiles.ts'

/** A version of a specification of electronic invoices: what stands in the file, and the days on which it is written. */
export interface FormatVersion {
  readonly format: Exclude<DocumentFormat, 'pdf'>
  readonly name: string
  readonly syntax: 'ubl' | 'cii'
  /** BT-24 */
  readonly specification: string
  /** BT-23; null where the specification asks for none. */
  readonly businessProcess: string | null
  /** The part of the file's name that says what it is: "2026-0014.xrechnung-ubl.xml". */
  readonly suffix: string
  /** Which rules it answers to: those of EN 16931, and those that its specification adds. */
  readonly profile: Profile
  /** At most one note on the document (PEPPOL-EN16931-R002). */
  readonly hasOneNote: boolean
  readonly validFrom: Day
  /** The last day on which it is written; null while it is the newest. Documents of before keep it for ever. */
  readonly validTo: Day | null
}

const always = '2017-01-01' as Day
const peppolBilling = 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0'

/**
 * Every version ever written, newest last. A new one (EN 16931-1:2026, XRechnung 4) is a new row, and the day before its first ends
 * the row before: a document takes the row of its day of issue, so that old documents stay what they were.
 */
const versions: readonly FormatVersion[] = [
  ...(['ubl', 'cii'] as const).map((syntax): FormatVersion => ({
    format: syntax,
    name: `EN 16931 (${syntax.toUpperCase()})`,
    syntax,
    specification: 'urn:cen.eu:en16931:2017',
    businessProcess: null,
    suffix: `en16931-${syntax}`,
    profile: 'en16931',
    hasOneNote: false,
    validFrom: always,
    validTo: null,
  })),
  {
    format: 'facturx',
    name: 'Factur-X / ZUGFeRD, EN 16931',
    syntax: 'cii',
    specification: 'urn:cen.eu:en16931:2017',
    businessProcess: null,
    suffix: 'facturx',
    profile: 'factur-x-en16931',
    hasOneNote: false,
    validFrom: always,
    validTo: null,
  },
  ...(['ubl', 'cii'] as const).map((syntax): FormatVersion => ({
    format: `xrechnung_${syntax}`,
    name: `XRechnung 3.0 (${syntax.toUpperCase()})`,
    syntax,
    specification: 'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0',
    businessProcess: peppolBilling,
    suffix: `xrechnung-${syntax}`,
    profile: 'xrechnung-3.0',
    hasOneNote: false,
    validFrom: always,
    validTo: null,
  })),
  {
    format: 'peppol_ubl',
    name: 'Peppol BIS Billing 3.0',
    syntax: 'ubl',
    specification: 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0',
    businessProcess: peppolBilling,
    suffix: 'peppol',
    profile: 'peppol-bis-3',
    hasOneNote: true,
    validFrom: always,
    validTo: null,
  },
]

/** The version of a format in which a document of a day is written. */
export function versionOf(format: Exclude<DocumentFormat, 'pdf'>, issuedOn: Day, known: readonly FormatVersion[] = versions): FormatVersion {
  const found = known.findLast(
    (version) => version.format === format && isWithin(issuedOn, { from: version.validFrom, to: version.validTo ?? ('9999-12-31' as Day) }),
  )
  if (!found) throw new Error(`no version of ${format} on ${issuedOn}`)
  return found
}
