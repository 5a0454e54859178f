import { memberRoles, type MemberRole } from '../../../kernel/role.ts'
import { Button } from '../../../web/kit/button.tsx'
import { Checkbox, Segmented } from '../../../web/kit/choice.tsx'
import { call } from '../../../web/kit/client.ts'
import { Form, sendTo, useForm } from '../../../web/kit/form.tsx'
import { useAction, useOperation } from '../../../web/kit/query.ts'
import { Sheet } from '../../../web/kit/sheet.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { showToast } from '../../../web/kit/toast.tsx'
import type { CompanyRead } from './company-page.tsx'

/** A member's role and what the member can deliver. */
export function MemberSheet({ member, onClose }: { readonly member: CompanyRead['members'][number]; readonly onClose: () => void }) {
  const { t } = useTexts()
  const services = useOperation('offer.list', {}).data?.services ?? []
  const remove = useAction('company.remove-member', {
    done: t('company.member-removed', { name: member.name }),
    undo: (_output, { memberId }) => call('company.restore-member', { memberId }),
    onDone: onClose,
  })
  const initial: { role: MemberRole; capabilities: readonly string[] } = { role: member.role, capabilities: member.capabilities }
  const send = sendTo('company.change-member', (values: typeof initial) => ({ memberId: member.id, role: values.role, capabilities: [...values.capabilities] }))
  const form = useForm({
    name: `company.member.${member.id}`,
    initial,
    send,
    changesSession: true,
    onDone: () => {
      showToast({ text: t('kit.saved') })
      onClose()
    },
  })
  const toggle = (serviceId: string, can: boolean) =>
    form.set('capabilities', can ? [...form.values.capabilities, serviceId] : form.values.capabilities.filter((each) => each !== serviceId))
  return (
    <Sheet title={member.name} onClose={onClose}>
      <Form
        form={form}
        submitLabel={t('kit.save')}
        onCancel={onClose}
        actions={
          <Button look="danger" isBusy={remove.isRunning} onClick={() => remove.run({ memberId: member.id })}>
            {t('company.remove-member')}
          </Button>
        }
      >
        <Segmented
          label={t('company.role')}
          choices={memberRoles.map((value) => ({ value, label: t(`shell.role-${value}`) }))}
          {...form.field<MemberRole>('role')}
        />
        <fieldset>
          <legend style={{ color: 'var(--ink-soft)', fontSize: 'var(--size-small)' }}>{t('company.capabilities')}</legend>
          {services.length === 0 ? <p style={{ color: 'var(--ink-soft)' }}>{t('company.capabilities-none')}</p> : null}
          {services.map((service) => (
            <Checkbox key={service.id} label={service.name} value={form.values.capabilities.includes(service.id)} onChange={(can) => toggle(service.id, can)} />
          ))}
        </fieldset>
      </Form>
    </Sheet>
  )
}
