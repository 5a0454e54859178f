import { join, resolve } from 'node:path'

/** Every setting is an environment variable; `bin/cloudburo config` lists them with their meaning. */
export const settings = {
  CLOUDBURO_DATA: { meaning: 'Folder of the database (SQLite) and of all files.', default: './data' },
  PORT: { meaning: 'Port that the server listens on.', default: '4100' },
  HOST: { meaning: 'Address that the server listens on.', default: '127.0.0.1' },
  PUBLIC_URL: { meaning: 'Where people reach the server: for links in mails and documents, and for passkeys.', default: 'http://127.0.0.1:<PORT>' },
  DATABASE_URL: { meaning: 'postgres://… uses PostgreSQL instead of SQLite. The role must not be a superuser.', default: '' },
  SMTP_URL: { meaning: 'smtps://user:password@host for outgoing mail. Without it, mail waits in the visible outbox.', default: '' },
  MAIL_FROM: { meaning: 'Sender address of all mail; replies go to the company.', default: 'cloudburo@localhost' },
  CLOUDBURO_SECRET: { meaning: 'Signs sessions. Without it, a secret is made once and kept in CLOUDBURO_DATA.', default: '' },
  CLOUDBURO_SIGN_UP: { meaning: 'open: anyone may sign up. closed: only invited people.', default: 'open' },
  CLOUDBURO_OUTSIDE: {
    meaning: 'open: fetches exchange rates (ECB) and checks VAT numbers (VIES). closed: reaches out for nothing but mail.',
    default: 'open',
  },
  CLOUDBURO_TRUST_PROXY: { meaning: '1 takes the address of origin from X-Forwarded-For, behind your own proxy.', default: '' },
} as const

export interface Configuration {
  readonly dataDirectory: string
  readonly port: number
  readonly host: string
  readonly publicUrl: string
  readonly databaseUrl: string | undefined
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  readonly secret: string | undefined
  readonly isSignUpOpen: boolean
  readonly reachesOutside: boolean
  readonly trustsProxy: boolean
}

export function readConfiguration(environment: NodeJS.ProcessEnv = process.env): Configuration {
  const value = (name: keyof typeof settings) => environment[name] || undefined
  const port = Number(value('PORT') ?? settings.PORT.default)
  return {
    dataDirectory: resolve(value('CLOUDBURO_DATA') ?? settings.CLOUDBURO_DATA.default),
    port,
    host: value('HOST') ?? settings.HOST.default,
    publicUrl: (value('PUBLIC_URL') ?? `http://127.0.0.1:${port}`).replace(/\/+$/, ''),
    databaseUrl: value('DATABASE_URL'),
    smtpUrl: value('SMTP_URL'),
    mailFrom: value('MAIL_FROM') ?? settings.MAIL_FROM.default,
    secret: value('CLOUDBURO_SECRET'),
    isSignUpOpen: (value('CLOUDBURO_SIGN_UP') ?? 'open') === 'open',
    reachesOutside: (value('CLOUDBURO_OUTSIDE') ?? 'open') === 'open',
    trustsProxy: value('CLOUDBURO_TRUST_PROXY') === '1',
  }
}

export function databasePath(configuration: Configuration): string {
  return join(configuration.dataDirectory, 'cloudburo.db')
}
