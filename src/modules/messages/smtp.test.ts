import { createServer, type Server } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { openMail } from '../../platform/mail.ts'
import { contentOfText, plainText } from './content.ts'
import { mailHtml } from './layout.ts'

let server: Server | undefined
afterEach(() => new Promise<void>((done) => (server ? server.close(() => done()) : done())))

/** A mail server of thirty lines: says yes to everything, or no to the recipient, and keeps what it was given. */
async function fakeSmtp(options: { refuses?: boolean } = {}): Promise<{ url: string; received: string[] }> {
  const received: string[] = []
  server = createServer((socket) => {
    let isData = false
    let data = ''
    socket.write('220 fake\r\n')
    socket.on('data', (chunk) => {
      if (isData) {
        data += chunk.toString()
        if (!data.endsWith('\r\n.\r\n')) return
        received.push(data)
        isData = false
        socket.write('250 kept\r\n')
        return
      }
      for (const line of chunk.toString().split('\r\n').filter(Boolean)) {
        if (/^EHLO|^HELO/i.test(line)) socket.write('250 fake\r\n')
        else if (/^RCPT/i.test(line) && options.refuses) socket.write('550 no such person\r\n')
        else if (/^DATA/i.test(line)) {
          isData = true
          socket.write('354 go on\r\n')
        } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n')
        else socket.write('250 yes\r\n')
      }
    })
    socket.on('error', () => undefined)
  })
  await new Promise<void>((done) => server!.listen(0, '127.0.0.1', () => done()))
  const address = server.address()
  return { url: `smtp://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`, received }
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
