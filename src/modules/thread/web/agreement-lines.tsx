import { Money } from '../../../web/kit/figures.tsx'
import { hoursText, useFormat, type Format } from '../../../web/kit/format.ts'
import { Section, State } from '../../../web/kit/layout.tsx'
import { List } from '../../../web/kit/list.tsx'
import { useTexts, type Translator } from '../../../web/kit/texts.tsx'
import type { WireAgreement } from './wire.ts'

/** What was promised and what is left of it, in plain words: "2 lessons left of 10, until 3 May". */
export function AgreementLines({ agreements, contactId }: { readonly agreements: readonly WireAgreement[]; readonly contactId: string }) {
  const { t } = useTexts()
  const format = useFormat()
  if (agreements.length === 0) return null
  return (
    <Section title={t('thread.agreements')}>
      <List
        label={t('thread.agreements')}
        isMain={false}
        rows={agreements.map((agreement) => ({
          id: agreement.id,
          title: agreement.name,
          detail: [balanceText(agreement, { t, format }) ?? agreement.sentence, whoText(agreement, contactId, t)].filter((part) => part).join(' · '),
          figure: agreement.price ? <Money value={agreement.price} /> : undefined,
          figureDetail:
            agreement.state === 'active' ? (
              agreement.every === 'period' ? (
                t('thread.per-period')
              ) : undefined
            ) : (
              <State tone={agreement.state === 'offered' ? 'accent' : 'plain'}>{t(`thread.agreement-${agreement.state}`)}</State>
            ),
          to: `/agreements/${agreement.id}`,
        }))}
      />
    </Section>
  )
}

/** Undefined where nothing is counted: then the sentence of the agreement says what it is. */
export function balanceText(agreement: WireAgreement, { t, format }: { t: Translator['t']; format: Format }): string | undefined {
  const counted = agreement.standing.filter((standing) => !standing.isUnlimited && Number(standing.granted) > 0)
  if (counted.length === 0) return undefined
  return counted
    .map((standing) => {
      const [left, granted] = [standing.left, standing.granted].map((value) => unitsText(value, standing.unit, t))
      const text = t(standing.every === 'period' ? 'thread.left-period' : 'thread.left', { left: left!, granted: granted! })
      return standing.until && standing.every === 'once' ? t('thread.until', { text, day: format.day(standing.until, { isShort: true }) }) : text
    })
    .join(', ')
}

function unitsText(value: string, unit: WireAgreement['standing'][number]['unit'], t: Translator['t']): string {
  if (unit === 'minute') return `${hoursText(Number(value))} h`
  if (unit === 'money') return value
  return t(`thread.units-${unit}`, { count: Number(value) })
}

/** Who pays, where that is somebody else; who takes part, where that is not the payer alone. */
function whoText(agreement: WireAgreement, contactId: string, t: Translator['t']): string | undefined {
  if (agreement.payerId !== contactId) return t('thread.paid-by', { who: agreement.payerName })
  const others = agreement.participants.flatMap((each) => (each.contactId === contactId ? (each.thingName ? [each.thingName] : []) : [each.name]))
  return others.length > 0 ? t('thread.for', { names: others.slice(0, 4).join(', ') + (others.length > 4 ? ' …' : '') }) : undefined
}
