import { chooseLanguage, type Language } from '../../kernel/language.ts'
import type { Mail } from '../mail.ts'

/** The four mails of sign-in. They leave by SMTP or not at all and never enter a company's outbox. */
export type SignInMailKind = 'link' | 'link-unknown' | 'password' | 'confirm'

export interface SignInMails {
  readonly isConnected: boolean
  send(kind: SignInMailKind, mail: { to: string; url: string; headers: Headers | undefined }): Promise<void>
}

/** Says each mail in the language of the one who asked: a subject, a sentence or two, and the address to open. */
export function openSignInMails(options: {
  mail: Mail
  mailFrom: string
  textOf(language: Language, key: string, parameters?: Readonly<Record<string, string>>): string
}): SignInMails {
  return {
    isConnected: options.mail.isConnected,
    async send(kind, { to, url, headers }) {
      const language = languageOf(headers)
      const text = options.textOf(language, `mail.sign-in-${kind}`, { email: to })
      await options.mail.send({
        from: { name: 'Cloudburo', address: options.mailFrom },
        to,
        subject: options.textOf(language, `mail.sign-in-${kind}-subject`),
        text: `${text}\n\n${url}\n`,
      })
    },
  }
}

function languageOf(headers: Headers | undefined): Language {
  return chooseLanguage([headers?.get('cloudburo-language') ?? '', ...(headers?.get('accept-language') ?? '').split(',')])
}
