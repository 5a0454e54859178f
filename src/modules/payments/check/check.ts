import type { Context } from '../../../platform/operation/context.ts'
import type { Verified } from '../../../platform/operation/module.ts'
import { documentsByCustomer } from '../../invoicing/index.ts'
import { moneyByCustomer, storedCredits } from './store.ts'

/** Payments add up: each credit to its facts, and each customer to the balance rule. */
export async function checkPayments(context: Context): Promise<Verified[]> {
  return [await checkCredits(context), await checkBalances(context)]
}

async function checkCredits(context: Context): Promise<Verified> {
  const credits = await storedCredits(context)
  const findings = credits.flatMap((credit) => {
    const left = credit.is_removed > 0n ? 0n : credit.amount - credit.allocated - credit.refunded - credit.fees
    return credit.left_minor === left ? [] : [`${credit.kind} ${credit.id}: stored as ${credit.left_minor} left, but its facts leave ${left}`]
  })
  return { what: 'payments and credits equal to their allocations', count: credits.length, findings }
}

/** invoices − credit notes + reminder fees − payments + refunds − write-offs = balance = what is open of invoices and fees − credit left. */
async function checkBalances(context: Context): Promise<Verified> {
  const invoiced = new Map((await documentsByCustomer(context)).map((row) => [`${row.contact_id} ${row.currency}`, row]))
  const moved = new Map((await moneyByCustomer(context)).map((row) => [`${row.contact_id} ${row.currency}`, row]))
  const customers = new Set([...invoiced.keys(), ...moved.keys()])
  const findings: string[] = []
  for (const customer of customers) {
    const documents = invoiced.get(customer) ?? { invoiced: 0n, open: 0n, paid: 0n, written_off: 0n }
    const money = moved.get(customer) ?? { paid: 0n, refunded: 0n, written_off: 0n, allocated: 0n, credit_left: 0n, charged: 0n, fees_paid: 0n }
    const facts = documents.invoiced + money.charged - money.paid + money.refunded - money.written_off
    const balance = documents.open + money.charged - money.fees_paid - money.credit_left
    if (facts !== balance) findings.push(`customer ${customer}: the facts make ${facts}, open amounts and credit make ${balance}`)
    if (money.fees_paid < 0n || money.fees_paid > money.charged) findings.push(`customer ${customer}: ${money.fees_paid} is paid of ${money.charged} in fees`)
    if (documents.paid !== money.allocated)
      findings.push(`customer ${customer}: ${money.allocated} is allocated of payments, ${documents.paid} has settled invoices`)
    if (documents.written_off !== money.written_off)
      findings.push(`customer ${customer}: ${money.written_off} is written off, ${documents.written_off} has settled invoices`)
  }
  return { what: 'customer balances: invoices − credit notes + reminder fees − payments + refunds − write-offs', count: customers.size, findings }
}
