import { useState } from 'react'
import { memberRoles, type MemberRole } from '../../../kernel/role.ts'
import { Segmented } from '../../../web/kit/choice.tsx'
import { DayField } from '../../../web/kit/day-field.tsx'
import { Form, sendTo, useForm } from '../../../web/kit/form.tsx'
import { Sheet } from '../../../web/kit/sheet.tsx'
import { TextField } from '../../../web/kit/text-field.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { Secret } from './secret.tsx'

/** A token for a program; its secret is shown once. */
export function TokenSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts()
  const [token, setToken] = useState<string>()
  const initial: { name: string; role: MemberRole; scope: 'read' | 'write'; expiresOn: string } = { name: '', role: 'owner', scope: 'read', expiresOn: '' }
  const send = sendTo('company.create-token', (values: typeof initial) => ({
    name: values.name,
    role: values.role,
    scopes: [values.scope],
    expiresOn: values.expiresOn || null,
  }))
  const form = useForm({
    name: 'company.token',
    initial,
    send,
    fieldOf: (path) => (path.startsWith('scopes') ? 'scope' : path),
    onDone: (answer) => setToken(answer.token),
  })
  return (
    <Sheet title={t('company.add-token')} onClose={onClose}>
      {token ? (
        <Secret lead={t('company.token-once')} value={token} onDone={onClose} />
      ) : (
        <Form form={form} submitLabel={t('company.add-token')} onCancel={onClose}>
          <TextField label={t('company.token-name')} autoFocus {...form.field('name')} />
          <Segmented
            label={t('company.token-scope')}
            choices={[
              { value: 'read', label: t('company.scope-read') },
              { value: 'write', label: t('company.scope-write') },
            ]}
            {...form.field<'read' | 'write'>('scope')}
          />
          <Segmented
            label={t('company.role')}
            choices={memberRoles.map((value) => ({ value, label: t(`shell.role-${value}`) }))}
            {...form.field<MemberRole>('role')}
          />
          <DayField label={t('company.expires-on')} isRequired={false} {...form.field('expiresOn')} />
        </Form>
      )}
    </Sheet>
  )
}
