import { useState } from 'react'
import { Button } from '../../../web/kit/button.tsx'
import { Segmented } from '../../../web/kit/choice.tsx'
import { DayField } from '../../../web/kit/day-field.tsx'
import { DayText } from '../../../web/kit/figures.tsx'
import { Form, sendTo, useForm } from '../../../web/kit/form.tsx'
import { useFormat } from '../../../web/kit/format.ts'
import { Facts } from '../../../web/kit/layout.tsx'
import { useAction, useOperation } from '../../../web/kit/query.ts'
import { useMay } from '../../../web/kit/session.tsx'
import { Sheet } from '../../../web/kit/sheet.tsx'
import { TextField } from '../../../web/kit/text-field.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { showToast } from '../../../web/kit/toast.tsx'

/** Beside the thread: the customer's direct debit mandate. Nothing where the company collects from nobody. */
export function MandatePart({ contactId }: { readonly contactId: string }) {
  const { t } = useTexts()
  const mayChange = useMay('owner', 'staff')
  const [isAdding, setIsAdding] = useState(false)
  const [mandate] = useOperation('payments.mandates', { contactId }).data?.mandates ?? []
  const collects = useOperation('payments.to-collect', {}).data?.hasCreditorIdentifier === true
  const revoke = useAction('payments.revoke-mandate', { done: t('payments.mandate-revoked') })
  if (!mandate && !(collects && mayChange)) return null
  return (
    <div>
      {mandate ? (
        <Facts
          title={t('payments.mandate')}
          facts={[
            [t('payments.mandate-reference'), mandate.reference],
            ['IBAN', mandate.iban.replace(/(.{4})(?=.)/g, '$1 ')],
            [t('payments.mandate-signed'), <DayText key="signed" value={mandate.signedOn} />],
          ]}
        />
      ) : null}
      {mayChange ? (
        <p>
          {mandate ? (
            <Button size="small" onClick={() => revoke.run({ mandateId: mandate.id })}>
              {t('payments.mandate-revoke')}
            </Button>
          ) : (
            <Button size="small" onClick={() => setIsAdding(true)}>
              {t('payments.mandate-add')}
            </Button>
          )}
        </p>
      ) : null}
      {isAdding ? <MandateSheet contactId={contactId} onClose={() => setIsAdding(false)} /> : null}
    </div>
  )
}

function MandateSheet({ contactId, onClose }: { readonly contactId: string; readonly onClose: () => void }) {
  const { t } = useTexts()
  const format = useFormat()
  const initial: { iban: string; signedOn: string; reference: string; scheme: 'CORE' | 'B2B' } = {
    iban: '',
    signedOn: format.today as string,
    reference: '',
    scheme: 'CORE',
  }
  const form = useForm({
    name: `payments.add-mandate ${contactId}`,
    initial,
    send: sendTo('payments.add-mandate', (values: typeof initial) => ({
      contactId,
      iban: values.iban,
      signedOn: values.signedOn,
      scheme: values.scheme,
      ...(values.reference ? { reference: values.reference } : {}),
    })),
    onDone: () => {
      showToast({ text: t('payments.mandate-added') })
      onClose()
    },
  })
  return (
    <Sheet title={t('payments.mandate')} onClose={onClose}>
      <Form form={form} submitLabel={t('kit.save')} onCancel={onClose}>
        <TextField label="IBAN" autoFocus {...form.field('iban')} />
        <DayField label={t('payments.mandate-signed')} prefersPast {...form.field('signedOn')} />
        <TextField label={t('payments.mandate-reference')} hint={t('payments.mandate-reference-hint')} {...form.field('reference')} />
        <Segmented
          label={t('payments.mandate-scheme')}
          choices={(['CORE', 'B2B'] as const).map((value) => ({ value, label: t(`payments.mandate-scheme-${value}`) }))}
          {...form.field<'CORE' | 'B2B'>('scheme')}
        />
      </Form>
    </Sheet>
  )
}
