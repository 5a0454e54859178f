import { money, type Money } from '../../kernel/money.ts'

/** The sums of amounts, one per currency. */
export function addMoney(amounts: readonly Money[]): Money[] {
  const sums = new Map<string, bigint>()
  for (const amount of amounts) sums.set(amount.currency, (sums.get(amount.currency) ?? 0n) + amount.minor)
  return [...sums].sort().map(([currency, minor]) => money(minor, currency))
}
