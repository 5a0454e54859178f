import { html } from 'hono/html'
import { formatDay, type Locale } from '../../../kernel/format.ts'
import type { Agreement } from '../../agreements/contract.ts'
import { pricesOf } from '../offer-document.ts'
import { textIn } from '../../texts.ts'
import type { Markup, PortalView } from './frame.ts'

/** The offer as a letter, and the two answers to it. What is typed survives a failed attempt. */
export function offerContent(options: {
  view: PortalView
  agreement: Agreement
  action: string
  /** One per page, so that a second click is the same answer. */
  key: string
  problem?: string | undefined
  typed?: { name?: string; reason?: string } | undefined
}): Markup {
  const { view, agreement } = options
  const { language } = view.contact
  const locale: Locale = { language, country: view.company.country }
  const t = (key: string, parameters: Record<string, string | number> = {}) => textIn(language, `portal.${key}`, parameters)
  return html`<p class="small">${t('offer.title', { company: view.company.name })}</p>
    <h1>${agreement.name}</h1>
    <p class="lead">
      ${t('offer.for', { name: view.contact.name })}${agreement.validUntil ? html` · ${t('offer-until', { day: formatDay(agreement.validUntil, locale, 'long') })}` : ''}
    </p>
    ${options.problem ? html`<p class="notice" role="alert">${options.problem}</p>` : ''}
    <div class="text">${wordsOf(agreement).map((line) => html`<p>${line}</p>`)}</div>
    ${priceTable(agreement, locale)}
    ${view.company.isTaxed ? html`<p class="small">${t(`letter.tax-${agreement.terms.price.isTaxIncluded ? 'included' : 'excluded'}`)}</p>` : ''}
    <p><a href="${options.action}/letter">${t('offer.letter')}</a></p>
    ${answer(options, t)}`
}

/** The text that is accepted, line by line; the name stands above it as the title. */
function wordsOf(agreement: Agreement): string[] {
  const lines = agreement.offerText.split('\n')
  return lines[1] === agreement.name ? [lines[0]!, ...lines.slice(2)] : lines
}

/** The same figures as in the letter. */
function priceTable(agreement: Agreement, locale: Locale): Markup | string {
  const { lines, totals } = pricesOf(agreement.name, agreement.terms.price, locale)
  if (lines.length === 0) return ''
  return html`<table class="prices">
    <tbody>
      ${lines.map(
        (line) =>
          html`<tr>
            <td>${line.description}</td>
            <td>${line.cells[0]}</td>
          </tr>`,
      )}
      ${totals.map(
        (total) =>
          html`<tr class="total">
            <td>${total.label}</td>
            <td>${total.value}</td>
          </tr>`,
      )}
    </tbody>
  </table>`
}

function answer(options: Parameters<typeof offerContent>[0], t: (key: string, parameters?: Record<string, string | number>) => string): Markup {
  const { agreement, action, key, typed } = options
  if (agreement.state === 'offered') {
    return html`<form method="post" action="${action}/accept">
        <p>${t('offer.accept-lead')}</p>
        <input type="hidden" name="textHash" value="${agreement.textHash}" /><input type="hidden" name="key" value="${key}" />
        <label for="name">${t('offer.name')}</label>
        <input id="name" name="name" required maxlength="200" autocomplete="name" value="${typed?.name ?? options.view.contact.name}" />
        <button class="wide" type="submit">${t('offer.accept')}</button>
        <p class="small" style="margin-top:1rem">${t('offer.evidence')}</p>
      </form>
      <details ${typed?.reason === undefined ? '' : 'open'}>
        <summary>${t('offer.decline')}</summary>
        <form method="post" action="${action}/decline">
          <input type="hidden" name="textHash" value="${agreement.textHash}" /><input type="hidden" name="key" value="${key}-no" />
          <p>${t('offer.decline-lead')}</p>
          <label for="reason">${t('offer.reason')}</label>
          <textarea id="reason" name="reason" maxlength="2000">${typed?.reason ?? ''}</textarea>
          <button class="quiet wide" type="submit">${t('offer.decline-send')}</button>
        </form>
      </details>`
  }
  const accepted = agreement.evidence.findLast((each) => each.decision === 'accepted')
  if (agreement.state === 'declined' || agreement.state === 'expired' || agreement.state === 'withdrawn' || agreement.state === 'draft') {
    return html`<p class="notice" role="status">${t(`offer.${agreement.state === 'draft' ? 'withdrawn' : agreement.state}`)}</p>`
  }
  return html`<p class="notice" role="status">${accepted?.name ? t('offer.accepted', { name: accepted.name }) : t('offer.accepted-plain')}</p>
    <p>${t('offer.accepted-next')}</p>`
}
