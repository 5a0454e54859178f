import { useRef, useState } from 'react'
import { Button } from '../../../web/kit/button.tsx'
import { useKeys } from '../../../web/kit/keys.tsx'
import { call } from '../../../web/kit/client.ts'
import { useAction } from '../../../web/kit/query.ts'
import { useMay } from '../../../web/kit/session.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import styles from './thread.module.css'

/** A note is written where it will stand: N begins, Ctrl-Enter keeps it. What was typed survives a reload. */
export function NoteField({ contactId }: { readonly contactId: string }) {
  const { t } = useTexts()
  const storageKey = `thread.note.${contactId}`
  const [text, setText] = useState(() => sessionStorage.getItem(storageKey) ?? '')
  const field = useRef<HTMLTextAreaElement>(null)
  const mayWrite = useMay('owner', 'staff')
  const add = useAction('contacts.add-note', {
    done: t('thread.noted'),
    onDone: () => change(''),
    undo: ({ id }) => call('contacts.remove-note', { noteId: id }),
  })
  const change = (value: string) => {
    setText(value)
    if (value === '') sessionStorage.removeItem(storageKey)
    else sessionStorage.setItem(storageKey, value)
  }
  const save = () => {
    if (text.trim() !== '' && !add.isRunning) add.run({ contactId, text })
  }
  useKeys([{ key: 'n', label: t('thread.note'), act: () => field.current?.focus() }], { isActive: mayWrite })
  if (!mayWrite) return null
  return (
    <form
      className={styles.note}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <textarea
        ref={field}
        className={styles.noteField}
        aria-label={t('thread.note')}
        placeholder={t('thread.note-placeholder')}
        rows={text.includes('\n') || text.length > 80 ? 3 : 1}
        value={text}
        onChange={(event) => change(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault()
            save()
          } else if (event.key === 'Escape') event.currentTarget.blur()
        }}
      />
      {text.trim() === '' ? null : (
        <Button type="submit" size="small" look="primary" isBusy={add.isRunning}>
          {t('kit.save')}
        </Button>
      )}
    </form>
  )
}
