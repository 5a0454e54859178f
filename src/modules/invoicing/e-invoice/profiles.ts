import { codeLists2025, type CodeLists } from './code-lists.ts'
import { code, type Syntax } from './facts.ts'
import type { EInvoice } from './model.ts'
import { codesRules } from './rules-codes.ts'
import { decimalsRules } from './rules-decimals.ts'
import { peppolCountryRules } from './rules-peppol-countries.ts'
import { peppolBis3, peppolBis3Rules } from './rules-peppol.ts'
import { presenceRules } from './rules-presence.ts'
import { shapeRules } from './rules-shape.ts'
import { sumsRules } from './rules-sums.ts'
import { taxRules } from './rules-tax.ts'
import { xrechnung30, xrechnung30Extension, xrechnung30Rules } from './rules-xrechnung.ts'
import { whole, type Rule } from './rules.ts'

/** What an electronic invoice can promise to keep. A new version is a new name; old documents keep theirs. */
export type Profile = 'en16931' | 'xrechnung-3.0' | 'peppol-bis-3' | 'factur-x-en16931'

/** The rules and code lists of a version of a profile, for one invoice. */
export interface RuleSet {
  readonly rules: readonly Rule[]
  readonly codes: CodeLists
}

/** EN 16931-1:2017 with its corrigenda, as its validation artefacts (UBL and CII) read it. */
const en16931of2017: readonly Rule[] = [...presenceRules, ...sumsRules, ...decimalsRules, ...taxRules, ...codesRules, ...shapeRules]

const facturXSpecification = whole(
  { id: 'FX-BT-24', at: 'BT-24', text: 'specification' },
  ({ invoice }) => code(invoice.specification) === 'urn:cen.eu:en16931:2017',
)

/** The rules of Peppol that XRechnung 3.0 takes over; in CII as warnings, and without the line's arithmetic. */
const peppolInXrechnung30 = new Set(
  'R001 R005 R008 R010 R020 R040 R041 R042 R046 R053 R054 R055 R061 R110 R111 R120 R121 R130'.split(' ').map((number) => `PEPPOL-EN16931-${number}`),
)

/** What the extension of XRechnung 3.0 replaces by rules of its own: third parties' payments, its identifiers, attached XML. */
const replacedByExtension = new Set(['BR-CO-16', 'BR-CL-24'])
const extendedSchemes = ['XR01', 'XR02', 'XR03']
const extensionCodes: CodeLists = {
  ...codeLists2025,
  identifierSchemes: new Set([...codeLists2025.identifierSchemes, ...extendedSchemes]),
  electronicAddressSchemes: new Set([...codeLists2025.electronicAddressSchemes, ...extendedSchemes]),
}

const sets: Readonly<Record<Profile, (invoice: EInvoice, syntax: Syntax) => RuleSet>> = {
  en16931: () => ({ rules: en16931of2017, codes: codeLists2025 }),
  'xrechnung-3.0': xrechnung30Set,
  'peppol-bis-3': () => ({ rules: [...en16931of2017, ...peppolBis3Rules, ...peppolCountryRules], codes: codeLists2025 }),
  'factur-x-en16931': () => ({ rules: [...en16931of2017, facturXSpecification], codes: codeLists2025 }),
}

/**
 * The profile an invoice of somebody else names (BT-24). Versions that we do not know answer to EN 16931 alone; null for
 * Factur-X MINIMUM and BASIC WL, which by their own words are no invoices of EN 16931.
 */
export function profileNamedBy(invoice: EInvoice): Profile | null {
  const specification = code(invoice.specification) ?? ''
  if (specification === xrechnung30 || specification === xrechnung30Extension) return 'xrechnung-3.0'
  if (specification.startsWith(peppolBis3)) return 'peppol-bis-3'
  return /:(minimum|basicwl)$/.test(specification) ? null : 'en16931'
}

/** The rules and code lists an invoice has to keep under a profile. */
export function ruleSetOf(profile: Profile, invoice: EInvoice, syntax: Syntax): RuleSet {
  return sets[profile](invoice, syntax)
}

const xrechnung30Ubl = [...en16931of2017, ...xrechnung30Rules, ...peppolBis3Rules.filter(({ id }) => peppolInXrechnung30.has(id))]
const xrechnung30Cii = [
  ...en16931of2017,
  ...xrechnung30Rules,
  ...peppolBis3Rules.filter(({ id }) => peppolInXrechnung30.has(id) && id !== 'PEPPOL-EN16931-R120').map((rule): Rule => ({ ...rule, severity: 'warning' })),
]

function xrechnung30Set(invoice: EInvoice, syntax: Syntax): RuleSet {
  const rules = syntax === 'ubl' ? xrechnung30Ubl : xrechnung30Cii
  if (code(invoice.specification) !== xrechnung30Extension) return { rules, codes: codeLists2025 }
  return { rules: rules.filter(({ id }) => !replacedByExtension.has(id)), codes: extensionCodes }
}
