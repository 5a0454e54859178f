import { State } from '../../../web/kit/layout.tsx'
import type { CallOutput } from '../../../web/kit/operations.ts'
import type { Translator } from '../../../web/kit/texts.tsx'

export type BankLine = CallOutput<'payments.bank-transactions'>['transactions'][number]

/** "Anna Meier, invoice 2026-0014: the number and the amount fit." */
export function proposalText(proposal: BankLine['candidates'][number], t: Translator['t']) {
  const numbers = proposal.invoices.map((invoice) => invoice.number).join(', ')
  const reasons = proposal.reasons.map((reason) => t(`payments.reason-${reason}`)).join(', ')
  const what = numbers ? t('payments.proposal', { customer: proposal.contactName, numbers }) : t('payments.proposal-credit', { customer: proposal.contactName })
  return (
    <>
      <State tone={proposal.score >= 60 ? 'good' : 'plain'}>{what}</State> {reasons}
    </>
  )
}
