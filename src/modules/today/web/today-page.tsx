import { useState } from 'react'
import { Button, LinkButton } from '../../../web/kit/button.tsx'
import { Money } from '../../../web/kit/figures.tsx'
import { FormError } from '../../../web/kit/form.tsx'
import { useFormat } from '../../../web/kit/format.ts'
import { Page, Section, State, Waiting } from '../../../web/kit/layout.tsx'
import { List, type Row } from '../../../web/kit/list.tsx'
import { useAction, useOperation } from '../../../web/kit/query.ts'
import { useMay } from '../../../web/kit/session.tsx'
import { Slot } from '../../../web/kit/slot.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { AllDone } from './all-done.tsx'
import { DoneForYou } from './done-for-you.tsx'
import { FirstSteps } from './first-steps.tsx'
import { amountIn, letterOf, placeOf, reasonOf, titleOf, verbOf } from './move-words.ts'
import { SessionsToday } from './sessions-today.tsx'
import { SnoozeSheet } from './snooze-sheet.tsx'
import { useDoMove } from './use-do-move.ts'
import { usePutAside } from './use-put-aside.ts'
import { useHiddenMoves } from './waiting-moves.ts'
import type { WireMove } from './wire.ts'
import styles from './today.module.css'

/** What to do next over all threads, worst first, and under it what is on today's calendar. */
export function TodayPage() {
  const { t } = useTexts()
  const format = useFormat()
  const hidden = useHiddenMoves()
  const today = useOperation('today.read', {}, { refetchEverySeconds: 300 })
  const [snoozing, setSnoozing] = useState<WireMove>()
  const { snooze, dismiss } = usePutAside()
  const [counting, setCounting] = useState<string>()
  const rowOf = useMoveRow({ onSnooze: setSnoozing, onDismiss: (move) => dismiss({ cause: move.cause }), onCount: (move) => setCounting(move.subject.id) })
  if (today.error)
    return (
      <Page title={t('today.title')}>
        <FormError problem={today.error} />
      </Page>
    )
  if (!today.data) return <Waiting />
  const moves = today.data.moves.filter((move) => !hidden.includes(move.cause))
  const beyond = today.data.moveCount - today.data.moves.length
  return (
    <Page title={longDay(today.data.today, format.locale)} lead={moves.length > 0 ? t('today.lead', { count: moves.length + beyond }) : undefined}>
      <Section title={t('today.moves')} isTitleHidden>
        <div className={styles.moves}>
          <List
            label={t('today.moves')}
            actionsShown="always"
            rows={moves.map(rowOf)}
            empty={
              today.data.firstSteps ? (
                <FirstSteps steps={today.data.firstSteps} onDismiss={() => dismiss({ cause: 'first-steps' })} />
              ) : (
                <AllDone sessions={today.data.sessions} />
              )
            }
          />
        </div>
        {beyond > 0 ? <p className={styles.note}>{t('today.beyond', { count: beyond })}</p> : null}
        {today.data.firstSteps ? null : <Aside count={today.data.asideCount} />}
      </Section>
      <SessionsToday sessions={today.data.sessions} />
      <DoneForYou done={today.data.done} />
      <Slot name="today.after" />
      {counting === undefined ? null : <Slot name="today.attendance" sessionId={counting} onClose={() => setCounting(undefined)} />}
      {snoozing ? (
        <SnoozeSheet
          title={titleOf(snoozing, { t, format })}
          onClose={() => setSnoozing(undefined)}
          onPick={(until) => {
            snooze({ cause: snoozing.cause, until })
            setSnoozing(undefined)
          }}
        />
      ) : null}
    </Page>
  )
}

function useMoveRow(acts: {
  onSnooze: (move: WireMove) => void
  onDismiss: (move: WireMove) => void
  onCount: (move: WireMove) => void
}): (move: WireMove) => Row {
  const translator = useTexts()
  const format = useFormat()
  const run = useDoMove()
  const mayWrite = useMay('owner', 'staff')
  const wording = { t: translator.t, format }
  return (move) => {
    const amount = amountIn(move.facts)
    return {
      id: move.cause,
      title: titleOf(move, wording),
      detail: reasonOf(move, wording),
      figure: amount ? <Money value={amount} /> : undefined,
      figureDetail:
        move.kind === 'invoice-overdue' ? <State tone="bad">{translator.t('today.days-late', { count: Number(move.facts['days']) })}</State> : undefined,
      to: placeOf(move.subject, move.contactId),
      actions: mayWrite
        ? [
            { key: letterOf(move), label: verbOf(move, wording), act: () => run(move), isMain: true },
            { key: 's', label: translator.t('today.snooze'), act: () => acts.onSnooze(move) },
            { key: 'x', label: translator.t('today.dismiss'), act: () => acts.onDismiss(move) },
            ...(move.kind === 'attendance-to-confirm' ? [{ key: 'n', label: translator.t('today.not-all'), act: () => acts.onCount(move) }] : []),
          ]
        : [],
    }
  }
}

function Aside({ count }: { count: number }) {
  const { t } = useTexts()
  const bringBack = useAction('today.bring-back', {})
  const isOwner = useMay('owner')
  return (
    <p className={styles.foot}>
      {count > 0 ? (
        <>
          <span>{t('today.aside', { count })}</span>
          <Button look="quiet" size="small" onClick={() => bringBack.run({})}>
            {t('today.bring-back')}
          </Button>
        </>
      ) : null}
      {isOwner ? (
        <LinkButton look="quiet" size="small" to="/company/autopilot">
          {t('today.autopilot')}
        </LinkButton>
      ) : null}
    </p>
  )
}

function longDay(day: string, locale: string): string {
  const text = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(Date.parse(day))
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1)
}
