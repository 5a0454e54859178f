import { Form, FormError, sendTo, useForm } from '../../../web/kit/form.tsx'
import { Page, Waiting } from '../../../web/kit/layout.tsx'
import { Link, useBack, useGo, usePath } from '../../../web/kit/navigation.tsx'
import type { CallOutput } from '../../../web/kit/operations.ts'
import { useOperation } from '../../../web/kit/query.ts'
import { useCompany, useMay } from '../../../web/kit/session.tsx'
import { Segmented } from '../../../web/kit/choice.tsx'
import { TextArea, TextField } from '../../../web/kit/text-field.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import type { SellingWay, TermsOnTheWire } from '../terms.ts'
import { newTerms, waysInOrder } from './new-terms.ts'
import { TermsForm } from './terms-form.tsx'
import { useBasics } from './use-basics.ts'

interface Values {
  name: string
  description: string
  way: SellingWay
  terms: TermsOnTheWire
}

export function NewProductPage() {
  const { t } = useTexts()
  const basics = useBasics()
  const initial: Values = { name: '', description: '', way: 'pass', terms: newTerms('pass', basics) }
  const send = sendTo('offer.create-product', (values: Values) => values)
  return <ProductForm title={t('offer.new-product')} name="offer.new-product" initial={initial} send={send} isNew />
}

export function EditProductPage() {
  const { t } = useTexts()
  const { productId } = usePath<'productId'>()
  const product = useOperation('offer.read-product', { productId })
  if (product.error)
    return (
      <Page title={t('offer.product')}>
        <FormError problem={product.error} />
      </Page>
    )
  if (!product.data) return <Waiting />
  const { name, description, way, terms }: CallOutput<'offer.read-product'> = product.data
  const send = sendTo('offer.update-product', (values: Values) => ({ productId, ...values }))
  return <ProductForm key={productId} title={name} name={`offer.product.${productId}`} initial={{ name, description, way, terms }} send={send} />
}

function ProductForm({
  title,
  name,
  initial,
  send,
  isNew = false,
}: {
  title: string
  name: string
  initial: Values
  send: (values: Values, key: string) => Promise<unknown>
  isNew?: boolean
}) {
  const { t } = useTexts()
  const back = useBack()
  const mayChange = useMay('owner', 'staff')
  const go = useGo()
  const basics = useBasics()
  const company = useCompany()
  const offer = useOperation('offer.list', {})
  const form = useForm({ name, initial, send, onDone: () => go('/offer', { replace: true }) })
  const choose = (way: SellingWay) => form.change((before) => ({ ...before, way, terms: newTerms(way, basics) }))
  return (
    <Page title={title} titleBefore={<Link to="/offer">{t('offer.title')}</Link>}>
      <Form form={form} submitLabel={t('kit.save')} onCancel={() => back('/offer')} isReadOnly={!mayChange}>
        {isNew ? (
          <Segmented
            label={t('offer.way')}
            value={form.values.way}
            onChange={choose}
            choices={waysInOrder.map((way) => ({ value: way, label: t(`offer.way-${way}`) }))}
          />
        ) : null}
        <TextField label={t('offer.name')} autoFocus={isNew} isRequired {...form.field('name')} />
        <TermsForm form={form} below="terms" currency={form.values.terms.price.currency || company.currency} services={offer.data?.services ?? []} />
        <TextArea label={t('offer.description')} hint={t('offer.description-hint')} {...form.field('description')} />
      </Form>
    </Page>
  )
}
