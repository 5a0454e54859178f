import { useFormat } from '../../../web/kit/format.ts'
import { Money, RelativeDay } from '../../../web/kit/figures.tsx'
import { Section, State } from '../../../web/kit/layout.tsx'
import { List } from '../../../web/kit/list.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { amountIn, parametersOf, placeOf } from './move-words.ts'
import type { WireDone } from './wire.ts'

/** What the autopilot did in the last week, so that nothing happens behind anyone's back. */
export function DoneForYou({ done }: { readonly done: readonly WireDone[] }) {
  const { t, has } = useTexts()
  const format = useFormat()
  if (done.length === 0) return null
  return (
    <Section title={t('today.done-for-you')}>
      <List
        label={t('today.done-for-you')}
        isMain={false}
        rows={done.map((each) => {
          const amount = amountIn(each.facts)
          const failure = each.problem && has(`failure.${each.problem}`) ? t(`failure.${each.problem}`) : t('today.could-not')
          return {
            id: each.id,
            title: t(`today.done.${each.kind}`, parametersOf(each, { t, format })),
            detail: each.problem ? <State tone="bad">{failure}</State> : <RelativeDay value={each.doneAt.slice(0, 10)} />,
            figure: amount ? <Money value={amount} /> : undefined,
            to: placeOf(each.subject, each.contactId),
          }
        })}
      />
    </Section>
  )
}
