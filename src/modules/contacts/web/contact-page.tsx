import { useState } from 'react'
import { Button } from '../../../web/kit/button.tsx'
import { call } from '../../../web/kit/client.ts'
import { Form, FormError, useForm, type FormState } from '../../../web/kit/form.tsx'
import { Page, Waiting } from '../../../web/kit/layout.tsx'
import { useBack, useGo, usePath, useQueryText } from '../../../web/kit/navigation.tsx'
import type { CallOutput } from '../../../web/kit/operations.ts'
import { useOperation } from '../../../web/kit/query.ts'
import { useCompany } from '../../../web/kit/session.tsx'
import { TextField } from '../../../web/kit/text-field.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { MoreFields, KindField, EntryFields } from './contact-fields.tsx'
import { emptyContact, fieldPathOf, inputOf, valuesOf, type ContactValues } from './contact-values.ts'

/** A new contact: a name, Tab, an e-mail, Enter; all else is there when it is wanted. */
export function NewContactPage() {
  const { t } = useTexts()
  const go = useGo()
  const back = useBack()
  const company = useCompany()
  const [name] = useQueryText('name')
  const [isLong, setIsLong] = useState(false)
  const form: FormState<ContactValues> = useForm({
    name: 'contacts.new',
    initial: { ...emptyContact(company.country), name },
    send: (values, idempotencyKey) => call('contacts.create', inputOf(values), { idempotencyKey }),
    fieldOf: (path): string => fieldPathOf(form.values, path),
    onDone: ({ id }) => go(`/customers/${id}`, { replace: true }),
  })
  return (
    <Page title={t('contacts.new')}>
      <Form
        form={form}
        submitLabel={t('contacts.add')}
        onCancel={() => back('/customers')}
        actions={
          isLong ? undefined : (
            <Button look="quiet" onClick={() => setIsLong(true)}>
              {t('contacts.more-fields')}
            </Button>
          )
        }
      >
        <TextField label={t('contacts.field-name')} autoFocus autoComplete="off" {...form.field('name')} />
        <EntryFields form={form} list="emails" type="email" />
        <EntryFields form={form} list="phones" type="tel" />
        <KindField form={form} />
        {isLong ? <MoreFields form={form} /> : null}
      </Form>
    </Page>
  )
}

/** Changes everything that is known about a contact. */
export function EditContactPage() {
  const { t } = useTexts()
  const { contactId } = usePath<'contactId'>()
  const contact = useOperation('contacts.read', { contactId })
  if (contact.error)
    return (
      <Page title={t('contacts.edit')}>
        <FormError problem={contact.error} />
      </Page>
    )
  return contact.data ? <EditContact key={contactId} contact={contact.data} /> : <Waiting />
}

function EditContact({ contact }: { readonly contact: CallOutput<'contacts.read'> }) {
  const { t } = useTexts()
  const go = useGo()
  const back = useBack()
  const company = useCompany()
  const form: FormState<ContactValues> = useForm({
    name: `contacts.edit.${contact.id}`,
    initial: valuesOf(contact, company.country),
    send: (values, idempotencyKey) => call('contacts.update', { contactId: contact.id, ...inputOf(values) }, { idempotencyKey }),
    fieldOf: (path): string => fieldPathOf(form.values, path),
    onDone: () => go(`/customers/${contact.id}`, { replace: true }),
  })
  return (
    <Page title={contact.name}>
      <Form form={form} submitLabel={t('kit.save')} onCancel={() => back(`/customers/${contact.id}`)}>
        <TextField label={t('contacts.field-name')} autoFocus autoComplete="off" {...form.field('name')} />
        <EntryFields form={form} list="emails" type="email" />
        <EntryFields form={form} list="phones" type="tel" />
        <KindField form={form} />
        <MoreFields form={form} />
      </Form>
    </Page>
  )
}
