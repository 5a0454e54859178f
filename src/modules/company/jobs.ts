import type { JobHandler } from '../../platform/jobs/jobs.ts'

/** An invitation is sign-in mail: it leaves by SMTP or not at all, and never enters the company's outbox. */
export const mailInvitation: JobHandler = async (job, services) => {
  const { email, link, by } = job.payload as { email: string; link: string; by: string }
  await services.mail.send({
    from: { name: 'Cloudburo', address: services.mailFrom },
    to: email,
    subject: `${by}: Cloudburo`,
    text: `${by}\n\n${link}\n`,
  })
}
