import { useState } from 'react'
import { Button, LinkButton } from '../../../web/kit/button.tsx'
import { Segmented } from '../../../web/kit/choice.tsx'
import { Form, sendTo, useForm } from '../../../web/kit/form.tsx'
import { useKeys } from '../../../web/kit/keys.tsx'
import { useGo } from '../../../web/kit/navigation.tsx'
import { useMay } from '../../../web/kit/session.tsx'
import { Sheet } from '../../../web/kit/sheet.tsx'
import { TextArea, TextField } from '../../../web/kit/text-field.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { showToast } from '../../../web/kit/toast.tsx'

/** On a thread: write to the customer, or note what the customer said. */
export function MessageActions({ contactId }: { readonly contactId: string }) {
  const { t } = useTexts()
  const go = useGo()
  const mayChange = useMay('owner', 'staff')
  const [isNoting, setIsNoting] = useState(false)
  useKeys(mayChange ? [{ key: 'w', label: t('messages.write'), act: () => go(`/messages/new?contact=${contactId}`) }] : [])
  if (!mayChange) return null
  return (
    <>
      <LinkButton to={`/messages/new?contact=${contactId}`} shortcut="w">
        {t('messages.write')}
      </LinkButton>
      <Button onClick={() => setIsNoting(true)}>{t('messages.note-received')}</Button>
      {isNoting ? <ReceivedSheet contactId={contactId} onClose={() => setIsNoting(false)} /> : null}
    </>
  )
}

function ReceivedSheet({ contactId, onClose }: { readonly contactId: string; readonly onClose: () => void }) {
  const { t } = useTexts()
  const initial: { channel: 'phone' | 'email' | 'other'; subject: string; text: string } = { channel: 'phone', subject: '', text: '' }
  const form = useForm({
    name: `messages.record ${contactId}`,
    initial,
    send: sendTo('messages.record', (values: typeof initial) => ({ contactId, ...values })),
    onDone: () => {
      showToast({ text: t('kit.saved') })
      onClose()
    },
  })
  return (
    <Sheet title={t('messages.note-received')} onClose={onClose}>
      <Form form={form} submitLabel={t('kit.save')} onCancel={onClose}>
        <Segmented
          label={t('messages.how')}
          choices={(['phone', 'email', 'other'] as const).map((value) => ({ value, label: t(`messages.channel-${value}`) }))}
          {...form.field<typeof initial.channel>('channel')}
        />
        {form.values.channel === 'email' ? <TextField label={t('messages.subject')} {...form.field('subject')} /> : null}
        <TextArea label={t('messages.said')} rows={5} autoFocus {...form.field('text')} />
      </Form>
    </Sheet>
  )
}
