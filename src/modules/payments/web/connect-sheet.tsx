import { Segmented } from '../../../web/kit/choice.tsx'
import { Form, sendTo, useForm } from '../../../web/kit/form.tsx'
import { Sheet } from '../../../web/kit/sheet.tsx'
import { TextField } from '../../../web/kit/text-field.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { showToast } from '../../../web/kit/toast.tsx'

type Provider = 'stripe' | 'mollie'

/** Connects a payment provider by its key. For Stripe also where it tells, to be copied there, and what it signs with. */
export function ConnectSheet({ webhookUrls, onClose }: { readonly webhookUrls: readonly { provider: string; url: string }[]; readonly onClose: () => void }) {
  const { t } = useTexts()
  const initial: { provider: Provider; key: string; webhookSecret: string } = { provider: 'stripe', key: '', webhookSecret: '' }
  const send = sendTo('payments.connect-provider', (values: typeof initial) => ({
    provider: values.provider,
    key: values.key,
    webhookSecret: values.provider === 'stripe' ? values.webhookSecret || null : null,
  }))
  const form = useForm({
    name: 'payments.connect',
    initial,
    send,
    // A key is the one thing that must not be kept in the browser.
    isKept: false,
    onDone: ({ provider }) => {
      showToast({ text: t('payments.provider-connected', { provider: t(`payments.provider-${provider}`) }) })
      onClose()
    },
  })
  const isStripe = form.values.provider === 'stripe'
  return (
    <Sheet title={t('payments.provider-connect')} onClose={onClose}>
      <Form form={form} submitLabel={t('payments.provider-connect')} onCancel={onClose}>
        <Segmented
          label={t('payments.provider')}
          isLabelHidden
          choices={[
            { value: 'stripe', label: 'Stripe' },
            { value: 'mollie', label: 'Mollie' },
          ]}
          {...form.field<Provider>('provider')}
        />
        <TextField
          label={t('payments.provider-key')}
          type="password"
          autoComplete="off"
          autoFocus
          hint={t(`payments.provider-key-${form.values.provider}`)}
          {...form.field('key')}
        />
        {isStripe ? (
          <>
            <TextField
              label={t('payments.provider-webhook')}
              hint={t('payments.provider-webhook-hint')}
              value={webhookUrls.find((each) => each.provider === 'stripe')?.url ?? ''}
              onChange={() => undefined}
            />
            <TextField label={t('payments.provider-webhook-secret')} type="password" autoComplete="off" isRequired={false} {...form.field('webhookSecret')} />
          </>
        ) : null}
      </Form>
    </Sheet>
  )
}
