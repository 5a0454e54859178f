import { randomUUID } from 'node:crypto'
import type { Context as HonoContext, Hono } from 'hono'
import { html } from 'hono/html'
import { Failure } from '../../../kernel/failure.ts'
import { isId } from '../../../kernel/id.ts'
import { chooseLanguage } from '../../../kernel/language.ts'
import type { OutputOf } from '../../../kernel/operation.ts'
import { systemActor, type CompanyScope } from '../../../platform/operation/context.ts'
import type { PageServices } from '../../../platform/operation/pages.ts'
import { hashOfSecret } from '../../../platform/secrets.ts'
import type { agreementsContract } from '../../agreements/contract.ts'
import { hasText, textIn } from '../../texts.ts'
import { findLink, markUsed } from '../store.ts'
import { frame, gonePage, type Markup, type PortalView } from './frame.ts'
import { homeContent } from './home.ts'
import { offerContent } from './offer.ts'
import { backNotice, onTheWayPage, type CheckoutReading } from './pay.ts'

/** The pages behind a personal link: the customer's own page, offers, documents. */
export function portalPages(application: Hono, services: PageServices): void {
  application.get('/my/:secret', (http) => guarded(http, services, (visit) => homeOrBack(visit, http, services)))
  application.post('/my/:secret/invoices/:invoiceId/pay', (http) => guarded(http, services, (visit) => pay(visit, http, services)))
  application.get('/my/:secret/pay/:checkoutId', (http) => guarded(http, services, (visit) => onTheWay(visit, http)))
  application.post('/my/:secret/messages', (http) => guarded(http, services, (visit) => write(visit, http)))
  application.get('/my/:secret/data', (http) => guarded(http, services, dataResponse))
  application.get('/my/:secret/offers/:agreementId', (http) => guarded(http, services, (visit) => offerPage(visit, http)))
  application.get('/my/:secret/offers/:agreementId/letter', (http) =>
    guarded(http, services, async (visit) => pdfResponse(await visit.run('portal.offer-pdf', { agreementId: idOf(http, 'agreementId') }))),
  )
  application.post('/my/:secret/offers/:agreementId/:answer', (http) => guarded(http, services, (visit) => answerOffer(visit, http, services)))
  application.get('/my/:secret/invoices/:invoiceId', (http) =>
    guarded(http, services, async (visit) => {
      const invoiceId = idOf(http, 'invoiceId')
      const file = await visit.run('invoicing.pdf', { invoiceId })
      await visit.run('invoicing.mark-seen', { invoiceId })
      return pdfResponse(file)
    }),
  )
}

/** Somebody who comes back from paying is told how it stands; the provider is asked anew meanwhile. */
async function homeOrBack(visit: Visit, http: HonoContext, services: PageServices): Promise<Response> {
  const checkoutId = http.req.query('paid')
  if (checkoutId === undefined || !isId(checkoutId)) return homePage(visit)
  const checkout = (await visit.run('payments.read-checkout', { checkoutId })) as CheckoutReading
  if (checkout.state === 'open' || checkout.state === 'pending') {
    await services.run({ company: visit.company, actor: systemActor, operation: 'payments.look-at-checkouts', input: { checkoutIds: [checkout.id] } })
  }
  return homePage(visit, undefined, backNotice(visit.view, checkout))
}

/** Asks for the open amount on a page of the payment provider; twice the same key is one payment. */
async function pay(visit: Visit, http: HonoContext, services: PageServices): Promise<Response> {
  const invoiceId = idOf(http, 'invoiceId')
  const form = await http.req.parseBody()
  const key = typeof form['key'] === 'string' ? form['key'].slice(0, 100) : ''
  try {
    const started = (await visit.run('payments.start-checkout', { invoiceId, returnUrl: `${services.publicUrl}${visit.home}` }, key || undefined)) as {
      id: string
    }
    return new Response(null, { status: 303, headers: { ...privateHeaders, location: `${visit.home}/pay/${started.id}` } })
  } catch (error) {
    if (!(error instanceof Failure) || error.kind === 'not_found') throw error
    const text = hasText(`failure.${error.code}`) ? `failure.${error.code}` : 'portal.pay.failed'
    return homePage(visit, undefined, html`<p class="notice" role="alert">${textIn(visit.view.contact.language, text, error.details)}</p>`)
  }
}

