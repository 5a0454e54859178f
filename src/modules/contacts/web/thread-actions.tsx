import { useState } from 'react'
import { Button } from '../../../web/kit/button.tsx'
import { Segmented } from '../../../web/kit/choice.tsx'
import { call } from '../../../web/kit/client.ts'
import { DayField } from '../../../web/kit/day-field.tsx'
import { Form, sendTo, useForm } from '../../../web/kit/form.tsx'
import { useFormat } from '../../../web/kit/format.ts'
import { useKeys } from '../../../web/kit/keys.tsx'
import { useLater } from '../../../web/kit/later.ts'
import { Menu, type MenuEntry } from '../../../web/kit/menu.tsx'
import { useAction } from '../../../web/kit/query.ts'
import { useMay } from '../../../web/kit/session.tsx'
import { Sheet } from '../../../web/kit/sheet.tsx'
import { TextField } from '../../../web/kit/text-field.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { MergeSheet } from './merge-sheet.tsx'
import { RelationshipsSheet } from './relationships-sheet.tsx'

/** What the thread page hands to its parts. */
interface ThreadShown {
  readonly contact: { readonly name: string; readonly isArchived: boolean; readonly isErased: boolean }
}

/** On a thread: remember a task, and in the menu what is rare: relationships, putting away, handing out or erasing the data. */
export function ThreadActions({ contactId, thread }: { readonly contactId: string; readonly thread: ThreadShown }) {
  const { t } = useTexts()
  const isShown = useMay('owner', 'staff') && !thread.contact.isErased
  const [open, setOpen] = useState<'relationships' | 'task' | 'merge'>()
  const entries = useMenu(contactId, thread.contact.isArchived, setOpen)
  useKeys(isShown ? [{ key: 't', label: t('contacts.add-task'), act: () => setOpen('task') }] : [])
  if (!isShown) return null
  return (
    <>
      <Button shortcut="t" onClick={() => setOpen('task')}>
        {t('contacts.add-task')}
      </Button>
      <Menu label={t('kit.actions')} entries={entries} />
      {open === 'relationships' ? <RelationshipsSheet contactId={contactId} name={thread.contact.name} onClose={() => setOpen(undefined)} /> : null}
      {open === 'merge' ? <MergeSheet contact={{ id: contactId, name: thread.contact.name }} onClose={() => setOpen(undefined)} /> : null}
      {open === 'task' ? <TaskSheet contactId={contactId} onClose={() => setOpen(undefined)} /> : null}
    </>
  )
}

function useMenu(contactId: string, isArchived: boolean, onOpen: (sheet: 'relationships' | 'merge') => void): MenuEntry[] {
  const { t } = useTexts()
  const isOwner = useMay('owner')
  const archive = useAction('contacts.archive', { done: t('contacts.archived'), undo: () => call('contacts.restore', { contactId }) })
  const restore = useAction('contacts.restore', { done: t('contacts.restored') })
  const erase = useLater('contacts.erase', { waiting: t('contacts.will-erase'), done: t('contacts.erased') })
  return [
    { label: t('contacts.relationships'), icon: 'link', act: () => onOpen('relationships') },
    { label: t('contacts.merge'), act: () => onOpen('merge') },
    isArchived
      ? { label: t('contacts.restore'), act: () => restore.run({ contactId }) }
      : { label: t('contacts.archive'), act: () => archive.run({ contactId }) },
    ...(isOwner
      ? ([
          { label: t('contacts.export'), icon: 'download', act: () => void download(contactId) },
          { label: t('contacts.erase'), icon: 'trash', isDanger: true, act: () => erase.run({ contactId }) },
        ] as const)
      : []),
  ]
}

/** Everything that is kept about the contact, as a file. */
async function download(contactId: string): Promise<void> {
  const data = await call('contacts.export', { contactId })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' }))
  link.download = `${data.contact.name}.json`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

function TaskSheet({ contactId, onClose }: { readonly contactId: string; readonly onClose: () => void }) {
  const { t } = useTexts()
  const { today } = useFormat()
  const initial: { kind: 'call' | 'task'; title: string; dueOn: string } = { kind: 'call', title: '', dueOn: today }
  const send = sendTo('contacts.add-task', (values: typeof initial) => ({ contactId, ...values, title: values.title || t(`contacts.task-${values.kind}`) }))
  const form = useForm({ name: `contacts.task.${contactId}`, initial, send, onDone: onClose })
  return (
    <Sheet title={t('contacts.add-task')} onClose={onClose}>
      <Form form={form} submitLabel={t('kit.save')} onCancel={onClose}>
        <TextField label={t('contacts.task-title')} autoFocus {...form.field('title')} />
        <DayField label={t('contacts.due')} {...form.field('dueOn')} />
        <Segmented
          label={t('contacts.task-kind')}
          choices={(['call', 'task'] as const).map((value) => ({ value, label: t(`contacts.task-${value}`) }))}
          {...form.field<'call' | 'task'>('kind')}
        />
      </Form>
    </Sheet>
  )
}
