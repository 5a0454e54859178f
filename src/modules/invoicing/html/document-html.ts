import { html } from 'hono/html'
import type { DocumentModel, LabelledText } from '../document-model.ts'
import { codeHtml } from './code-html.ts'

/** A document as a part of a page: the same model as the PDF, for the offer page, the customer's page and previews. */
export function documentHtml(model: DocumentModel) {
  return html`<article class="document" lang="${model.language}">
    <header class="document-head">
      <div class="document-address">${model.recipient.map((line) => html`<span>${line}</span>`)}</div>
      <dl class="document-meta">${model.meta.map(row)}</dl>
    </header>
    <h2 class="document-title">${model.title}</h2>
    ${model.intro ? html`<p class="document-intro">${model.intro}</p>` : ''} ${model.lines.length > 0 ? table(model) : ''}
    <dl class="document-totals">
      ${model.totals.filter((total) => !total.isFinal).map(row)} ${model.taxGroups.map(row)} ${model.deductions.map(row)}
      ${model.totals
        .filter((total) => total.isFinal)
        .map(
          (total) =>
            html`<div class="document-total">
              <dt>${total.label}</dt>
              <dd>${total.value}</dd>
            </div>`,
        )}
      ${model.remarks.map(row)}
    </dl>
    ${
      model.payment
        ? html`<section class="document-payment">
            <h3>${model.payment.title}</h3>
            <div class="document-pay">
              <dl>${model.payment.due.map(row)}${model.payment.account.map(row)}</dl>
              ${model.paymentCodes.map((code) => codeHtml(code, code.caption))}
            </div>
          </section>`
        : ''
    }
    ${model.closing ? html`<p class="document-closing">${model.closing}</p>` : ''} ${model.legalNotes.map((note) => html`<p class="document-note">${note}</p>`)}
  </article>`
}

function table(model: DocumentModel) {
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${model.words.description}</th>
        ${model.columns.map((column) => html`<th scope="col" class="figure">${column.label}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${model.lines.map(
        (line) =>
          html`<tr>
            <td><strong>${line.description}</strong>${line.detail ? html`<small>${line.detail}</small>` : ''}</td>
            ${line.cells.map((cell, index) => html`<td class="figure" data-label="${model.columns[index]!.label}">${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`
}

function row(each: LabelledText) {
  return html`<div>
    <dt>${each.label}</dt>
    <dd>${each.value}</dd>
  </div>`
}

/** The look of a document on a screen; colours by custom properties of the page around it. */
export const documentStyle = `
.document{font:400 1rem/1.5 var(--font,system-ui,sans-serif);color:var(--ink,#1c1b19);font-variant-numeric:tabular-nums}
.document .document-title{font-size:1.6rem;line-height:1.2;font-weight:600;margin:1.5rem 0 .5rem}
.document h3{font-size:1rem;font-weight:600;margin:2rem 0 .5rem}
.document-head{display:flex;flex-wrap:wrap;gap:1.5rem 3rem;justify-content:space-between}
.document-address span{display:block}.document p{white-space:pre-line;max-width:38rem}
.document dl{margin:0}.document dl>div{display:flex;justify-content:space-between;gap:1.5rem}
.document dt{color:var(--grey,#63605a)}.document dd{margin:0;text-align:right}
.document-meta{min-width:14rem}.document-note{color:var(--grey,#63605a);font-size:.875rem}
.document table{width:100%;border-collapse:collapse;margin-top:1.5rem}
.document th{font-weight:500;font-size:.8125rem;color:var(--grey,#63605a);text-align:left;padding:.25rem 0;border-bottom:1.5px solid var(--accent,#1f5f8b)}
.document td{padding:.625rem 0;border-bottom:1px solid var(--hairline,#e2ded6);vertical-align:top}
.document td strong{font-weight:500}.document td small{display:block;color:var(--grey,#63605a);white-space:pre-line}
.document .figure{text-align:right;padding-left:1rem;white-space:nowrap}
.document-totals{margin:1rem 0 0 auto!important;max-width:24rem}
.document-total{border-top:1.5px solid var(--accent,#1f5f8b);margin-top:.5rem;padding-top:.5rem;font-size:1.25rem;font-weight:600}
.document-total dt{color:inherit}
.document-pay{display:flex;flex-wrap:wrap;gap:1.5rem 3rem;align-items:flex-start}.document-pay dl{flex:1 1 18rem;max-width:26rem}
.document-code{margin:0;width:11.5rem}.document-code svg{display:block;width:100%;height:auto;border-radius:4px}
.document-code figcaption{color:var(--grey,#63605a);font-size:.8125rem;text-align:center;margin-top:.25rem}
@media (max-width:34rem){.document thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
.document tr{display:grid;grid-template-columns:1fr auto;padding:.625rem 0;border-bottom:1px solid var(--hairline,#e2ded6)}
.document td{border:0;padding:0}.document td:first-child{grid-column:1/-1}
.document td.figure{padding:0;text-align:left;color:var(--grey,#63605a)}
.document td.figure:last-child{text-align:right;color:inherit;grid-column:2}
.document td.figure:nth-last-child(2){display:none}}
`
