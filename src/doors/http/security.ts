import type { Context as HonoContext, MiddlewareHandler } from 'hono'
import { Failure } from '../../kernel/failure.ts'

/** The largest JSON body: a bank statement or contact file in base64 fits. */
const bodyBytesMax = 32 * 1024 * 1024

/** Nothing is loaded from elsewhere, nothing is framed, no address of ours leaks to other sites, and https stays https. */
export function securityHeaders(options: { isSecure: boolean }): MiddlewareHandler {
  return async (context, next) => {
    await next()
    addHeaders(context.res.headers)
    if (options.isSecure) context.res.headers.set('strict-transport-security', 'max-age=31536000')
  }
}

function addHeaders(headers: Headers): void {
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', contentSecurityPolicy)
  headers.set('x-content-type-options', 'nosniff')
  headers.set('referrer-policy', 'no-referrer')
  headers.set('cross-origin-opener-policy', 'same-origin')
  // The logo says otherwise, for mails.
  if (!headers.has('cross-origin-resource-policy')) headers.set('cross-origin-resource-policy', 'same-origin')
  headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=()')
}

const contentSecurityPolicy = [
  "default-src 'self'",
  "img-src 'self' data: blob:",
  "style-src 'self' 'unsafe-inline'",
  "script-src 'self'",
  "object-src 'self'",
  "frame-src 'self' blob:",
  "frame-ancestors 'self'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ')

/**
 * A change that a browser sends with its session cookie must carry our own header: another site cannot set it
 * without asking first, which we never allow. Programs with a bearer token have no cookie to abuse.
 */
export const crossSiteGuard: MiddlewareHandler = async (context, next) => {
  const isChange = context.req.method !== 'GET' && context.req.method !== 'HEAD'
  const hasToken = context.req.header('authorization') !== undefined
  if (isChange && !hasToken && context.req.header('x-cloudburo') === undefined) {
    throw new Failure({ code: 'cross_site_refused', kind: 'forbidden' })
  }
  await next()
}

export const bodyGuard: MiddlewareHandler = async (context, next) => {
  const length = Number(context.req.header('content-length') ?? 0)
  const isChunked = context.req.header('transfer-encoding') !== undefined && context.req.header('content-length') === undefined
  if (length > bodyBytesMax || isChunked) throw new Failure({ code: 'body_too_large', kind: 'too_large' })
  await next()
}

/**
 * Requests per minute and address: generous for people and programs, narrow for guessing. Counters start anew each
 * minute and their number is bounded.
 */
export function rateLimit(options: { perMinute: number; addressOf: (context: HonoContext) => string }): MiddlewareHandler {
  let counts = new Map<string, number>()
  let minute = 0
  return async (context, next) => {
    const current = Math.floor(performance.now() / 60_000)
    if (current !== minute || counts.size > 50_000) {
      counts = new Map()
      minute = current
    }
    const address = options.addressOf(context)
    const count = (counts.get(address) ?? 0) + 1
    counts.set(address, count)
    if (count > options.perMinute) throw new Failure({ code: 'too_many_requests', kind: 'too_many' })
    await next()
  }
}
