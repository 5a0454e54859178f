import { Money } from '../../../web/kit/figures.tsx'
import { State } from '../../../web/kit/layout.tsx'
import type { CallOutput } from '../../../web/kit/operations.ts'
import type { Translator } from '../../../web/kit/texts.tsx'
import styles from './payments.module.css'

export type BankLine = CallOutput<'payments.bank-transactions'>['transactions'][number]

type Proposal = BankLine['candidates'][number]

/** "Anna Meier, invoice 2026-0014: the number fits, the amount fits." */
export function proposalText(proposal: Proposal, t: Translator['t']) {
  return (
    <span className={styles.proposal}>
      <State tone={proposal.score >= 60 ? 'good' : 'plain'}>{whatOf(proposal, t)}</State>{' '}
      {proposal.reasons.map((reason) => t(`payments.reason-${reason}`)).join(', ')}
      {proposal.fee ? (
        <>
          {' '}
          (<Money value={proposal.fee} />)
        </>
      ) : null}
    </span>
  )
}

function whatOf(proposal: Proposal, t: Translator['t']): string {
  const customer = proposal.contactName
  const numbers = proposal.invoices.map((invoice) => invoice.number).join(', ')
  if (proposal.kind === 'refund') return t('payments.proposal-refund', { customer })
  if (proposal.kind === 'return') return t('payments.proposal-return', { customer, numbers })
  return numbers ? t('payments.proposal', { customer, numbers }) : t('payments.proposal-credit', { customer })
}
