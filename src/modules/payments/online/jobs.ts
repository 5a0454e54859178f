import type { Job, JobHandler, JobServices } from '../../../platform/jobs/jobs.ts'
import { findScope } from '../../company/index.ts'
import { contactForDocuments } from '../../contacts/index.ts'
import { textIn } from '../../texts.ts'
import { payableInvoices } from '../invoices.ts'
import { isRefused, type ProviderKeys } from './provider.ts'
import { keysOf, providers, webhookUrl } from './providers.ts'
import { onlineRefundsOf, providersOf, selectCheckouts, type Checkout, type ConnectedProvider } from './store.ts'

/** Asks the provider for a page to pay on. Not reached: the job is tried again, under the same idempotency key. */
export const openCheckout: JobHandler = async (job, services) => {
  const place = await placeOf(job, services)
  if (!place || place.checkout.providerId !== null || place.checkout.state !== 'asked') return
  const { checkout, connected, keys } = place
  const answer = await providers[checkout.provider].open(services.outside, keys, {
    id: checkout.id,
    amount: checkout.amount,
    ...(await wordsOf(services, job, checkout)),
    returnUrl: returnUrlOf(checkout),
    webhookUrl: webhookUrl({ publicUrl: services.publicUrl, provider: checkout.provider, companyId: job.companyId }),
    ways: connected.ways,
  })
  if (!answer) throw new Error(`${checkout.provider} was not reached`)
  const noted = isRefused(answer) ? { providerId: null, address: null, problem: answer.refused } : { ...answer, problem: null }
  await services.run('payments.note-checkout', { checkoutId: checkout.id, ...noted })
}

/** Asks the provider what became of a checkout, whoever said that there is news: only this answer is believed. */
export const readCheckoutOf: JobHandler = async (job, services) => {
  const place = await placeOf(job, services)
  if (!place || place.checkout.providerId === null) return
  const report = await providers[place.checkout.provider].read(services.outside, place.keys, place.checkout.providerId)
  if (!report) throw new Error(`${place.checkout.provider} was not reached`)
  if (isRefused(report)) throw new Error(`${place.checkout.provider}: ${report.refused}`)
  await services.run('payments.note-report', { checkoutId: place.checkout.id, report: JSON.parse(JSON.stringify(report)) as unknown })
}

/** Sends money back, once: the refund's own id is the idempotency key at the provider. */
export const sendRefund: JobHandler = async (job, services) => {
  const { refundId } = job.payload as { refundId: string }
  const [refund] = await services.database.read(job.companyId, (database) => onlineRefundsOf({ database, company: { id: job.companyId } }, { id: refundId }))
  if (!refund || refund.state !== 'asked' || refund.providerId !== null) return
  const place = await placeOf({ ...job, payload: { checkoutId: refund.checkoutId } }, services)
  if (!place || place.checkout.providerId === null) return
  const { checkout, keys } = place
  const order = { providerId: checkout.providerId!, refundId: refund.id, amount: refund.amount, reason: refund.reason }
  const answer = await providers[checkout.provider].refund(services.outside, keys, order)
  if (!answer) throw new Error(`${checkout.provider} was not reached`)
  const noted = isRefused(answer) ? { providerId: null, problem: answer.refused } : { providerId: answer.providerId, problem: null }
  await services.run('payments.note-refund', { refundId: refund.id, ...noted })
}

interface Place {
  readonly checkout: Checkout
  readonly connected: ConnectedProvider
  readonly keys: ProviderKeys
}

async function placeOf(job: Job, services: JobServices): Promise<Place | undefined> {
  const { checkoutId } = job.payload as { checkoutId: string }
  const company = { id: job.companyId }
  const found = await services.database.read(job.companyId, async (database) => {
    const [checkout] = await selectCheckouts({ database, company }, { id: checkoutId })
    const connected = (await providersOf({ database, company })).find((each) => each.provider === checkout?.provider)
    return checkout && connected && { checkout, connected }
  })
  if (!found) return undefined
  const keys = keysOf(services.seals, found.connected)
  if (!keys) throw new Error('the key of the payment provider was sealed by another server: connect it again')
  return { ...found, keys }
}

async function wordsOf(services: JobServices, job: Job, checkout: Checkout) {
  return services.database.read(job.companyId, async (database) => {
    const company = (await findScope(database, job.companyId))!
    const context = { database, company } as never
    const [invoice] = await payableInvoices(context, { ids: [checkout.invoiceId] })
    const { language, email } = await contactForDocuments(context, checkout.contactId)
    return { description: textIn(language, 'document.invoice', { number: invoice?.number ?? '' }), language, customerEmail: email }
  })
}

/** The page to come back to, told which payment it is. */
function returnUrlOf(checkout: Checkout): string {
  const url = new URL(checkout.returnUrl)
  url.searchParams.set('paid', checkout.id)
  return url.toString()
}
