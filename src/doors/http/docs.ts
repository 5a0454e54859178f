import { html } from 'hono/html'
import type { NamedOperation } from '../../kernel/operation.ts'
import { wireSchemaOf } from '../openapi.ts'

/** The API's readable documentation: one page, no script, searchable with the browser. */
export function docsPage(operations: readonly NamedOperation[], prefix: string) {
  const modules = Map.groupBy(operations, (operation) => operation.name.slice(0, operation.name.indexOf('.')))
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Cloudburo API</title>
        <style>
          :root {
            color-scheme: light dark;
            font:
              16px/1.55 system-ui,
              sans-serif;
          }
          body {
            max-width: 46rem;
            margin: 3rem auto;
            padding: 0 1.25rem;
          }
          h2 {
            margin-top: 3rem;
          }
          h3 {
            margin: 2rem 0 0.25rem;
            font-size: 1rem;
          }
          code,
          pre {
            font:
              0.85rem/1.5 ui-monospace,
              monospace;
          }
          pre {
            overflow: auto;
            padding: 0.75rem 0;
            border-top: 1px solid #8884;
          }
          .route {
            color: #666;
          }
          @media (prefers-color-scheme: dark) {
            .route {
              color: #aaa;
            }
          }
          nav a {
            margin-right: 1rem;
          }
        </style>
      </head>
      <body>
        <main>
          <h1>Cloudburo API</h1>
          <p>
            Base address <code>${prefix}</code>. Machine-readable: <a href="/api/openapi.json">OpenAPI 3.1</a>. Send <code>authorization: Bearer …</code>; a
            token comes from Company → Tokens or <code>bin/cloudburo token</code>. Failures are problem documents (RFC 9457) with a <code>code</code>. Send
            <code>idempotency-key</code> with every change.
          </p>
          <nav>${[...modules.keys()].map((name) => html`<a href="#${name}">${name}</a>`)}</nav>
          ${[...modules].map(
            ([name, list]) =>
              html`<section>
                <h2 id="${name}">${name}</h2>
                ${list.map(
                  (operation) =>
                    html`<article>
                      <h3 id="${operation.name}">${operation.name}</h3>
                      <p>
                        ${operation.summary}<br /><span class="route"
                          ><code>${operation.route}</code> · ${operation.effect} · ${operation.roles.join(', ') || operation.reach}</span
                        >
                      </p>
                      <details>
                        <summary>Input and output</summary>
                        <pre tabindex="0">${JSON.stringify(wireSchemaOf(operation.input), null, 2)}</pre>
                        <pre tabindex="0">${JSON.stringify(wireSchemaOf(operation.output), null, 2)}</pre>
                      </details>
                    </article>`,
                )}
              </section>`,
          )}
        </main>
      </body>
    </html>`
}
