import type { Transporter } from 'nodemailer'

/** A mail ready to leave. Addresses are checked already. */
export interface OutgoingMail {
  readonly from: { readonly name: string; readonly address: string }
  readonly replyTo?: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html?: string
  readonly attachments?: readonly { readonly filename: string; readonly contentType: string; readonly content: Uint8Array }[]
  /** Stable per message, so that a second try is recognised by the receiver. */
  readonly messageId?: string
}

export interface Mail {
  /** Whether mail leaves the house; otherwise messages stay in the visible outbox. */
  readonly isConnected: boolean
  /** Hands the mail to the server; throws when it is not accepted. */
  send(mail: OutgoingMail): Promise<void>
}

/** SMTP by URL, such as smtps://user:password@mail.example.com; undefined keeps every mail in the outbox. */
export function openMail(smtpUrl: string | undefined): Mail {
  if (!smtpUrl) return { isConnected: false, send: async () => undefined }
  // The library is loaded with the first mail: most starts send none.
  let transport: Promise<Transporter> | undefined
  return {
    isConnected: true,
    async send(mail) {
      transport ??= import('nodemailer').then(({ createTransport }) => createTransport(smtpUrl))
      await (
        await transport
      ).sendMail({
        from: mail.from,
        to: mail.to,
        subject: mail.subject,
        text: mail.text,
        ...(mail.replyTo ? { replyTo: mail.replyTo } : {}),
        ...(mail.html ? { html: mail.html } : {}),
        ...(mail.messageId ? { messageId: mail.messageId } : {}),
        attachments: (mail.attachments ?? []).map((attachment) => ({
          filename: attachment.filename,
          contentType: attachment.contentType,
          content: Buffer.from(attachment.content),
        })),
      })
    },
  }
}
