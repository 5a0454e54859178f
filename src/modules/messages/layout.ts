import type { MailContent } from './content.ts'

/** The sender as a mail shows it. */
export interface MailSender {
  readonly name: string
  /** "#1f5f8b" */
  readonly accent: string
  readonly logoUrl: string | null
  /** Address, phone, web site: one line below. */
  readonly foot: readonly string[]
}

const font = `-apple-system, BlinkMacSystemFont, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif`
const ink = '#22252a'
const quiet = '#6b7178'
const line = '#e4e2dd'

/**
 * One mail as HTML: paper, ink and the company's colour. Tables and inline styles, because mail programs know nothing
 * else; nothing is loaded but the company's own logo. Everything variable is escaped.
 */
export function mailHtml(options: { language: string; subject: string; content: MailContent; sender: MailSender }): string {
  const { content, sender } = options
  const body = [
    ...content.paragraphs.map(paragraph),
    content.facts.length > 0 ? facts(content.facts) : '',
    content.action ? button(content.action, sender.accent) : '',
    ...content.closing.map(paragraph),
  ].join('\n')
  return `<!doctype html>
<html lang="${escape(options.language)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light"><title>${escape(options.subject)}</title></head>
<body style="margin:0;padding:0;background:#f6f4f0;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#f6f4f0;"><tr><td align="center" style="padding:32px 16px;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#ffffff;border-top:4px solid ${colour(sender.accent)};">
<tr><td style="padding:32px 40px 8px;font:600 17px/1.4 ${font};color:${ink};">${head(sender)}</td></tr>
<tr><td style="padding:8px 40px 32px;font:400 16px/1.6 ${font};color:${ink};">
${body}
</td></tr>
<tr><td style="padding:20px 40px 28px;border-top:1px solid ${line};font:400 13px/1.6 ${font};color:${quiet};">${[sender.name, ...sender.foot].map(escape).join(' · ')}</td></tr>
</table></td></tr></table>
</body></html>`
}

function head(sender: MailSender): string {
  if (!sender.logoUrl) return escape(sender.name)
  return `<img src="${escape(sender.logoUrl)}" alt="${escape(sender.name)}" height="48" style="display:block;height:48px;width:auto;border:0;">`
}

function paragraph(text: string): string {
  return `<p style="margin:16px 0;">${escape(text).replace(/\n/g, '<br>')}</p>`
}

function facts(rows: MailContent['facts']): string {
  const cells = rows.map(
    ([label, value]) =>
      `<tr><td style="padding:8px 16px 8px 0;border-bottom:1px solid ${line};color:${quiet};">${escape(label)}</td>` +
      `<td align="right" style="padding:8px 0;border-bottom:1px solid ${line};font-variant-numeric:tabular-nums;">${escape(value)}</td></tr>`,
  )
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:24px 0;border-top:1px solid ${line};font-size:15px;">${cells.join('')}</table>`
}

function button(action: NonNullable<MailContent['action']>, accent: string): string {
  const style = `display:inline-block;padding:12px 24px;background:${colour(accent)};color:${textOn(accent)};text-decoration:none;font-weight:600;border-radius:4px;`
  return `<p style="margin:28px 0;"><a href="${escape(action.url)}" style="${style}">${escape(action.label)}</a></p>`
}

/** Only a plain hexadecimal colour enters a style. */
function colour(accent: string): string {
  return /^#[0-9a-f]{6}$/i.test(accent) ? accent : '#1f5f8b'
}

/** White or ink, whichever stands out more (WCAG 2.2 relative luminance). */
function textOn(accent: string): string {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = parseInt(colour(accent).slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.36 ? ink : '#ffffff'
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)
}
