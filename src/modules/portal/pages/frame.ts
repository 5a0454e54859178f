import { html, raw } from 'hono/html'
import type { Language } from '../../../kernel/language.ts'
import type { OutputOf } from '../../../kernel/operation.ts'
import { textIn } from '../../texts.ts'
import type { portalContract } from '../contract.ts'
import { accentProperties } from './colour.ts'
import { style } from './style.ts'

export type PortalView = OutputOf<(typeof portalContract)['portal.view']>
export type Markup = ReturnType<typeof html>

/** The sheet around every page of the customer: brand on top, who to ask at the bottom. */
export function frame(options: { view: PortalView; companyId: string; home: string; title: string; content: Markup | Markup[] }): Markup {
  const { view, companyId } = options
  const { language } = view.contact
  const { company } = view
  return html`<!doctype html>
    <html lang="${language}" style="${accentProperties(company.accent)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <title>${options.title}</title>
        <style>
          ${raw(style)}
        </style>
      </head>
      <body>
        <div class="page">
          <header>
            <a class="brand" href="${options.home}">${company.hasLogo ? html`<img src="/logo/${companyId}" alt="${company.name}" />` : company.name}</a>
          </header>
          <main>${options.content}</main>
          <footer>
            ${
              company.email ? html`<a href="mailto:${company.email}">${textIn(language, 'portal.contact', { company: company.name })}</a>` : company.name
            }${company.phone ? html`<br />${company.phone}` : ''}
          </footer>
        </div>
      </body>
    </html>`
}

/** Where no link leads: says nothing about whether there is a company or a customer. */
export function gonePage(language: Language): Markup {
  return html`<!doctype html>
    <html lang="${language}" style="${accentProperties('#1f5f8b')}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${textIn(language, 'portal.gone')}</title>
        <style>
          ${raw(style)}
        </style>
      </head>
      <body>
        <div class="page">
          <main>
            <h1>${textIn(language, 'portal.gone')}</h1>
            <p class="lead">${textIn(language, 'portal.gone-lead')}</p>
          </main>
        </div>
      </body>
    </html>`
}