async function onTheWay(visit: Visit, http: HonoContext): Promise<Response> {
  const checkout = (await visit.run('payments.read-checkout', { checkoutId: idOf(http, 'checkoutId') })) as CheckoutReading
  const here = `${visit.home}/pay/${checkout.id}`
  return htmlResponse(onTheWayPage({ view: visit.view, checkout, here, home: visit.home }), checkout.state === 'refused' ? 502 : 200)
}

async function homePage(visit: Visit, problem?: { text: string; typed: string }, notice?: Markup): Promise<Response> {
  const { agreements } = await agreementsOf(visit)
  const content = homeContent({ view: visit.view, agreements, home: visit.home, key: randomUUID(), problem: problem?.text, typed: problem?.typed, notice })
  return visit.page('title', content, problem ? 422 : 200)
}

async function agreementsOf(visit: Visit) {
  return (await visit.run('agreements.list', { contactId: visit.view.contact.id })) as OutputOf<(typeof agreementsContract)['agreements.list']>
}

/** A message to the company, once per page that was opened. */
async function write(visit: Visit, http: HonoContext): Promise<Response> {
  const form = await http.req.parseBody()
  const typed = typeof form['text'] === 'string' ? form['text'] : ''
  const key = typeof form['key'] === 'string' ? form['key'].slice(0, 64) : ''
  try {
    await visit.run('portal.write', { text: typed }, key || undefined)
  } catch (error) {
    if (!(error instanceof Failure) || error.kind === 'not_found') throw error
    const code = error.fields['text'] ?? error.code
    return homePage(visit, { text: textIn(visit.view.contact.language, hasText(`failure.${code}`) ? `failure.${code}` : 'portal.write-failed'), typed })
  }
  return new Response(null, { status: 303, headers: { ...privateHeaders, location: `${visit.home}#messages` } })
}

/** All that is kept of the customer between the two, to take along. */
async function dataResponse(visit: Visit): Promise<Response> {
  const { contact } = visit.view
  const data = {
    ...((await visit.run('contacts.export', { contactId: contact.id })) as object),
    agreements: (await agreementsOf(visit)).agreements,
    ...pick(await visit.run('portal.view', { isWhole: true }), ['company', 'invoices', 'sessions', 'messages']),
  }
  return new Response(JSON.stringify(data, undefined, 2), {
    headers: { ...privateHeaders, 'content-type': 'application/json; charset=utf-8', 'content-disposition': 'attachment; filename="cloudburo.json"' },
  })
}

function pick(value: unknown, keys: readonly string[]): object {
  return Object.fromEntries(keys.map((key) => [key, (value as Record<string, unknown>)[key]]))
}

interface Visit {
  readonly company: CompanyScope
  readonly view: PortalView
  /** "/my/<secret>" */
  readonly home: string
  run(operation: string, input: unknown, key?: string): Promise<unknown>
  page(titleKey: 'title' | 'offer.title', content: Markup, status?: number): Promise<Response>
}

