import { html } from 'hono/html'
import { formatDay, formatHours, formatMoney, formatQuantity, formatTime, type Locale } from '../../../kernel/format.ts'
import { dayIn } from '../../../kernel/instant.ts'
import { parseMoney } from '../../../kernel/money.ts'
import { quantityText } from '../../../kernel/quantity.ts'
import type { AgreementLine, Standing } from '../../agreements/contract.ts'
import { textIn } from '../../texts.ts'
import type { Markup, PortalView } from './frame.ts'

/** The customer's own page: what waits for an answer, what is left, what comes, what is open. */
export function homeContent(options: {
  view: PortalView
  agreements: readonly AgreementLine[]
  home: string
  /** One per page, so that a second click writes nothing twice. */
  key: string
  problem?: string | undefined
  typed?: string | undefined
  /** What became of a payment that the customer comes back from. */
  notice?: Markup | undefined
}): Markup {
  const { view, agreements, home } = options
  const { language } = view.contact
  const locale: Locale = { language, country: view.company.country }
  const t = (key: string, parameters: Record<string, string | number> = {}) => textIn(language, `portal.${key}`, parameters)
  const offers = agreements.filter((each) => each.state === 'offered')
  const held = agreements.filter((each) => ['upcoming', 'active', 'paused'].includes(each.state))
  const isEmpty = offers.length + held.length + view.invoices.length + view.sessions.length === 0
  return html`<h1>${t('hello', { name: view.contact.givenName || view.contact.name })}</h1>
    <p class="lead">${isEmpty ? t('nothing') : t('lead', { company: view.company.name })}</p>
    ${options.notice ?? ''}
    ${
      offers.length > 0
        ? html`<section>
            <h2>${t('offers')}</h2>
            <ul>
              ${offers.map(
                (offer) =>
                  html`<li class="row">
                    <div>
                      <strong>${offer.name}</strong
                      ><small>${offer.validUntil ? t('offer-until', { day: formatDay(offer.validUntil, locale, 'long') }) : ''}</small>
                    </div>
                    <a class="button wide" href="${home}/offers/${offer.id}">${t('offer-open')}</a>
                  </li>`,
              )}
            </ul>
          </section>`
        : ''
    }
    ${
      held.length > 0
        ? html`<section>
            <h2>${t('agreements')}</h2>
            <ul>
              ${held.map(
                (each) =>
                  html`<li class="row">
                    <div><strong>${each.name}</strong><small>${whose(each, view)}${stateText(each, t, locale)}</small></div>
                    <div class="figure">${each.standing.map((line) => html`<div>${leftText(line, each, t, locale)}</div>`)}</div>
                  </li>`,
              )}
            </ul>
          </section>`
        : ''
    }
    ${
      view.sessions.length > 0
        ? html`<section>
            <h2>${t('sessions')}</h2>
            <ul>
              ${view.sessions.map((session) => sessionRow(session, view, locale))}
            </ul>
          </section>`
        : ''
    }
    ${
      view.invoices.length > 0
        ? html`<section>
            <h2>${t('invoices')}</h2>
            <p class="small" style="margin-top:.75rem">
              ${view.open.length > 0 ? t('open-total', { amount: view.open.map((amount) => formatMoney(amount, locale)).join(' + ') }) : t('all-paid')}
            </p>
            <ul>
              ${view.invoices.map((invoice) => invoiceRow(invoice, { home, key: options.key, paysOnline: view.paysOnline }, t, locale))}
            </ul>
          </section>`
        : ''
    }
    ${messagesSection(options, t, locale)}
    <p class="small" style="margin-top:3rem"><a href="${home}/data" download>${t('data')}</a></p>`
}

/** Writing comes first, what was written below it, the latest on top. */
function messagesSection(options: Parameters<typeof homeContent>[0], t: Translate, locale: Locale): Markup {
  const { view, home } = options
  return html`<section id="messages">
    <h2>${t('messages')}</h2>
    ${options.problem ? html`<p class="notice" role="alert">${options.problem}</p>` : ''}
    <form method="post" action="${home}/messages">
      <input type="hidden" name="key" value="${options.key}" />
      <label for="text">${t('write-to', { company: view.company.name })}</label>
      <textarea id="text" name="text" required maxlength="5000">${options.typed ?? ''}</textarea>
      <button class="quiet wide" type="submit">${t('write')}</button>
    </form>
    <ul style="margin-top:1.5rem">
      ${view.messages.map((message) => messageRow(message, view, t, locale))}
    </ul>
  </section>`
}

