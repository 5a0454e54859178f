import type { Day } from '../../kernel/day.ts'
import type { Language } from '../../kernel/language.ts'
import { amountText, type Money } from '../../kernel/money.ts'
import { textIn } from '../texts.ts'
import type { MailContent } from './content.ts'

/** What the texts of invoice, credit note and reminders speak of. */
export interface InvoiceMail {
  readonly language: Language
  readonly customerName: string
  readonly companyName: string
  readonly number: string
  readonly total: Money
  readonly open: Money
  readonly dueOn: Day | null
  readonly iban: string | null
  /** The customer's own page. */
  readonly pageUrl: string | null
}

/** The mail that carries an invoice or credit note; a message of the sender's own takes the place of the first words. */
export function invoiceMail(mail: InvoiceMail, kind: 'invoice' | 'credit_note', message: string | null): { subject: string; content: MailContent } {
  const { language } = mail
  const parameters = { number: mail.number, company: mail.companyName }
  return {
    subject: textIn(language, `mail.${kind}.subject`, parameters),
    content: {
      paragraphs: message ? message.trim().split(/\n\s*\n/) : [greeting(mail), textIn(language, `mail.${kind}.body`, parameters)],
      facts: [
        [textIn(language, kind === 'invoice' ? 'mail.fact.invoice' : 'mail.fact.credit-note'), mail.number],
        [textIn(language, 'mail.fact.amount'), moneyText(mail.total, language)],
        ...(kind === 'invoice' ? dueFacts(mail) : []),
      ],
      action: actionOf(mail),
      closing: [...(message ? [] : [textIn(language, `mail.${kind}.thanks`)]), signature(mail)],
    },
  }
}

/** A reminder: friendly first, plain second, firm and last third. */
export function reminderMail(mail: InvoiceMail, level: 1 | 2 | 3): { subject: string; content: MailContent } {
  const { language } = mail
  const parameters = { number: mail.number, company: mail.companyName }
  return {
    subject: textIn(language, `mail.reminder-${level}.subject`, parameters),
    content: {
      paragraphs: [greeting(mail), textIn(language, `mail.reminder-${level}.body`, parameters)],
      facts: [[textIn(language, 'mail.fact.invoice'), mail.number], [textIn(language, 'mail.fact.open'), moneyText(mail.open, language)], ...dueFacts(mail)],
      action: actionOf(mail),
      closing: [textIn(language, `mail.reminder-${level}.thanks`), signature(mail)],
    },
  }
}

/** "CHF 1’234.50" as the language writes it. */
export function moneyText(value: Money, language: Language): string {
  const format = new Intl.NumberFormat(localeOf(language, value.currency), { style: 'currency', currency: value.currency, currencyDisplay: 'code' })
  return format.format(amountText(value) as never)
}

export function dayText(value: Day, language: Language): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(`${value}T00:00:00Z`))
}

function dueFacts(mail: InvoiceMail): [string, string][] {
  return [
    ...(mail.dueOn ? [[textIn(mail.language, 'mail.fact.due'), dayText(mail.dueOn, mail.language)] as [string, string]] : []),
    ...(mail.iban ? [['IBAN', mail.iban.replace(/(.{4})(?=.)/g, '$1 ')] as [string, string]] : []),
  ]
}

function actionOf(mail: InvoiceMail): MailContent['action'] {
  return mail.pageUrl === null ? null : { label: textIn(mail.language, 'mail.open-page'), url: mail.pageUrl }
}

function greeting(mail: InvoiceMail): string {
  return textIn(mail.language, 'mail.greeting', { name: mail.customerName })
}

function signature(mail: InvoiceMail): string {
  return textIn(mail.language, 'mail.signature', { company: mail.companyName })
}

/** Francs are written the Swiss way in every language. */
function localeOf(language: Language, currency: string): string {
  return currency === 'CHF' && language !== 'en' ? `${language}-CH` : language
}
