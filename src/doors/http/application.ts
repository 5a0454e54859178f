import { getConnInfo } from '@hono/node-server/conninfo'
import { Hono, type Context as HonoContext } from 'hono'
import { companyLogo } from '../../modules/company/index.ts'
import { Failure } from '../../kernel/failure.ts'
import { isId, type CompanyId } from '../../kernel/id.ts'
import { openApiOf } from '../openapi.ts'
import { languageOf } from './actor.ts'
import { addArchiveRoutes } from './archive.ts'
import { addCallRoutes, jsonAnswer } from './call.ts'
import { docsPage } from './docs.ts'
import { addMcpRoute } from './mcp.ts'
import { addOffice } from './office.ts'
import { problemOf, problemResponse } from './problem.ts'
import { addRestRoutes, restPrefix } from './rest.ts'
import { bodyGuard, crossSiteGuard, rateLimit, securityHeaders } from './security.ts'
import type { HttpServices } from './services.ts'

/** The whole HTTP door: sign-in, operations, REST, OpenAPI, MCP, the modules' pages, the office. */
export function openApplication(services: HttpServices): Hono {
  const application = new Hono()
  const addressOf = (context: HonoContext) => originOf(context, services.trustsProxy)
  application.onError((error, context) => problemResponse(problemOf(error, languageOf(context), services.log)))
  application.use('*', securityHeaders({ isSecure: services.publicUrl.startsWith('https:') }))
  application.use('*', bodyGuard)
  application.use('/api/auth/*', rateLimit({ perMinute: 120, addressOf }))
  application.use('/api/*', rateLimit({ perMinute: 120_000, addressOf }))
  application.use('/webhooks/*', rateLimit({ perMinute: 600, addressOf }))
  application.use('/fake-payments/*', rateLimit({ perMinute: 60, addressOf }))
  application.use('/my/*', rateLimit({ perMinute: 600, addressOf }))
  application.on(['GET', 'POST'], '/api/auth/*', (context) => services.signIn.handle(context.req.raw, addressOf(context)))
  application.get('/api/sign-in', async (context) => context.json({ ...services.signIn.ways, isNew: await services.signIn.isNew() }))

  application.get('/api/openapi.json', () => jsonAnswer(openApiOf(services.operations.definitions, { serverUrl: services.publicUrl, prefix: restPrefix })))
  application.get('/api/docs', (context) => context.html(docsPage(services.operations.definitions, services.publicUrl + restPrefix)))
  application.get('/api/health', async (context) => {
    await services.database.readPlatform(async () => undefined)
    return context.json({ isHealthy: true })
  })
  application.use('/api/*', crossSiteGuard)
  addCallRoutes(application, services)
  addArchiveRoutes(application, services)
  addRestRoutes(application, services)
  addMcpRoute(application, services)
  addLogo(application, services)

  const pageServices = {
    ...services,
    run: (request: Parameters<typeof services.operations.run>[0]) => services.operations.run(request),
    addressOf: (request: Request) => addresses.get(request) ?? '',
  }
  const addresses = new WeakMap<Request, string>()
  application.use('*', async (context, next) => {
    addresses.set(context.req.raw, addressOf(context))
    await next()
  })
  for (const module of services.modules) module.pages?.(application, pageServices)
  application.all('/api/*', (context) => problemResponse(problemOf(routeUnknown, languageOf(context), services.log)))
  addOffice(application, services.officeDirectory)
  return application
}

/** The company's logo, for the office, documents in preview, mails and the customer's pages. */
function addLogo(application: Hono, services: HttpServices): void {
  application.get('/logo/:companyId', async (context) => {
    const companyId = context.req.param('companyId')
    const company = isId(companyId) ? await services.companyById(companyId as CompanyId) : undefined
    const logo = company && (await services.database.read(company.id, (database) => companyLogo({ database, company, files: services.files })))
    if (!logo) return context.body(null, 404)
    return new Response(new Uint8Array(logo.bytes), {
      headers: { 'content-type': logo.type, 'cache-control': 'public, max-age=300', 'cross-origin-resource-policy': 'cross-origin' },
    })
  })
}

function originOf(context: HonoContext, trustsProxy: boolean): string {
  // The last one is what our own proxy saw; those before it are what the caller claims.
  const forwarded = trustsProxy ? context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  if (forwarded) return forwarded
  try {
    return getConnInfo(context).remote.address ?? 'unknown'
  } catch {
    return 'local'
  }
}

const routeUnknown = new Failure({ code: 'not_found', kind: 'not_found', details: { noun: 'route' } })
