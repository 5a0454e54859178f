import { call } from '../../../web/kit/client.ts'
import { Form, sendTo, useForm } from '../../../web/kit/form.tsx'
import { Sheet } from '../../../web/kit/sheet.tsx'
import { TextField } from '../../../web/kit/text-field.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { showToast } from '../../../web/kit/toast.tsx'

/** Opens closed books again, with the reason; closing them up to the same day undoes it. */
export function ReopenSheet({ closedUntil, onClose }: { readonly closedUntil: string; readonly onClose: () => void }) {
  const { t } = useTexts()
  const initial = { reason: '' }
  const send = sendTo('books.reopen', (values: typeof initial) => ({ reason: values.reason }))
  const form = useForm({
    name: 'books.reopen',
    initial,
    send,
    onDone: () => {
      showToast({ text: t('books.reopened'), undo: () => call('books.close-period', { until: closedUntil }) })
      onClose()
    },
  })
  return (
    <Sheet title={t('books.reopen')} onClose={onClose}>
      <Form form={form} submitLabel={t('books.reopen')} onCancel={onClose}>
        <TextField label={t('books.reopen-reason')} autoFocus {...form.field('reason')} />
      </Form>
    </Sheet>
  )
}
