import { useState } from 'react'
import { Button, IconButton } from '../../../web/kit/button.tsx'
import { call } from '../../../web/kit/client.ts'
import { Combobox, type Option } from '../../../web/kit/combobox.tsx'
import { Form, useForm } from '../../../web/kit/form.tsx'
import { Link } from '../../../web/kit/navigation.tsx'
import type { CallOutput } from '../../../web/kit/operations.ts'
import { useAction, useOperation } from '../../../web/kit/query.ts'
import { Select } from '../../../web/kit/select.tsx'
import { useMay } from '../../../web/kit/session.tsx'
import { Sheet } from '../../../web/kit/sheet.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import styles from './contacts.module.css'

type RelationshipKind = CallOutput<'contacts.read'>['relationships'][number]['kind']

const kinds = [
  'spouse_of', 'child_of', 'parent_of', 'sibling_of', 'friend_of', 'employee_of', 'employer_of', 'owner_of', 'owned_by', 'pays_for', 'paid_by',
  'member_of', 'has_member', 'referred_by', 'referred',
] as const satisfies readonly RelationshipKind[]

/** Beside a thread: whose spouse, child, employee or owner this is, and who pays. */
export function RelationshipsPart({ contactId }: { readonly contactId: string }) {
  const { t } = useTexts()
  const mayChange = useMay('owner', 'staff')
  const [isAdding, setIsAdding] = useState(false)
  const contact = useOperation('contacts.read', { contactId }).data
  const remove = useAction('contacts.remove-relationship', { done: t('contacts.relationship-removed') })
  if (!contact || (contact.relationships.length === 0 && !mayChange)) return null
  return (
    <section className={styles.part} aria-label={t('contacts.relationships')}>
      <h2 className={styles.legend}>{t('contacts.relationships')}</h2>
      <ul className={styles.partList}>
        {contact.relationships.map((relationship) => (
          <li className={styles.partRow} key={relationship.id}>
            <span>
              {t(`relationship.${relationship.kind}`)} <Link to={`/customers/${relationship.otherId}`}>{relationship.otherName}</Link>
            </span>
            {mayChange ? <IconButton icon="close" label={`${t('kit.remove')}: ${relationship.otherName}`} onClick={() => remove.run({ relationshipId: relationship.id })} /> : null}
          </li>
        ))}
      </ul>
      {mayChange && !contact.isErased ? <Button size="small" icon="plus" onClick={() => setIsAdding(true)}>{t('contacts.add-relationship')}</Button> : null}
      {isAdding ? <RelationshipSheet contactId={contactId} name={contact.name} onClose={() => setIsAdding(false)} /> : null}
    </section>
  )
}

function RelationshipSheet({ contactId, name, onClose }: { readonly contactId: string; readonly name: string; readonly onClose: () => void }) {
  const { t } = useTexts()
  const initial: { kind: RelationshipKind; other: Option | null } = { kind: 'spouse_of', other: null }
  const form = useForm({
    name: `contacts.relate.${contactId}`,
    initial,
    send: (values, idempotencyKey) => call('contacts.add-relationship', { contactId, kind: values.kind, otherId: values.other?.id ?? '' }, { idempotencyKey }),
    fieldOf: (path) => (path === 'otherId' ? 'other' : path),
    onDone: onClose,
  })
  return (
    <Sheet title={t('contacts.add-relationship')} onClose={onClose}>
      <Form form={form} submitLabel={t('kit.save')} onCancel={onClose}>
        <Select label={t('contacts.is-what', { name })} choices={kinds.map((value) => ({ value, label: t(`relationship.${value}`) }))} {...form.field<RelationshipKind>('kind')} />
        <Combobox label={t('contacts.of-whom')} load={findContacts} {...form.field<Option | null>('other')} />
      </Form>
    </Sheet>
  )
}

/** Contacts by the beginnings of their words; the recent ones before anything is typed. */
export async function findContacts(typed: string, signal: AbortSignal): Promise<Option[]> {
  if (typed.trim() === '') {
    const { contacts } = await call('contacts.list', { sort: 'recent', limit: 8 }, { signal })
    return contacts.map((contact) => ({ id: contact.id, label: contact.name, detail: contact.email || contact.city }))
  }
  const { found } = await call('contacts.find', { text: typed, kind: 'contact', limit: 8 }, { signal })
  return found.map((each) => ({ id: each.subjectId, label: each.title, detail: each.detail }))
}
