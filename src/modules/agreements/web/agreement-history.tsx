import { useState } from 'react'
import { parseDay } from '../../../kernel/day.ts'
import { Button } from '../../../web/kit/button.tsx'
import { DayField } from '../../../web/kit/day-field.tsx'
import { DayText, Time } from '../../../web/kit/figures.tsx'
import { useFormat } from '../../../web/kit/format.ts'
import { EmptyState, Section } from '../../../web/kit/layout.tsx'
import { List } from '../../../web/kit/list.tsx'
import { useAction, useOperation } from '../../../web/kit/query.ts'
import { useTexts } from '../../../web/kit/texts.tsx'
import type { Agreement } from './agreement-page.tsx'
import { useUnits } from './standing.tsx'

/** What happened: versions of the terms, events, the evidence of decisions, and the ledger on request. */
export function AgreementHistory({ agreement }: { agreement: Agreement }) {
  return (
    <>
      <Versions agreement={agreement} />
      <Events agreement={agreement} />
      <Evidence agreement={agreement} />
      <Ledger agreement={agreement} />
    </>
  )
}

function Versions({ agreement }: { agreement: Agreement }) {
  const { t } = useTexts()
  const accept = useAction('agreements.accept-amendment', { done: t('agreements.accepted') })
  const decline = useAction('agreements.decline-amendment', { done: t('agreements.done-decline') })
  if (agreement.versions.length < 2) return null
  return (
    <Section title={t('agreements.versions')}>
      <List
        label={t('agreements.versions')}
        isMain={false}
        rows={agreement.versions.map((version) => ({
          id: String(version.version),
          title: version.sentence,
          detail: version.effectiveOn ? (
            <>
              {t('agreements.from')} <DayText value={version.effectiveOn} />
            </>
          ) : (
            t('agreements.first-terms')
          ),
          figure: t(`agreements.version-${version.state}`),
          ...(version.state === 'proposed' && version.effectiveOn
            ? {
                actions: [
                  { key: 'a', label: t('agreements.accept-by-word'), act: () => accept.run({ agreementId: agreement.id, version: version.version }) },
                  { key: 'd', label: t('agreements.verb-decline'), act: () => decline.run({ agreementId: agreement.id, version: version.version }) },
                ],
              }
            : {}),
        }))}
      />
    </Section>
  )
}

function Events({ agreement }: { agreement: Agreement }) {
  const { t, has } = useTexts()
  const takeBack = useAction('agreements.take-back-event', { done: t('agreements.taken-back') })
  if (agreement.events.length === 0) return null
  const nameOf = (kind: string) => (has(`agreements.event-${kind}`) ? t(`agreements.event-${kind}`) : kind)
  const milestone = (key: string | null) => agreement.terms.billing.milestones.find((each) => each.key === key)?.name ?? ''
  return (
    <Section title={t('agreements.events')}>
      <List
        label={t('agreements.events')}
        isMain={false}
        rows={agreement.events.map((event) => ({
          id: event.id,
          title: [nameOf(event.kind), milestone(event.key)].filter(Boolean).join(': '),
          detail: event.reason,
          figure: <DayText value={event.on} />,
          actions: [{ key: 't', label: t('agreements.take-back'), act: () => takeBack.run({ agreementId: agreement.id, eventId: event.id }) }],
        }))}
      />
    </Section>
  )
}

function Evidence({ agreement }: { agreement: Agreement }) {
  const { dayOf } = useFormat()
  const { t } = useTexts()
  if (agreement.evidence.length === 0) return null
  return (
    <Section title={t('agreements.evidence')}>
      <List
        label={t('agreements.evidence')}
        isMain={false}
        rows={agreement.evidence.map((each, index) => ({
          id: String(index),
          title: t(`agreements.decision-${each.decision}`, { name: each.name }),
          detail: [each.address, each.reason, `SHA-256 ${each.textHash.slice(0, 16)}…`].filter(Boolean).join(' · '),
          figure: (
            <>
              <DayText value={dayOf(each.at)} /> <Time value={each.at} />
            </>
          ),
        }))}
      />
    </Section>
  )
}

function Ledger({ agreement }: { agreement: Agreement }) {
  const { t } = useTexts()
  const [isShown, setIsShown] = useState(false)
  const units = useUnits()
  const entries = useOperation('agreements.entries', { agreementId: agreement.id }, { enabled: isShown })
  if (agreement.standing.length === 0) return null
  return (
    <Section
      title={t('agreements.ledger')}
      actions={
        isShown ? undefined : (
          <Button size="small" onClick={() => setIsShown(true)}>
            {t('agreements.show')}
          </Button>
        )
      }
    >
      {isShown ? (
        <div style={{ marginBottom: 'var(--space-4)' }}>
          <BalanceOn agreementId={agreement.id} />
        </div>
      ) : null}
      {isShown && entries.data ? (
        <List
          label={t('agreements.ledger')}
          isMain={false}
          empty={<EmptyState text={t('agreements.ledger-none')} />}
          rows={entries.data.entries.map((entry) => ({
            id: entry.identity,
            title: t(`agreements.entry-${entry.kind}`),
            detail: <DayText value={entry.on} />,
            figure: entry.isUnlimited ? '∞' : units(entry.units, entry.unit),
          }))}
        />
      ) : null}
    </Section>
  )
}

/** What was left at the end of any day. */
function BalanceOn({ agreementId }: { agreementId: string }) {
  const { t } = useTexts()
  const { today } = useFormat()
  const units = useUnits()
  const [on, setOn] = useState<string>(today)
  const isDay = parseDay(on) !== undefined
  const balance = useOperation('agreements.balance', { agreementId, on }, { enabled: isDay, keepPrevious: true })
  const lines = balance.data?.lines.map((line) => (line.isUnlimited ? t('agreements.unlimited') : units(line.left, line.unit)))
  return (
    <DayField
      label={t('agreements.left-on')}
      name="on"
      value={on}
      onChange={setOn}
      prefersPast
      hint={isDay && lines ? t('agreements.left-then', { left: lines.join(', ') || t('agreements.ledger-none') }) : undefined}
    />
  )
}
