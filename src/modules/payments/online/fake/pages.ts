import type { Hono } from 'hono'
import { html } from 'hono/html'
import { formatMoney } from '../../../../kernel/format.ts'
import { fakeTill } from './fake.ts'
import type { TillCheckout } from './till.ts'

/**
 * The fake provider's page to pay on. Like the real ones it tells of it late, twice and out of order; what it collects
 * is gone with the process. It opens only what a company asked of it with a fake key.
 */
export function fakePages(application: Hono): void {
  application.get('/fake-payments/:id', (http) => {
    const found = fakeTill.find(http.req.param('id'))
    return found ? http.html(payPage(found)) : http.notFound()
  })
  application.post('/fake-payments/:id', async (http) => {
    const found = fakeTill.find(http.req.param('id'))
    if (!found) return http.notFound()
    const choice = String((await http.req.parseBody())['choice'] ?? '')
    const today = Temporal.Now.plainDateISO().toString() as never
    if (choice === 'card') fakeTill.pay(found.id, { way: 'card', on: today })
    if (choice === 'debit') {
      fakeTill.pay(found.id, { way: 'sepa_debit', on: today, state: 'pending' })
      setTimeout(() => {
        fakeTill.pay(found.id, { way: 'sepa_debit', on: today })
        tell(found)
      }, 5000).unref()
    }
    if (choice === 'refuse') fakeTill.fail(found.id)
    tell(found)
    return http.redirect(found.asked.returnUrl, 303)
  })
}

function tell(checkout: TillCheckout): void {
  for (const delay of [1500, 200, 3000]) {
    setTimeout(() => {
      const body = new URLSearchParams({ id: checkout.id })
      // A lost message is part of the play: the server asks by itself.
      void fetch(checkout.asked.webhookUrl, { method: 'POST', body, signal: AbortSignal.timeout(5000) }).catch(() => undefined)
    }, delay).unref()
  }
}

function payPage(checkout: TillCheckout) {
  const { asked, state } = checkout
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>Test payment</title>
        <style>
          body {
            font:
              17px/1.5 system-ui,
              sans-serif;
            max-width: 26rem;
            margin: 3rem auto;
            padding: 0 1.25rem;
            color: #191816;
            background: #fbfaf7;
          }
          button {
            font: inherit;
            display: block;
            width: 100%;
            min-height: 3rem;
            margin: 0.75rem 0;
          }
        </style>
      </head>
      <body>
        <main>
          <p>Test payment: no money moves.</p>
          <h1>${formatMoney(asked.amount, { language: asked.language, country: 'CH' })}</h1>
          <p>${asked.description}</p>
          ${
            state === 'open'
              ? html`<form method="post">
                  <button name="choice" value="card">Pay by card</button>
                  <button name="choice" value="debit">Pay by direct debit (takes a moment)</button>
                  <button name="choice" value="refuse">Let it fail</button>
                </form>`
              : html`<p>This payment is ${state}.</p>
                  <p><a href="${asked.returnUrl}">Back</a></p>`
          }
        </main>
      </body>
    </html>`
}
