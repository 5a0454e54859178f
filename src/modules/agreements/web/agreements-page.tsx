import { LinkButton } from '../../../web/kit/button.tsx'
import { Money } from '../../../web/kit/figures.tsx'
import { FormError } from '../../../web/kit/form.tsx'
import { useKeys } from '../../../web/kit/keys.tsx'
import { EmptyState, Page, Waiting } from '../../../web/kit/layout.tsx'
import { List } from '../../../web/kit/list.tsx'
import { useGo } from '../../../web/kit/navigation.tsx'
import { useOperation } from '../../../web/kit/query.ts'
import { useTexts } from '../../../web/kit/texts.tsx'
import { AgreementState } from './agreement-state.tsx'

/** All agreements and offers, latest first. */
export function AgreementsPage() {
  const { t } = useTexts()
  const go = useGo()
  const list = useOperation('agreements.list', {})
  useKeys([{ key: 'n', label: t('agreements.new'), act: () => go('/agreements/new') }])
  if (list.error)
    return (
      <Page title={t('agreements.title')}>
        <FormError problem={list.error} />
      </Page>
    )
  if (!list.data) return <Waiting />
  const newOne = (
    <LinkButton to="/agreements/new" look="primary" shortcut="n">
      {t('agreements.new')}
    </LinkButton>
  )
  return (
    <Page title={t('agreements.title')} actions={newOne}>
      <List
        label={t('agreements.title')}
        empty={<EmptyState text={t('agreements.none')} hint={t('agreements.none-hint')} action={newOne} />}
        rows={list.data.agreements.map((agreement) => ({
          id: agreement.id,
          title: `${agreement.payerName} · ${agreement.name}`,
          detail: agreement.sentence,
          figure: agreement.price ? <Money value={agreement.price} /> : undefined,
          figureDetail: <AgreementState state={agreement.state} />,
          to: `/agreements/${agreement.id}`,
        }))}
      />
    </Page>
  )
}
