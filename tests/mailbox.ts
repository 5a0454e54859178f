import { createServer, type Socket } from 'node:net'

/** A mail server for tests: says yes to everything, or no to the recipient, and keeps what it was given. */
export interface Mailbox {
  /** For SMTP_URL. */
  readonly url: string
  /** Every mail as it came over the wire. */
  readonly received: string[]
  /** Waits for the next mail to that address that nobody has asked for yet; answers its subject and text, decoded. */
  next(address: string): Promise<{ subject: string; text: string; link: string }>
  close(): Promise<void>
}

export async function openMailbox(options: { refuses?: boolean } = {}): Promise<Mailbox> {
  const received: string[] = []
  const taken = new Set<string>()
  const server = createServer((socket) => converse(socket, received, options.refuses ?? false))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()))
  const address = server.address()
  return {
    url: `smtp://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    received,
    async next(to) {
      for (let attempt = 0; attempt < 300; attempt += 1) {
        const mail = received.find((each) => !taken.has(each) && new RegExp(`^To: .*${to}`, 'mi').test(each))
        if (mail) {
          taken.add(mail)
          return readMail(mail)
        }
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
      throw new Error(`no mail came for ${to}`)
    },
    close: () => new Promise((done) => server.close(() => done())),
  }
}

function converse(socket: Socket, received: string[], refuses: boolean): void {
  let isData = false
  let data = ''
  socket.write('220 fake\r\n')
  socket.on('data', (chunk) => {
    if (isData) {
      data += chunk.toString()
      if (!data.endsWith('\r\n.\r\n')) return
      received.push(data)
      data = ''
      isData = false
      socket.write('250 kept\r\n')
      return
    }
    for (const line of chunk.toString().split('\r\n').filter(Boolean)) {
      if (/^EHLO|^HELO/i.test(line)) socket.write('250 fake\r\n')
      else if (/^RCPT/i.test(line) && refuses) socket.write('550 no such person\r\n')
      else if (/^DATA/i.test(line)) {
        isData = true
        socket.write('354 go on\r\n')
      } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n')
      else socket.write('250 yes\r\n')
    }
  })
  socket.on('error', () => undefined)
}

/** Subject and text of a mail of one part. */
function readMail(mail: string): { subject: string; text: string; link: string } {
  const [head = '', ...rest] = mail.split('\r\n\r\n')
  const body = rest.join('\r\n\r\n').replace(/\r\n\.\r\n$/, '')
  const coding = /^Content-Transfer-Encoding: (\S+)/im.exec(head)?.[1]
  const text = coding === 'base64' ? Buffer.from(body, 'base64').toString('utf8') : coding === 'quoted-printable' ? fromQuotedPrintable(body) : body
  const subject = /^Subject: ((?:.|\r\n[ \t])*)/im.exec(head)?.[1] ?? ''
  return { subject: decodeWords(subject.replace(/\r\n[ \t]/g, ' ')), text, link: /https?:\/\/\S+/.exec(text)?.[0] ?? '' }
}

function fromQuotedPrintable(text: string): string {
  const bytes = text.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

/** "=?UTF-8?Q?Best=C3=A4tigen?=" as people read it. */
function decodeWords(text: string): string {
  return text.replace(/=\?utf-8\?([qb])\?([^?]*)\?=\s*/gi, (_, coding: string, word: string) =>
    coding.toLowerCase() === 'b' ? Buffer.from(word, 'base64').toString('utf8') : fromQuotedPrintable(word.replaceAll('_', ' ')),
  )
}
