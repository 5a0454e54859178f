import { Form, sendTo, useForm } from '../../../web/kit/form.tsx'
import { Sheet } from '../../../web/kit/sheet.tsx'
import { TextField } from '../../../web/kit/text-field.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'

export interface ChosenAccount {
  readonly kind: string
  readonly number: string
  readonly name: string
}

/** Another number or name for what is booked there from now on. */
export function AccountSheet({ account, onClose }: { readonly account: ChosenAccount; readonly onClose: () => void }) {
  const { t } = useTexts()
  const initial = { number: account.number, name: account.name }
  const send = sendTo('books.change-account', (values: typeof initial) => ({ kind: account.kind, number: values.number, name: values.name || null }))
  const form = useForm({ name: `books.account.${account.kind}`, initial, send, onDone: onClose })
  return (
    <Sheet title={`${account.number} ${account.name}`} onClose={onClose}>
      <Form form={form} submitLabel={t('kit.save')} onCancel={onClose}>
        <TextField label={t('books.number')} autoFocus {...form.field('number')} />
        <TextField label={t('books.name')} {...form.field('name')} />
      </Form>
    </Sheet>
  )
}
