import { useOperation, useAction } from '../../../web/kit/query.ts'
import { Section, State } from '../../../web/kit/layout.tsx'
import { List } from '../../../web/kit/list.tsx'
import { call } from '../../../web/kit/client.ts'
import { useTexts } from '../../../web/kit/texts.tsx'
import type { Agreement } from './agreement-page.tsx'

/** The parts of a project's price; reaching one bills it. */
export function Milestones({ agreement }: { agreement: Agreement }) {
  const { t } = useTexts()
  const read = useOperation('agreements.read', { agreementId: agreement.id })
  const reach = useAction('agreements.reach-milestone', {
    done: t('agreements.milestone-reached'),
    undo: async (_output, { key }) => {
      const fresh = (await read.refetch()).data
      const event = fresh?.events.findLast((each) => each.key === key)
      if (event) await call('agreements.take-back-event', { agreementId: agreement.id, eventId: event.id })
    },
  })
  const { milestones } = agreement.terms.billing
  if (milestones.length === 0) return null
  const isAccepted = agreement.acceptedOn !== null
  const isReached = (key: string) => agreement.events.some((event) => event.key === key)
  return (
    <Section title={t('agreements.milestones')}>
      <List
        label={t('agreements.milestones')}
        rows={milestones.map((milestone) => {
          const isDone = isReached(milestone.key) || (milestone.isOnAcceptance && isAccepted)
          return {
            id: milestone.key,
            title: milestone.name,
            detail: `${milestone.share} %`,
            figure: <State tone={isDone ? 'good' : 'plain'}>{t(isDone ? 'agreements.reached' : 'agreements.not-reached')}</State>,
            ...(isAccepted && !isDone
              ? { actions: [{ key: 'c', label: t('agreements.reach'), isMain: true, act: () => reach.run({ agreementId: agreement.id, key: milestone.key }) }] }
              : {}),
          }
        })}
      />
    </Section>
  )
}
