import type { Language } from '../../kernel/language.ts'
import type { JobHandler } from '../../platform/jobs/jobs.ts'
import { textIn } from '../texts.ts'

export interface InvitationMail {
  readonly email: string
  readonly link: string
  readonly by: string
  readonly company: string
  readonly language: Language
}

/** An invitation is sign-in mail: it leaves by SMTP or not at all, and never enters the company's outbox. */
export const mailInvitation: JobHandler = async (job, services) => {
  const { email, link, by, company, language } = job.payload as InvitationMail
  await services.mail.send({
    from: { name: 'Cloudburo', address: services.mailFrom },
    to: email,
    subject: textIn(language, 'mail.invitation-subject', { company }),
    text: `${textIn(language, 'mail.invitation', { by, company })}\n\n${link}\n`,
  })
}
