import { call } from '../../../web/kit/client.ts'
import { DayField } from '../../../web/kit/day-field.tsx'
import { Form, FormError, useForm } from '../../../web/kit/form.tsx'
import { useFormat } from '../../../web/kit/format.ts'
import { Page, Waiting } from '../../../web/kit/layout.tsx'
import { Link, useBack, useGo, usePath } from '../../../web/kit/navigation.tsx'
import { useOperation } from '../../../web/kit/query.ts'
import { TextArea, TextField } from '../../../web/kit/text-field.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { TermsForm, type TermsOnTheWire } from '../../offer/web/shared.ts'
import type { Agreement } from './agreement-page.tsx'

interface Values {
  name: string
  note: string
  effectiveOn: string
  terms: TermsOnTheWire
}

/** Changes a draft or unanswered offer; for an accepted agreement it proposes new terms from a day on. */
export function TermsPage() {
  const { t } = useTexts()
  const { agreementId } = usePath<'agreementId'>()
  const read = useOperation('agreements.read', { agreementId })
  if (read.error)
    return (
      <Page title={t('agreements.terms')}>
        <FormError problem={read.error} />
      </Page>
    )
  if (!read.data) return <Waiting />
  return <EditTerms key={agreementId} agreement={read.data} />
}

function EditTerms({ agreement }: { agreement: Agreement }) {
  const { t } = useTexts()
  const { today } = useFormat()
  const back = useBack()
  const go = useGo()
  const offer = useOperation('offer.list', {})
  const isAmendment = agreement.acceptedOn !== null
  const agreementId = agreement.id
  const here = `/agreements/${agreementId}` as const
  const form = useForm({
    name: `agreements.terms.${agreementId}`,
    initial: { name: agreement.name, note: agreement.note, effectiveOn: today, terms: agreement.terms } as Values,
    send: (values: Values, idempotencyKey): Promise<unknown> =>
      isAmendment
        ? call('agreements.propose-amendment', { agreementId, terms: values.terms, effectiveOn: values.effectiveOn }, { idempotencyKey })
        : call('agreements.change-draft', { agreementId, name: values.name, note: values.note, terms: values.terms }, { idempotencyKey }),
    onDone: () => go(here, { replace: true }),
  })
  return (
    <Page
      title={t(isAmendment ? 'agreements.amend' : 'agreements.change')}
      titleBefore={<Link to={here}>{agreement.name}</Link>}
      lead={isAmendment ? t('agreements.amend-lead') : undefined}
    >
      <Form form={form} submitLabel={t(isAmendment ? 'agreements.propose' : 'kit.save')} onCancel={() => back(here)}>
        {isAmendment ? (
          <DayField label={t('agreements.effective-on')} {...form.field('effectiveOn')} />
        ) : (
          <TextField label={t('agreements.name')} {...form.field('name')} />
        )}
        <TermsForm form={form} below="terms" currency={form.values.terms.price.currency} services={offer.data?.services ?? []} />
        {isAmendment ? null : <TextArea label={t('agreements.note')} {...form.field('note')} />}
      </Form>
    </Page>
  )
}
