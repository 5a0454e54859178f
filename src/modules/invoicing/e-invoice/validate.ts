import { factsOf, type Syntax } from './facts.ts'
import type { Finding } from './finding.ts'
import { kindOfTypeCode, type EInvoiceKind } from './kind.ts'
import type { EInvoice } from './model.ts'
import { profileNamedBy, ruleSetOf, type Profile } from './profiles.ts'

/**
 * What an electronic invoice breaks of the rules of its profile (left out: the one it names); nothing where all are kept. Only
 * what is `fatal` is refused by portals. Never throws, whatever the texts of the invoice hold, and takes one pass per rule.
 */
export function validateEInvoice(invoice: EInvoice, options: { syntax: Syntax; kind?: EInvoiceKind; profile?: Profile }): Finding[] {
  const { syntax, kind = kindOfTypeCode(invoice.typeCode), profile = profileNamedBy(invoice) } = options
  if (profile === null) return []
  const { rules, codes } = ruleSetOf(profile, invoice, syntax)
  const facts = factsOf(invoice, { syntax, kind, codes })
  return rules.flatMap((rule) =>
    rule.broken(facts).map(({ line, parameters }): Finding => ({
      rule: rule.id,
      severity: rule.severity,
      at: rule.at,
      ...(line !== undefined && { line }),
      text: rule.text,
      parameters: parameters ?? {},
    })),
  )
}
