import fc from 'fast-check'
import { Failure } from '../../../kernel/failure.ts'
import type { Seat, World } from '../../../../tests/world.ts'

/** For tests: a random life of a company's money, told by operations; what an operation refuses is left out. */
export interface Step {
  readonly what: number
  readonly which: number
  readonly amount: number
}

export const steps = fc.array(fc.record({ what: fc.nat({ max: 99 }), which: fc.nat({ max: 1000 }), amount: fc.integer({ min: 1, max: 60_000 }) }), {
  minLength: 12,
  maxLength: 30,
})

export class MoneyLife {
  readonly contacts: string[] = []
  readonly refunds: string[] = []
  readonly writeOffs: string[] = []
  readonly expenses: string[] = []
  readonly world: World
  readonly owner: Seat

  constructor(world: World, owner: Seat) {
    this.world = world
    this.owner = owner
  }

  async live(life: readonly Step[]): Promise<void> {
    for (const currency of ['USD', 'EUR', 'CHF']) {
      if (currency === this.owner.company.currency) continue
      for (const [month, rate] of [
        ['03', '0.7911'],
        ['04', '0.8423'],
        ['05', '0.7707'],
      ] as const) {
        const days = { validFrom: `2026-${month}-01`, validTo: `2026-${month}-28` }
        await this.owner.call('currencies.set-own-rate', { from: currency, to: this.owner.company.currency, rate, ...days })
      }
    }
    for (const name of ['Marie Dupont', 'Paul Weber']) this.contacts.push((await this.owner.call('contacts.create', { name })).id)
    for (const [index, step] of life.entries()) {
      this.world.clock.moveTo(`2026-0${3 + (Math.floor((index * 3) / life.length) % 3)}-${String(1 + (index % 27)).padStart(2, '0')}T09:00:00Z` as never)
      await this.step(step).catch((error: unknown) => {
        if (!(error instanceof Failure)) throw error
      })
    }
  }

  private async step({ what, which, amount }: Step): Promise<void> {
    const { owner } = this
    const contactId = this.contacts[which % 2]!
    const currency = [owner.company.currency, owner.company.currency, 'USD'][which % 3]!
    const sum = { amount: (amount / 100).toFixed(2), currency }
    const pick = <Value>(values: readonly Value[]) => values[which % values.length]
    const invoices = async () => (await owner.call('invoicing.list', { filter: 'all', limit: 200 })).invoices as { id: string; kind: string }[]
    const invoiceId = async () => pick((await invoices()).filter((each) => each.kind !== 'credit_note'))?.id
    if (what >= 80 && which % 3 === 0) return this.expense(what, which, sum)
    if (what < 30) return this.invoice(contactId, which, sum)
    if (what < 34) {
      const opening = { contactId, number: `ALT-${which}-${amount}`, issuedOn: '2025-11-01', dueOn: '2025-12-01', gross: sum }
      await owner.call('invoicing.open-invoice', opening)
    } else if (what < 50) {
      await owner.call(
        'payments.record',
        which % 4 === 0 ? { contactId, amount: sum, method: pick(['cash', 'card', 'other']) } : { invoiceId: await invoiceId() },
      )
    } else if (what < 56) await owner.call('payments.record', { contactId, amount: sum })
    else if (what < 64) await this.credit(await invoiceId(), which)
    else if (what < 70) await owner.call('payments.use-credit', { contactId })
    else if (what < 76) await this.undoAllocation(await invoiceId())
    else if (what < 82) {
      const payments = (await owner.call('payments.list', { limit: 100 })).payments.filter((each: { isRemoved: boolean }) => !each.isRemoved)
      await owner.call('payments.remove', { paymentId: (pick(payments) as { id: string } | undefined)?.id })
    } else if (what < 87) this.refunds.push(...(await owner.call('payments.refund', { contactId, amount: sum, reason: 'Asked' })).ids)
    else if (what < 89) await owner.call('payments.undo-refund', { refundIds: [pick(this.refunds)] })
    else if (what < 96) {
      const part = which % 2 === 0 ? { amount: sum } : {}
      this.writeOffs.push((await owner.call('payments.write-off', { invoiceId: await invoiceId(), ...part, reason: 'Bankrupt' })).id)
    } else await owner.call('payments.undo-write-off', { writeOffId: pick(this.writeOffs) })
  }

  private async invoice(contactId: string, which: number, sum: { amount: string; currency: string }): Promise<void> {
    const categories = ['standard', 'reduced', 'outside', 'exempt'] as const
    const lines = [0, 1, 2].slice(0, 1 + (which % 3)).map((index) => ({
      name: `Line ${index}`,
      quantity: '1',
      unitPrice: { ...sum, amount: index === 2 && which % 5 === 0 ? `-${sum.amount}` : sum.amount },
      taxCategory: categories[(which + index) % 4],
      isGoods: (which + index) % 2 === 0,
    }))
    const { id } = await this.owner.call('invoicing.create-draft', { contactId, lines, currency: sum.currency, isTaxIncluded: which % 2 === 0 })
    await this.owner.call('invoicing.issue', { invoiceId: id })
  }

  private async expense(what: number, which: number, sum: { amount: string; currency: string }): Promise<void> {
    const { owner } = this
    const pick = <Value>(values: readonly Value[]) => values[which % values.length]
    const treatment = (['domestic', 'not_deductible', 'foreign', 'reverse_charge', 'exempt'] as const)[which % 5]!
    const said = {
      amount: sum,
      parts: [{ treatment, rate: owner.company.country === 'DE' ? (['19', '7'] as const)[which % 2]! : '8.1', gross: sum }],
      category: (['goods', 'travel', 'software'] as const)[which % 3],
      paidBy: (['bank', 'card', 'bank'] as const)[which % 3],
      description: 'Cost',
    }
    const expenseId = pick(this.expenses)
    if (what < 89 || expenseId === undefined) this.expenses.push((await owner.call('expenses.record', { ...said, amount: undefined })).id)
    else if (what < 92) await owner.call('expenses.mark-paid', { expenseId, ...(which % 2 === 0 ? { amount: sum } : {}) })
    else if (what < 94) await owner.call('expenses.change', { expenseId, parts: said.parts, category: said.category })
    else if (what < 96) await owner.call('expenses.remove', { expenseId })
    else if (what < 97) await owner.call('expenses.restore', { expenseId })
    else {
      const { payments } = await owner.call('expenses.read', { expenseId })
      await owner.call('expenses.undo-payment', { paymentId: payments[0]?.id })
    }
  }

  private async credit(invoiceId: string | undefined, which: number): Promise<void> {
    const { lines } = await this.owner.call('invoicing.read', { invoiceId })
    // A line in the customer's favour is not credited alone: the note would be an invoice.
    const positive = lines.filter((line: { amount: { amount: string } }) => !line.amount.amount.startsWith('-'))
    const chosen = which % 3 === 0 || lines.length !== positive.length ? {} : { lines: [{ lineId: positive[which % positive.length].id }] }
    await this.owner.call('invoicing.credit', { invoiceId, reason: 'Wrong', effect: 'written_off', ...chosen })
  }

  private async undoAllocation(invoiceId: string | undefined): Promise<void> {
    const { allocations } = await this.owner.call('payments.of-invoice', { invoiceId })
    await this.owner.call('payments.undo-allocation', { allocationId: allocations[0]?.id })
  }
}
