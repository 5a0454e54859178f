import { useState } from 'react'
import { Segmented } from '../../../web/kit/choice.tsx'
import { call } from '../../../web/kit/client.ts'
import { Combobox, type Option } from '../../../web/kit/combobox.tsx'
import { Form, useForm } from '../../../web/kit/form.tsx'
import { useLater } from '../../../web/kit/later.ts'
import { useGo } from '../../../web/kit/navigation.tsx'
import { useOperation } from '../../../web/kit/query.ts'
import { Sheet } from '../../../web/kit/sheet.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { MergePreview } from './merge-preview.tsx'

export interface Mergeable {
  readonly id: string
  readonly name: string
  /** What tells it from one of the same name: an e-mail, a town. */
  readonly detail?: string | undefined
}

/** Two contacts become one: which stays, what moves to it, and what is open then; done after ten seconds, or not. */
export function MergeSheet({ contact, other, onClose }: { readonly contact: Mergeable; readonly other?: Mergeable; readonly onClose: () => void }) {
  const { t } = useTexts()
  const go = useGo()
  const [found, setFound] = useState<Option | null>(null)
  const [staysId, setStaysId] = useState(contact.id)
  const second = other ?? (found ? { id: found.id, name: found.label, detail: found.detail } : undefined)
  const goes = second && (staysId === second.id ? contact : second)
  const merge = useLater('contacts.merge', {
    waiting: t('contacts.will-merge'),
    done: t('contacts.merged'),
    onDone: ({ contactId, otherId }) => {
      if (window.location.pathname.includes(otherId)) go(`/customers/${contactId}`, { replace: true })
    },
  })
  const preview = useOperation(
    'thread.merge-preview',
    { contactId: staysId, otherId: goes?.id ?? staysId },
    { enabled: goes !== undefined, keepPrevious: true },
  )
  const form = useForm({
    name: `contacts.merge.${contact.id}`,
    initial: {},
    isKept: false,
    send: async () => {
      if (goes) await merge.start({ contactId: staysId, otherId: goes.id })
    },
    onDone: () => goes && onClose(),
  })
  const choose = (option: Option | null) => {
    setFound(option)
    setStaysId(contact.id)
  }
  return (
    <Sheet title={t(other ? 'contacts.merge-now' : 'contacts.merge')} onClose={onClose}>
      <Form form={form} submitLabel={t('contacts.merge-now')} onCancel={onClose}>
        {other ? null : (
          <Combobox
            label={t('contacts.merge-other')}
            name="other"
            autoFocus
            value={found}
            onChange={choose}
            load={(typed, signal) => findOthers(contact.id, typed, signal)}
          />
        )}
        {second ? (
          <Segmented
            label={t('contacts.merge-stays')}
            value={staysId}
            onChange={setStaysId}
            choices={[contact, second].map((each) => ({ value: each.id, label: labelOf(each, contact.name === second.name) }))}
          />
        ) : null}
        {second && preview.data ? <MergePreview preview={preview.data} /> : null}
      </Form>
    </Sheet>
  )
}

function labelOf({ name, detail }: Mergeable, isSameName: boolean): string {
  return isSameName && detail ? `${name} (${detail})` : name
}

async function findOthers(contactId: string, typed: string, signal: AbortSignal): Promise<Option[]> {
  if (typed.trim() === '') return []
  const { found } = await call('contacts.find', { text: typed, kind: 'contact', limit: 9 }, { signal })
  return found
    .filter(({ subjectId }) => subjectId !== contactId)
    .map(({ subjectId, title, detail }) => ({ id: subjectId, label: title, detail: detail || undefined }))
}
