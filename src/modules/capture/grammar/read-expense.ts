import { amountChip, dayChip, missingChip, textChip } from '../chips.ts'
import { takeCustomer } from './customer.ts'
import { baseOf, draft, type Reader } from './drafts.ts'
import { contactKinds } from './intent-words.ts'
import { restOf, take, takeDay, takeMoney } from './scan.ts'

/** `lunch 34.50 client acme`: what, how much, and who pays it back. */
export const readExpense: Reader = (scan, evidence) => {
  if (!evidence) return undefined
  const amount = takeMoney(scan)
  if (!amount) return undefined
  const day = takeDay(scan, { lean: 'past', isStrongOnly: true })
  scan.tokens.forEach((token, at) => {
    if (contactKinds.get(token.word) === 'person') take(scan, at)
  })
  const customer = takeCustomer(scan, { canBringThing: false })
  const text = [evidence.word, restOf(scan)].filter((part) => part !== '').join(' ')
  return draft(
    scan,
    'expense',
    [
      textChip('text', text),
      amount ? amountChip(amount.amount, scan.situation) : missingChip('amount'),
      customer.contact ? customer.chip : undefined,
      dayChip(scan.situation, day, scan.situation.today),
    ],
    { base: baseOf(evidence, 0) },
  )
}
