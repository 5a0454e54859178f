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
import { useGo } from '../../../web/kit/navigation.tsx'
import { useAction, useOperation } from '../../../web/kit/query.ts'
import { useMay } from '../../../web/kit/session.tsx'
import { Sheet } from '../../../web/kit/sheet.tsx'
import { TextArea, TextField } from '../../../web/kit/text-field.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'

/** On a thread: write a note, remember a task, and in the menu what is rare: edit, put away, hand out or erase the data. */
export function ThreadActions({ contactId }: { readonly contactId: string }) {
  const { t } = useTexts()
  const mayChange = useMay('owner', 'staff')
  const [open, setOpen] = useState<'note' | 'task'>()
  const contact = useOperation('contacts.read', { contactId }).data
  const entries = useMenu(contactId, contact?.isArchived ?? false)
  const isShown = mayChange && contact !== undefined && !contact.isErased
  useKeys(isShown ? [
    { key: 'n', label: t('contacts.add-note'), act: () => setOpen('note') },
    { key: 't', label: t('contacts.add-task'), act: () => setOpen('task') },
  ] : [])
  if (!isShown) return null
  return (
    <>
      <Button shortcut="n" onClick={() => setOpen('note')}>{t('contacts.add-note')}</Button>
      <Button shortcut="t" onClick={() => setOpen('task')}>{t('contacts.add-task')}</Button>
      <Menu label={t('kit.actions')} entries={entries} />
      {open === 'note' ? <NoteSheet contactId={contactId} onClose={() => setOpen(undefined)} /> : null}
      {open === 'task' ? <TaskSheet contactId={contactId} onClose={() => setOpen(undefined)} /> : null}
    </>
  )
}

function useMenu(contactId: string, isArchived: boolean): MenuEntry[] {
  const { t } = useTexts()
  const go = useGo()
  const isOwner = useMay('owner')
  const archive = useAction('contacts.archive', { done: t('contacts.archived'), undo: () => call('contacts.restore', { contactId }) })
  const restore = useAction('contacts.restore', { done: t('contacts.restored') })
  const erase = useLater('contacts.erase', { waiting: t('contacts.will-erase'), done: t('contacts.erased') })
  return [
    { label: t('kit.edit'), icon: 'edit', act: () => go(`/customers/${contactId}/edit`) },
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

function NoteSheet({ contactId, onClose }: { readonly contactId: string; readonly onClose: () => void }) {
  const { t } = useTexts()
  const initial = { text: '' }
  const send = sendTo('contacts.add-note', (values: typeof initial) => ({ contactId, text: values.text }))
  const form = useForm({ name: `contacts.note.${contactId}`, initial, send, onDone: onClose })
  return (
    <Sheet title={t('contacts.add-note')} onClose={onClose}>
      <Form form={form} submitLabel={t('kit.save')} onCancel={onClose}>
        <TextArea label={t('contacts.note')} rows={5} autoFocus {...form.field('text')} />
      </Form>
    </Sheet>
  )
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
        <Segmented label={t('contacts.task-kind')} choices={(['call', 'task'] as const).map((value) => ({ value, label: t(`contacts.task-${value}`) }))} {...form.field<'call' | 'task'>('kind')} />
      </Form>
    </Sheet>
  )
}
