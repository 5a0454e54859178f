import { Combobox, type Option } from '../../../web/kit/combobox.tsx'
import { DayField } from '../../../web/kit/day-field.tsx'
import { Form, sendTo, useForm } from '../../../web/kit/form.tsx'
import { QuantityField } from '../../../web/kit/number-field.tsx'
import { useOperation } from '../../../web/kit/query.ts'
import { Select } from '../../../web/kit/select.tsx'
import { Sheet } from '../../../web/kit/sheet.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { showToast } from '../../../web/kit/toast.tsx'
import { findContacts } from './find-contacts.ts'

interface RunningAgreement {
  contact: Option | null
  productId: string
  startsOn: string
  remaining: string
}

const initial: RunningAgreement = { contact: null, productId: '', startsOn: '', remaining: '' }

/** One agreement that runs already: what was sold, since when, and what is left. */
export function OpeningAgreementSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts()
  const products = useOperation('offer.list', {}).data?.products ?? []
  const send = sendTo('agreements.enter-opening', (values: RunningAgreement) => ({
    payerId: values.contact?.id ?? '',
    productId: values.productId,
    startsOn: values.startsOn,
    remaining: values.remaining ? [{ units: values.remaining }] : [],
  }))
  const form = useForm({
    name: 'company.opening-agreement',
    initial,
    send,
    fieldOf: (path) => (path === 'payerId' ? 'contact' : path.startsWith('remaining') ? 'remaining' : path),
    onDone: ({ sentence }) => {
      showToast({ text: sentence })
      onClose()
    },
  })
  return (
    <Sheet title={t('company.opening-agreement')} onClose={onClose}>
      <Form form={form} submitLabel={t('kit.save')} onCancel={onClose}>
        <Combobox label={t('company.opening-customer')} load={findContacts} autoFocus {...form.field<Option | null>('contact')} />
        <Select
          label={t('company.opening-product')}
          emptyLabel="–"
          choices={products.map((product) => ({ value: product.id, label: product.name }))}
          {...form.field('productId')}
        />
        <DayField label={t('company.opening-starts')} prefersPast {...form.field('startsOn')} />
        <QuantityField label={t('company.opening-remaining')} hint={t('company.opening-remaining-hint')} isRequired={false} {...form.field('remaining')} />
      </Form>
    </Sheet>
  )
}
