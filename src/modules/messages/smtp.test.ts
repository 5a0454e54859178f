import { afterEach, expect, test } from 'vitest'
import { openMailbox, type Mailbox } from '../../../tests/mailbox.ts'
import { openMail } from '../../platform/mail.ts'
import { contentOfText, plainText } from './content.ts'
import { mailHtml } from './layout.ts'

let mailbox: Mailbox | undefined
afterEach(() => mailbox?.close())

async function fakeSmtp(options: { refuses?: boolean } = {}): Promise<Mailbox> {
  mailbox = await openMailbox(options)
  return mailbox
}

const content = contentOfText('Guten Tag Zoë\n\nBis bald')
const sender = { name: 'Hundeschule Pfote', accent: '#1f5f8b', logoUrl: null, foot: ['Zürich'] }
const mail = {
  from: { name: 'Hundeschule Pfote', address: 'office@example.com' },
  replyTo: 'pfote@example.com',
  to: 'anna@example.com',
  subject: 'Rechnung 2026-0014',
  text: plainText(content),
  html: mailHtml({ language: 'de', subject: 'Rechnung 2026-0014', content, sender }),
  attachments: [{ filename: '2026-0014.pdf', contentType: 'application/pdf', content: new TextEncoder().encode('%PDF-1.7') }],
  messageId: '<one@cloudburo>',
}

test('a mail reaches the server with text, HTML and attachment, and its own id', async () => {
  const { url, received } = await fakeSmtp()
  await openMail(url).send(mail)
  expect(received).toHaveLength(1)
  expect(received[0]).toMatch(/^From: Hundeschule Pfote <office@example.com>/m)
  for (const part of [
    'Reply-To: pfote@example.com',
    'Message-ID: <one@cloudburo>',
    'Content-Type: text/plain',
    'Content-Type: text/html',
    'filename=2026-0014.pdf',
  ]) {
    expect(received[0]).toContain(part)
  }
})

test('a refusal is an error that the job sees', async () => {
  const { url } = await fakeSmtp({ refuses: true })
  await expect(openMail(url).send(mail)).rejects.toThrow(/no such person/)
})

test('whatever a customer or a company is called, no markup of theirs reaches the mail', () => {
  const html = mailHtml({
    language: 'de',
    subject: '<script>',
    content: { paragraphs: ['<img src=x onerror=1>'], facts: [['<b>', '"x"']], action: { label: '<i>', url: 'https://example.com/"><script>' }, closing: [] },
    sender: { name: '</td><script>', accent: 'red;background:url(x)', logoUrl: null, foot: [] },
  })
  expect(html).not.toMatch(/<script|<img|<b>|<i>|url\(/)
})