function messageRow(message: PortalView['messages'][number], view: PortalView, t: Translate, locale: Locale): Markup {
  const day = formatDay(dayIn(message.at, view.contact.zone), locale, 'long')
  const who = message.direction === 'in' ? t('you-wrote') : view.company.name
  return html`<li class="message">
    <small>${who} · ${day}, ${formatTime(message.at, view.contact.zone, locale)}</small>
    ${message.subject ? html`<strong>${message.subject}</strong>` : ''}${message.paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}
  </li>`
}

type Translate = (key: string, parameters?: Record<string, string | number>) => string

function invoiceRow(invoice: PortalView['invoices'][number], place: { home: string; key: string; paysOnline: boolean }, t: Translate, locale: Locale): Markup {
  const isCredit = invoice.kind === 'credit_note'
  const shown = invoice.open && invoice.open.minor > 0n ? invoice.open : invoice.gross
  const status = t(`status.${invoice.status}`, { day: invoice.dueOn ? formatDay(invoice.dueOn, locale, 'long') : '' })
  const name = t(isCredit ? 'credit-note' : 'invoice', { number: invoice.number })
  return html`<li class="row">
    <div>
      <strong>${name}</strong><small class="${invoice.status === 'overdue' ? 'late' : ''}">${formatDay(invoice.issuedOn, locale, 'long')} · ${status}</small>
    </div>
    <div class="figure">
      ${isCredit ? '−' : ''}${formatMoney(shown, locale)}<small
        >${invoice.kind === 'opening' ? '' : html`<a href="${place.home}/invoices/${invoice.id}" aria-label="${name}, ${t('pdf')}">${t('pdf')}</a>`}</small
      >
    </div>
    ${
      place.paysOnline && !isCredit && invoice.open && invoice.open.minor > 0n
        ? html`<form class="pay" method="post" action="${place.home}/invoices/${invoice.id}/pay">
            <input type="hidden" name="key" value="${place.key}-${invoice.id}" />
            <button class="wide" type="submit" aria-label="${name}, ${t('pay.now')}">${t('pay.now')}</button>
          </form>`
        : ''
    }
  </li>`
}

function sessionRow(session: PortalView['sessions'][number], view: PortalView, locale: Locale): Markup {
  const day = formatDay(dayIn(session.startsAt, view.contact.zone), locale, 'weekday')
  const from = formatTime(session.startsAt, view.contact.zone, locale)
  const to = formatTime(session.endsAt, view.contact.zone, locale)
  return html`<li class="row">
    <div><strong>${session.name}</strong><small>${session.place}</small></div>
    <div class="figure">${day}<small>${from}–${to}</small></div>
  </li>`
}

/** For whom it is, where that is not the reader: the child, the employee, and the dog. */
function whose(agreement: AgreementLine, view: PortalView): string {
  const names = agreement.participants.map((each) => [each.contactId === view.contact.id ? null : each.name, each.thingName].filter(Boolean).join(', '))
  const shown = names.filter((name) => name !== '')
  return shown.length === 0 ? '' : `${shown.slice(0, 3).join(' · ')}${shown.length > 3 ? ' …' : ''}. `
}

function stateText(agreement: AgreementLine, t: Translate, locale: Locale): string {
  if (agreement.state === 'paused') return t('paused')
  if (agreement.state === 'upcoming' && agreement.startsOn) return t('starts', { day: formatDay(agreement.startsOn, locale, 'long') })
  return ''
}

function leftText(line: Standing, agreement: AgreementLine, t: Translate, locale: Locale): string {
  if (line.isUnlimited) return t('unlimited')
  if (line.left.thousandths <= 0n) return t('none-left')
  const left = amountLeft(line, agreement, locale)
  return line.until ? t('left-until', { left, day: formatDay(line.until, locale, 'long') }) : t('left', { left })
}

function amountLeft(line: Standing, agreement: AgreementLine, locale: Locale): string {
  if (line.unit === 'minute') return formatHours(line.left, locale)
  if (line.unit !== 'money') return formatQuantity(line.left, line.unit, locale)
  const money = agreement.price && parseMoney(quantityText(line.left), agreement.price.currency)
  return money ? formatMoney(money, locale) : quantityText(line.left)
}
