import type { TaxReason } from './tax.ts'

/**
 * The code of the reason for not charging tax (BT-121, code list VATEX of the EU). A list of its own, because codes
 * exist for some reasons only; where there is none, the reason is said in words.
 */
export function exemptionCodeOf(reason: TaxReason | null): string | null {
  return reason === null ? null : (codes[reason] ?? null)
}

const codes: Partial<Record<string, string>> = {
  reverse_charge: 'VATEX-EU-AE',
  intra_community: 'VATEX-EU-IC',
  export: 'VATEX-EU-G',
  supplied_abroad: 'VATEX-EU-O',
  outside: 'VATEX-EU-O',
  security_deposit: 'VATEX-EU-O',
  multi_purpose: 'VATEX-EU-O',
  reverse_charge_home: 'VATEX-EU-AE',
  small_business_ch: 'VATEX-EU-O',
  small_business_fr: 'VATEX-FR-FRANCHISE',
}
