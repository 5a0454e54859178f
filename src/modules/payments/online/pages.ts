import type { Context as HonoContext, Hono } from 'hono'
import { html } from 'hono/html'
import { isId, type CompanyId } from '../../../kernel/id.ts'
import { chooseLanguage } from '../../../kernel/language.ts'
import { systemActor } from '../../../platform/operation/context.ts'
import type { PageServices } from '../../../platform/operation/pages.ts'
import { textIn } from '../../texts.ts'
import { fakePages } from './fake/pages.ts'
import { providerNames, type ProviderName } from './names.ts'
import { keysOf, providers } from './providers.ts'
import { providersOf, selectCheckouts } from './store.ts'

const bodyMax = 256_000

/** Where payment providers tell what happened, and where a customer comes back to without a page of the own. */
export function onlinePages(application: Hono, services: PageServices): void {
  application.post('/webhooks/payments/:provider/:companyId', (http) => hear(http, services))
  application.get('/paid', (http) => {
    const language = chooseLanguage((http.req.header('accept-language') ?? '').split(','))
    return http.html(
      html`<!doctype html>
        <html lang="${language}">
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${textIn(language, 'payments.thank-you')}</title>
          <h1>${textIn(language, 'payments.thank-you')}</h1>
          <p>${textIn(language, 'payments.thank-you-lead')}</p>
        </html>`,
    )
  })
  fakePages(application)
}

/**
 * A webhook is a hint, never news: what it names is read from the provider by a job. So it may come late, twice, in any
 * order, or from anybody. Answered at once, as providers ask; 400 only where a signature was promised and is wrong.
 */
async function hear(http: HonoContext, services: PageServices): Promise<Response> {
  const [name, companyId] = [http.req.param('provider') ?? '', http.req.param('companyId') ?? '']
  const company = isId(companyId) ? await services.companyById(companyId as CompanyId) : undefined
  if (!company || !isProvider(name)) return new Response(null, { status: 404 })
  const body = await http.req.text()
  if (body.length > bodyMax) return new Response(null, { status: 413 })
  const connected = await services.database.read(company.id, (database) => providersOf({ database, company }))
  const provider = connected.find((each) => each.provider === name)
  const keys = provider && keysOf(services.seals, provider)
  if (!keys) return new Response(null, { status: 404 })
  const nowSeconds = Math.floor(Date.parse(services.clock.now()) / 1000)
  const named = providers[name].heard({ body, signature: http.req.header('stripe-signature') ?? null, nowSeconds }, keys)
  if (named === 'refused') return new Response(null, { status: 400 })
  const found = await services.database.read(company.id, (database) => selectCheckouts({ database, company }, { provider: name, named }))
  if (found.length > 0) {
    await services.run({ company, actor: systemActor, operation: 'payments.look-at-checkouts', input: { checkoutIds: found.map((each) => each.id) } })
  }
  return new Response(null, { status: 200 })
}

function isProvider(name: string): name is ProviderName {
  return (providerNames as readonly string[]).includes(name)
}
