import type { Provider } from '../provider.ts'
import { Till } from './till.ts'

/** What the fake provider of this process has collected; gone with the process. */
export const fakeTill = new Till()

/** Behaves like the real ones and moves no money: for the demo, and to try it out. It signs nothing, like Mollie. */
export const fake: Provider = {
  async open(_outside, _keys, checkout) {
    const { id } = fakeTill.open(checkout)
    return { providerId: id, address: `${new URL(checkout.webhookUrl).origin}/fake-payments/${id}` }
  },
  async read(_outside, _keys, providerId) {
    return fakeTill.report(providerId) ?? { refused: 'no such payment' }
  },
  async refund(_outside, _keys, refund) {
    const checkout = fakeTill.report(refund.providerId)
    const providerId = fakeTill.back(refund.providerId, {
      key: refund.refundId,
      amount: refund.amount,
      on: checkout?.paidOn ?? ('1970-01-01' as never),
      isDispute: false,
    })
    return providerId === undefined ? { refused: 'more than was paid' } : { providerId }
  },
  heard(webhook) {
    const id = new URLSearchParams(webhook.body).get('id')
    return id === null ? 'refused' : [id]
  },
}