const privateHeaders = { 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex, nofollow' }

/** Opens the link, or shows that there is nothing: unknown, revoked and foreign are told alike. */
async function guarded(http: HonoContext, services: PageServices, show: (visit: Visit) => Promise<Response>): Promise<Response> {
  const language = chooseLanguage((http.req.header('accept-language') ?? '').split(','))
  const gone = async () => htmlResponse(await gonePage(language), 404)
  const visit = await openVisit(http.req.param('secret') ?? '', services)
  if (!visit) return gone()
  try {
    return await show(visit)
  } catch (error) {
    if (error instanceof Failure && error.kind === 'not_found') return gone()
    throw error
  }
}

async function openVisit(secret: string, services: PageServices): Promise<Visit | undefined> {
  if (!/^[\w-]{43}$/.test(secret)) return undefined
  const link = await services.database.readPlatform((transaction) => findLink(transaction, hashOfSecret(secret)))
  const company = link && (await services.companyById(link.companyId))
  if (!link || !company) return undefined
  const actor = { kind: 'customer', contactId: link.contactId, name: 'Customer', role: 'customer' } as const
  const run: Visit['run'] = (operation, input, key) => services.run({ company, actor, operation, input, ...(key ? { idempotencyKey: key } : {}) })
  const view = (await run('portal.view', {})) as PortalView
  const now = services.clock.now()
  if (link.lastUsedAt === null || link.lastUsedAt.slice(0, 10) !== now.slice(0, 10)) {
    await services.database.writePlatform((transaction) => markUsed(transaction, link, now))
  }
  const home = `/my/${secret}`
  return {
    company,
    view,
    home,
    run,
    page: async (titleKey, content, status = 200) => {
      const title = textIn(view.contact.language, `portal.${titleKey}`, { company: view.company.name })
      return htmlResponse(await frame({ view, companyId: company.id, home, title, content }), status)
    },
  }
}

type AgreementReading = OutputOf<(typeof agreementsContract)['agreements.read']>

async function offerPage(visit: Visit, http: HonoContext, problem?: { text: string; typed: { name?: string; reason?: string } }): Promise<Response> {
  const agreementId = idOf(http, 'agreementId')
  const agreement = (await visit.run('agreements.read', { agreementId })) as AgreementReading
  const action = `${visit.home}/offers/${agreementId}`
  const content = offerContent({ view: visit.view, agreement, action, key: randomUUID(), problem: problem?.text, typed: problem?.typed })
  return visit.page('offer.title', content, problem ? 422 : 200)
}

/** Answers once: the page that was answered carries a key, and an answered offer stays answered. */
async function answerOffer(visit: Visit, http: HonoContext, services: PageServices): Promise<Response> {
  const agreementId = idOf(http, 'agreementId')
  const answer = http.req.param('answer')
  if (answer !== 'accept' && answer !== 'decline') throw new Failure({ code: 'not_found', kind: 'not_found' })
  const form = await http.req.parseBody()
  const field = (name: string) => (typeof form[name] === 'string' ? form[name].slice(0, 2000) : '')
  const typed = answer === 'accept' ? { name: field('name') } : { reason: field('reason') }
  const input = { agreementId, textHash: field('textHash'), address: services.addressOf(http.req.raw).slice(0, 100), ...typed }
  try {
    await visit.run(`agreements.${answer}`, input, field('key').slice(0, 64) || undefined)
  } catch (error) {
    if (!(error instanceof Failure) || error.kind === 'not_found') throw error
    const text = hasText(`failure.${error.code}`) ? `failure.${error.code}` : 'portal.offer.changed'
    return offerPage(visit, http, { text: textIn(visit.view.contact.language, text, error.details), typed })
  }
  // After a post the browser gets an address, so that going back or reloading sends nothing twice.
  return new Response(null, { status: 303, headers: { ...privateHeaders, location: `${visit.home}/offers/${agreementId}` } })
}

function idOf(http: HonoContext, name: string): string {
  const id = http.req.param(name) ?? ''
  if (!isId(id)) throw new Failure({ code: 'not_found', kind: 'not_found' })
  return id
}

function pdfResponse(answer: unknown): Response {
  const file = answer as { fileName: string; content: string }
  return new Response(Buffer.from(file.content, 'base64'), {
    headers: {
      ...privateHeaders,
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
    },
  })
}

function htmlResponse(markup: unknown, status: number): Response {
  return new Response(String(markup), { status, headers: { ...privateHeaders, 'content-type': 'text/html; charset=utf-8' } })
}
