import { html, raw } from 'hono/html'
import { formatMoney } from '../../../kernel/format.ts'
import type { OutputOf } from '../../../kernel/operation.ts'
import type { paymentsContract } from '../../payments/contract.ts'
import { textIn } from '../../texts.ts'
import { accentProperties } from './colour.ts'
import type { Markup, PortalView } from './frame.ts'
import { style } from './style.ts'

export type CheckoutReading = OutputOf<(typeof paymentsContract)['payments.read-checkout']>

/**
 * On the way to the provider's page. A page of its own and not a redirect: after a form the browser follows only where
 * the form itself may go (CSP form-action). It looks again by itself until the address is there, without script.
 */
export function onTheWayPage(options: { view: PortalView; checkout: CheckoutReading; here: string; home: string }): Markup {
  const { view, checkout } = options
  const { language } = view.contact
  const locale = { language, country: view.company.country }
  const t = (key: string, parameters: Record<string, string> = {}) => textIn(language, `portal.pay.${key}`, parameters)
  const isRefused = checkout.state === 'refused'
  const next = checkout.address ?? options.here
  return html`<!doctype html>
    <html lang="${language}" style="${accentProperties(view.company.accent)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        ${isRefused ? '' : html`<meta http-equiv="refresh" content="${checkout.address ? 0 : 1};url=${next}" />`}
        <title>${t('title')}</title>
        <style>
          ${raw(style)}
        </style>
      </head>
      <body>
        <div class="page">
          <main>
            <h1>${formatMoney(checkout.amount, locale)}</h1>
            <p class="lead" role="status">${isRefused ? t('refused', { company: view.company.name }) : t('on-the-way')}</p>
            <p>${checkout.address && !isRefused ? html`<a class="button" href="${checkout.address}">${t('go')}</a>` : ''}</p>
            <p><a href="${options.home}">${textIn(language, 'portal.back')}</a></p>
          </main>
        </div>
      </body>
    </html>`
}

/** What is said on the own page to somebody who comes back from the provider. */
export function backNotice(view: PortalView, checkout: CheckoutReading): Markup {
  const { language } = view.contact
  const known = { paid: 'paid', failed: 'failed', expired: 'failed', refused: 'failed' } as const
  const key = checkout.state in known ? known[checkout.state as keyof typeof known] : 'waiting'
  return html`<p class="notice" role="status">
    ${textIn(language, `portal.pay.${key}`, { amount: formatMoney(checkout.amount, { language, country: view.company.country }) })}
  </p>`
}
