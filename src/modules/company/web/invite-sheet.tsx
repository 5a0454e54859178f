import { useState } from 'react'
import { memberRoles, type MemberRole } from '../../../kernel/role.ts'
import { Segmented } from '../../../web/kit/choice.tsx'
import { Form, sendTo, useForm } from '../../../web/kit/form.tsx'
import { Sheet } from '../../../web/kit/sheet.tsx'
import { useSignInWays } from '../../../web/kit/sign-in-ways.ts'
import { TextField } from '../../../web/kit/text-field.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { Secret } from './secret.tsx'

/** Invites a person; the link is mailed and can also be handed over by hand. */
export function InviteSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts()
  const [link, setLink] = useState<string>()
  const isMailConnected = useSignInWays()?.isMailConnected ?? false
  const initial: { email: string; role: MemberRole } = { email: '', role: 'staff' }
  const send = sendTo('company.invite', (values: typeof initial) => values)
  const form = useForm({
    name: 'company.invite',
    initial,
    send,
    onDone: (answer) => setLink(new URL(answer.link, window.location.origin).href),
  })
  return (
    <Sheet title={t('company.invite')} onClose={onClose}>
      {link ? (
        <Secret lead={t(isMailConnected ? 'company.invited' : 'company.invited-by-hand', { email: form.values.email })} value={link} onDone={onClose} />
      ) : (
        <Form form={form} submitLabel={t('company.invite')} onCancel={onClose}>
          <TextField label={t('company.email')} type="email" autoFocus {...form.field('email')} />
          <Segmented
            label={t('company.role')}
            choices={memberRoles.map((value) => ({ value, label: t(`shell.role-${value}`) }))}
            {...form.field<MemberRole>('role')}
          />
        </Form>
      )}
    </Sheet>
  )
}
