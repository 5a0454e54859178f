import { useState } from 'react'
import { Button } from '../../../web/kit/button.tsx'
import { call } from '../../../web/kit/client.ts'
import { Combobox, type Option } from '../../../web/kit/combobox.tsx'
import { Form, FormError, useForm } from '../../../web/kit/form.tsx'
import { useLater } from '../../../web/kit/later.ts'
import { Page, Waiting } from '../../../web/kit/layout.tsx'
import { useBack, useGo, useQueryText } from '../../../web/kit/navigation.tsx'
import { useOperation } from '../../../web/kit/query.ts'
import { TextArea, TextField } from '../../../web/kit/text-field.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { newTerms, TermsForm, useBasics, type TermsOnTheWire } from '../../offer/web/shared.ts'
import { findContacts } from '../../contacts/web/shared.ts'
import { Participants, type ParticipantRow } from './participants.tsx'

interface Values {
  payer: Option | null
  product: Option | null
  name: string
  participants: ParticipantRow[]
  note: string
  terms: TermsOnTheWire
}

/** Sells something to a customer: a product or terms of their own, as a draft, an offer, or agreed already. */
export function NewAgreementPage() {
  const { t } = useTexts()
  const [customerId] = useQueryText('customer')
  const customer = useOperation('contacts.read', { contactId: customerId }, { enabled: customerId !== '' })
  if (customer.error)
    return (
      <Page title={t('agreements.new')}>
        <FormError problem={customer.error} />
      </Page>
    )
  if (customerId !== '' && !customer.data) return <Waiting />
  return <NewAgreement key={customerId} payer={customer.data ? { id: customerId, label: customer.data.name } : null} />
}

function NewAgreement({ payer }: { payer: Option | null }) {
  const { t } = useTexts()
  const go = useGo()
  const back = useBack()
  const basics = useBasics()
  const offer = useOperation('offer.list', {})
  const [then, setThen] = useState<'draft' | 'offer' | 'accept'>('offer')
  const send = useLater('agreements.offer', { waiting: t('agreements.offer-goes-out'), done: t('agreements.offered') })
  const initial: Values = { payer, product: null, name: '', participants: [], note: '', terms: newTerms('pass', basics) }
  const form = useForm({
    name: `agreements.new.${payer?.id ?? ''}`,
    initial,
    send: (values: Values, idempotencyKey) => call('agreements.create', inputOf(values, then), { idempotencyKey }),
    fieldOf: (path) => (path === 'payerId' ? 'payer' : path === 'productId' ? 'product' : path),
    onDone: ({ id }) => {
      if (then === 'offer') send.run({ agreementId: id })
      go(`/agreements/${id}`, { replace: true })
    },
  })
  const submitAs = (way: 'draft' | 'offer' | 'accept') => {
    setThen(way)
    // The chosen way must be in the closure that sends.
    setTimeout(() => void form.submit(), 0)
  }
  const products = offer.data?.products ?? []
  const loadProducts = (typed: string): Option[] =>
    products
      .filter((product) => product.name.toLowerCase().includes(typed.trim().toLowerCase()))
      .map((product) => ({ id: product.id, label: product.name, detail: product.sentence }))
  const chooseProduct = (option: Option | null) => {
    const product = products.find((each) => each.id === option?.id)
    form.change((before) => ({ ...before, product: option, name: product?.name ?? before.name, terms: product?.terms ?? before.terms }))
  }
  if (!offer.data) return <Waiting />
  return (
    <Page title={t('agreements.new')}>
      <Form
        form={form}
        submitLabel={t('agreements.offer')}
        onCancel={() => back('/customers')}
        actions={
          <>
            <Button onClick={() => submitAs('accept')}>{t('agreements.agreed-already')}</Button>
            <Button look="quiet" onClick={() => submitAs('draft')}>
              {t('agreements.save-draft')}
            </Button>
          </>
        }
      >
        <Combobox label={t('agreements.payer')} load={findContacts} autoFocus={!payer} isRequired {...form.field<Option | null>('payer')} />
        <Combobox
          label={t('agreements.product')}
          hint={t('agreements.product-hint')}
          load={loadProducts}
          autoFocus={payer !== null}
          {...form.field<Option | null>('product')}
          onChange={chooseProduct}
        />
        <TextField label={t('agreements.name')} isRequired {...form.field('name')} />
        <TermsForm form={form} below="terms" currency={form.values.terms.price.currency} services={offer.data.services} />
        <Participants rows={form.values.participants} onChange={(rows) => form.set('participants', rows)} />
        <TextArea label={t('agreements.note')} hint={t('agreements.note-hint')} {...form.field('note')} />
      </Form>
    </Page>
  )
}

function inputOf(values: Values, then: 'draft' | 'offer' | 'accept') {
  const participants = values.participants.flatMap((row) => (row.contact ? [{ contactId: row.contact.id, thingId: row.thing?.id ?? null }] : []))
  return {
    payerId: values.payer?.id ?? '',
    name: values.name,
    terms: values.terms,
    note: values.note,
    ...(values.product ? { productId: values.product.id } : {}),
    ...(participants.length > 0 ? { participants } : {}),
    // An offer is made from a draft, so that it can wait for Undo before it leaves.
    then: then === 'accept' ? ('accept' as const) : ('draft' as const),
  }
}
