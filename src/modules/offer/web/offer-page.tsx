import { FormError } from '../../../web/kit/form.tsx'
import { LinkButton } from '../../../web/kit/button.tsx'
import { Money } from '../../../web/kit/figures.tsx'
import { useFormat } from '../../../web/kit/format.ts'
import { EmptyState, Page, Section, State, Waiting } from '../../../web/kit/layout.tsx'
import { List, type Row } from '../../../web/kit/list.tsx'
import { useGo } from '../../../web/kit/navigation.tsx'
import { useKeys } from '../../../web/kit/keys.tsx'
import { useAction, useOperation } from '../../../web/kit/query.ts'
import { call } from '../../../web/kit/client.ts'
import { useMay } from '../../../web/kit/session.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import type { CallOutput } from '../../../web/kit/operations.ts'

type Offer = CallOutput<'offer.list'>

/** What the company sells, each in one sentence. */
export function OfferPage() {
  const { t } = useTexts()
  const go = useGo()
  const mayChange = useMay('owner', 'staff')
  const offer = useOperation('offer.list', {})
  const products = useProductRows(offer.data?.products ?? [])
  const services = useServiceRows(offer.data?.services ?? [])
  useKeys(
    mayChange
      ? [
          { key: 'n', label: t('offer.new-product'), act: () => go('/offer/products/new') },
          { key: 'v', label: t('offer.new-service'), act: () => go('/offer/services/new') },
        ]
      : [],
  )
  if (offer.error)
    return (
      <Page title={t('offer.title')}>
        <FormError problem={offer.error} />
      </Page>
    )
  if (!offer.data) return <Waiting />
  const newProduct = (
    <LinkButton to="/offer/products/new" look="primary" shortcut="n">
      {t('offer.new-product')}
    </LinkButton>
  )
  const newService = (
    <LinkButton to="/offer/services/new" shortcut="v">
      {t('offer.new-service')}
    </LinkButton>
  )
  return (
    <Page
      title={t('offer.title')}
      actions={
        mayChange ? (
          <>
            {newProduct}
            {newService}
          </>
        ) : undefined
      }
    >
      <Section title={t('offer.products')}>
        <List
          label={t('offer.products')}
          rows={products}
          empty={<EmptyState text={t('offer.products-none')} hint={mayChange ? t('offer.products-hint') : undefined} />}
        />
      </Section>
      <Section title={t('offer.services')}>
        <List
          label={t('offer.services')}
          isMain={false}
          rows={services}
          empty={<EmptyState text={t('offer.services-none')} hint={mayChange ? t('offer.services-hint') : undefined} />}
        />
      </Section>
    </Page>
  )
}

function useProductRows(products: Offer['products']): Row[] {
  const { t } = useTexts()
  const mayChange = useMay('owner', 'staff')
  const archive = useAction('offer.archive-product', {
    done: t('offer.archived'),
    undo: (_output, { productId }) => call('offer.restore-product', { productId }),
  })
  return products.map((product) => ({
    id: product.id,
    title: product.name,
    detail: product.sentence,
    figure: <State>{t(`offer.way-${product.way}`)}</State>,
    to: `/offer/products/${product.id}`,
    actions: mayChange ? [{ key: 'a', label: t('offer.archive'), act: () => archive.run({ productId: product.id }) }] : [],
  }))
}

function useServiceRows(services: Offer['services']): Row[] {
  const { t } = useTexts()
  const mayChange = useMay('owner', 'staff')
  const format = useFormat()
  const archive = useAction('offer.archive-service', {
    done: t('offer.archived'),
    undo: (_output, { serviceId }) => call('offer.restore-service', { serviceId }),
  })
  return services.map((service) => ({
    id: service.id,
    title: service.name,
    detail: [service.minutes === null ? '' : t('offer.minutes', { minutes: service.minutes }), service.description].filter(Boolean).join(' · '),
    figure: service.price ? <Money value={service.price} /> : undefined,
    figureDetail: service.price ? t(`offer.per-${service.unit}`, { per: format.quantity(service.per) }) : undefined,
    to: `/offer/services/${service.id}`,
    actions: mayChange ? [{ key: 'a', label: t('offer.archive'), act: () => archive.run({ serviceId: service.id }) }] : [],
  }))
}
