import { useState } from 'react'
import { Combobox, type Option } from '../../../web/kit/combobox.tsx'
import { useForm, Form } from '../../../web/kit/form.tsx'
import { useLater } from '../../../web/kit/later.ts'
import { Page, Waiting } from '../../../web/kit/layout.tsx'
import { useBack, useQueryText } from '../../../web/kit/navigation.tsx'
import { useOperation } from '../../../web/kit/query.ts'
import { TextArea, TextField } from '../../../web/kit/text-field.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { call } from '../../../web/kit/client.ts'
import type { Problem } from '../../../web/kit/problem.ts'

/** An e-mail to a customer, on the thread. It leaves after ten seconds, or not at all when undone. */
export function WritePage() {
  const { t } = useTexts()
  const [contactId] = useQueryText('contact')
  const [replyId] = useQueryText('reply')
  const contact = useOperation('contacts.read', { contactId }, { enabled: contactId !== '' })
  const original = useOperation('messages.read', { messageId: replyId }, { enabled: replyId !== '' })
  const isWaiting = (contactId !== '' && !contact.data && !contact.error) || (replyId !== '' && !original.data && !original.error)
  const chosen = contact.data ? { id: contactId, label: nameOf(contact.data) } : null
  const subject = original.data?.subject ? t('messages.reply-subject', { subject: original.data.subject.replace(/^(re|aw|rép|r):\s*/i, '') }) : ''
  return <Page title={t('messages.write')}>{isWaiting ? <Waiting /> : <WriteForm contact={chosen} subject={subject} inReplyToId={original.data?.id} />}</Page>
}

function WriteForm({ contact, subject, inReplyToId }: { readonly contact: Option | null; readonly subject: string; readonly inReplyToId: string | undefined }) {
  const { t } = useTexts()
  const back = useBack()
  const [refusal, setRefusal] = useState<Problem>()
  const initial = { contact, subject, text: '' }
  const later = useLater('messages.send', {
    waiting: t('messages.leaves'),
    done: t('messages.left'),
    onWaiting: () => {
      form.reset()
      back(contact ? `/customers/${contact.id}` : '/messages')
    },
    onProblem: (problem) => {
      setRefusal(problem)
      return true
    },
  })
  const form = useForm({
    name: `messages.write ${contact?.id ?? ''}`,
    initial,
    send: async (values: typeof initial) => {
      setRefusal(undefined)
      later.run({ contactId: values.contact?.id ?? '', subject: values.subject, text: values.text, ...(inReplyToId ? { inReplyToId } : {}) })
    },
  })
  const errorOf = (path: string) => refusal?.fields[path]
  const field = <Value,>(name: string, path = name) => ({ ...form.field<Value>(name), error: errorOf(path) })
  return (
    <Form form={{ ...form, problem: refusal ?? form.problem }} submitLabel={t('messages.send')} onCancel={() => back('/messages')}>
      <Combobox label={t('messages.to')} load={findReceivers} autoFocus={!contact} {...field<Option | null>('contact', 'contactId')} />
      <TextField label={t('messages.subject')} autoFocus={Boolean(contact) && subject === ''} {...field<string>('subject')} />
      <TextArea label={t('messages.text')} rows={10} autoFocus={subject !== ''} {...field<string>('text')} />
    </Form>
  )
}

async function findReceivers(typed: string, signal: AbortSignal): Promise<Option[]> {
  if (typed.trim() === '') {
    const { contacts } = await call('contacts.list', { sort: 'recent', limit: 8 }, { signal })
    return contacts.filter((contact) => contact.kind !== 'thing').map(({ id, name, email }) => ({ id, label: name, detail: email || undefined }))
  }
  const { found } = await call('contacts.find', { text: typed, kind: 'contact', limit: 8 }, { signal })
  return found.map(({ subjectId, title, detail }) => ({ id: subjectId, label: title, detail: detail || undefined }))
}

function nameOf(contact: unknown): string {
  const found = contact as { name?: string; contact?: { name?: string } }
  return found.name ?? found.contact?.name ?? ''
}
