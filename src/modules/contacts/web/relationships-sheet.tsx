import { IconButton } from '../../../web/kit/button.tsx'
import { call } from '../../../web/kit/client.ts'
import { Combobox, type Option } from '../../../web/kit/combobox.tsx'
import { Form, useForm } from '../../../web/kit/form.tsx'
import { Link } from '../../../web/kit/navigation.tsx'
import type { CallOutput } from '../../../web/kit/operations.ts'
import { useAction, useOperation } from '../../../web/kit/query.ts'
import { Select } from '../../../web/kit/select.tsx'
import { Sheet } from '../../../web/kit/sheet.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import styles from './contacts.module.css'

type RelationshipKind = CallOutput<'contacts.read'>['relationships'][number]['kind']

const kinds = [
  'spouse_of',
  'child_of',
  'parent_of',
  'sibling_of',
  'friend_of',
  'employee_of',
  'employer_of',
  'owner_of',
  'owned_by',
  'pays_for',
  'paid_by',
  'member_of',
  'has_member',
  'referred_by',
  'referred',
] as const satisfies readonly RelationshipKind[]

/** Whose spouse, child, employee or owner a contact is, and who pays: what is known, and one more. */
export function RelationshipsSheet({ contactId, name, onClose }: { readonly contactId: string; readonly name: string; readonly onClose: () => void }) {
  const { t } = useTexts()
  const known = useOperation('contacts.read', { contactId }).data?.relationships ?? []
  const remove = useAction('contacts.remove-relationship', { done: t('contacts.relationship-removed') })
  const initial: { kind: RelationshipKind; other: Option | null } = { kind: 'spouse_of', other: null }
  const form = useForm({
    name: `contacts.relate.${contactId}`,
    initial,
    send: (values, idempotencyKey) => call('contacts.add-relationship', { contactId, kind: values.kind, otherId: values.other?.id ?? '' }, { idempotencyKey }),
    fieldOf: (path) => (path === 'otherId' ? 'other' : path),
    onDone: onClose,
  })
  return (
    <Sheet title={t('contacts.relationships')} onClose={onClose}>
      <ul className={styles.partList}>
        {known.map((relationship) => (
          <li className={styles.partRow} key={relationship.id}>
            <span>
              {t(`relationship.${relationship.kind}`)} <Link to={`/customers/${relationship.otherId}`}>{relationship.otherName}</Link>
            </span>
            <IconButton icon="close" label={`${t('kit.remove')}: ${relationship.otherName}`} onClick={() => remove.run({ relationshipId: relationship.id })} />
          </li>
        ))}
      </ul>
      <Form form={form} submitLabel={t('contacts.add-relationship')} onCancel={onClose}>
        <Select
          label={t('contacts.is-what', { name })}
          choices={kinds.map((value) => ({ value, label: t(`relationship.${value}`) }))}
          {...form.field<RelationshipKind>('kind')}
        />
        <Combobox label={t('contacts.of-whom')} load={findContacts} {...form.field<Option | null>('other')} />
      </Form>
    </Sheet>
  )
}

/** Contacts by the beginnings of their words; the recent ones before anything is typed. */
async function findContacts(typed: string, signal: AbortSignal): Promise<Option[]> {
  if (typed.trim() === '') {
    const { contacts } = await call('contacts.list', { sort: 'recent', limit: 8 }, { signal })
    return contacts.map((contact) => ({ id: contact.id, label: contact.name, detail: contact.email || contact.city }))
  }
  const { found } = await call('contacts.find', { text: typed, kind: 'contact', limit: 8 }, { signal })
  return found.map((each) => ({ id: each.subjectId, label: each.title, detail: each.detail }))
}
