import { useState } from 'react'
import { DayText, Money } from '../../../web/kit/figures.tsx'
import { FormError } from '../../../web/kit/form.tsx'
import { Facts, Page, Waiting } from '../../../web/kit/layout.tsx'
import { Link, usePath } from '../../../web/kit/navigation.tsx'
import type { CallOutput } from '../../../web/kit/operations.ts'
import { useOperation } from '../../../web/kit/query.ts'
import { useTexts } from '../../../web/kit/texts.tsx'
import { AgreementActions } from './agreement-actions.tsx'
import { AgreementHistory } from './agreement-history.tsx'
import { AgreementState } from './agreement-state.tsx'
import { EventSheet, type EventVerb } from './event-sheet.tsx'
import { AdjustSheet } from './adjust-sheet.tsx'
import { Milestones } from './milestones.tsx'
import { Standing } from './standing.tsx'

export type Agreement = CallOutput<'agreements.read'>

/** One agreement: what was promised, what is left, what happened, and what can be done. */
export function AgreementPage() {
  const { t } = useTexts()
  const { agreementId } = usePath<'agreementId'>()
  const [sheet, setSheet] = useState<EventVerb | 'adjust'>()
  const read = useOperation('agreements.read', { agreementId })
  if (read.error)
    return (
      <Page title={t('agreements.one')}>
        <FormError problem={read.error} />
      </Page>
    )
  if (!read.data) return <Waiting />
  const agreement = read.data
  return (
    <Page
      title={agreement.name}
      titleBefore={<Link to={`/customers/${agreement.payerId}`}>{agreement.payerName}</Link>}
      lead={agreement.sentence}
      actions={<AgreementActions agreement={agreement} onSheet={setSheet} />}
      aside={<AgreementFacts agreement={agreement} />}
    >
      <Standing standing={agreement.standing} />
      <Milestones agreement={agreement} />
      <AgreementHistory agreement={agreement} />
      {sheet === 'adjust' ? <AdjustSheet agreement={agreement} onClose={() => setSheet(undefined)} /> : null}
      {sheet !== undefined && sheet !== 'adjust' ? <EventSheet agreementId={agreement.id} verb={sheet} onClose={() => setSheet(undefined)} /> : null}
    </Page>
  )
}

function AgreementFacts({ agreement }: { agreement: Agreement }) {
  const { t } = useTexts()
  const day = (key: string, value: string | null) => (value === null ? undefined : ([t(key), <DayText key={key} value={value} />] as const))
  return (
    <Facts
      facts={[
        [t('agreements.state'), <AgreementState key="state" state={agreement.state} />],
        agreement.price ? [t('agreements.price'), <Money key="price" value={agreement.price} />] : undefined,
        day('agreements.offered-on', agreement.offeredOn),
        day('agreements.valid-until', agreement.validUntil),
        day('agreements.accepted-on', agreement.acceptedOn),
        day('agreements.starts-on', agreement.startsOn),
        day('agreements.ends-on', agreement.endsOn),
        agreement.term ? [t('agreements.notice-by'), <DayText key="notice" value={agreement.term.noticeBy} />] : undefined,
        ...agreement.participants.map(
          (participant) =>
            [
              t('agreements.participant'),
              <Link key={participant.contactId} to={`/customers/${participant.contactId}`}>
                {participant.thingName ? `${participant.name} (${participant.thingName})` : participant.name}
              </Link>,
            ] as const,
        ),
      ]}
    />
  )
}
