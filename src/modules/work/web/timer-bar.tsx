import { useEffect, useState } from 'react'
import { Button } from '../../../web/kit/button.tsx'
import { call } from '../../../web/kit/client.ts'
import { Combobox, type Option } from '../../../web/kit/combobox.tsx'
import { useAction } from '../../../web/kit/query.ts'
import { useTexts } from '../../../web/kit/texts.tsx'
import { findCustomers } from './find-customers.ts'
import type { Week } from './sheet.ts'
import styles from './week.module.css'

/** The timer: it lives on the server, so it survives a reload and another device shows it too. */
export function TimerBar({ timer }: { readonly timer: Week['timer'] }) {
  const { t } = useTexts()
  const [customer, setCustomer] = useState<Option | null>(null)
  const [note, setNote] = useState('')
  const start = useAction('work.start-timer')
  const discard = useAction('work.discard-timer', { done: t('work.timer-discarded') })
  const stop = useAction('work.stop-timer', {
    done: t('work.timer-recorded'),
    undo: ({ id }) => call('work.remove-time', { timeEntryId: id }),
  })
  if (!timer) {
    return (
      <Button icon="play" shortcut="s" isBusy={start.isRunning} onClick={() => start.run({})}>
        {t('work.timer-start')}
      </Button>
    )
  }
  const needsCustomer = timer.contactId === null
  return (
    <form
      className={styles.timer}
      aria-label={t('work.timer')}
      onSubmit={(event) => {
        event.preventDefault()
        stop.run({ ...(customer ? { contactId: customer.id } : {}), ...(note === '' ? {} : { note }) })
      }}
    >
      <Elapsed since={timer.startedAt} />
      {needsCustomer ? (
        <Combobox
          label={t('work.customer')}
          isLabelHidden
          placeholder={t('work.customer')}
          name="customer"
          value={customer}
          onChange={setCustomer}
          load={findCustomers}
        />
      ) : (
        <span>{timer.contactName}</span>
      )}
      <input className={styles.note} aria-label={t('work.note')} placeholder={t('work.note')} value={note} onChange={(event) => setNote(event.target.value)} />
      <Button type="submit" look="primary" icon="stop" isBusy={stop.isRunning}>
        {t('work.timer-stop')}
      </Button>
      <Button look="quiet" onClick={() => discard.run({})}>
        {t('work.timer-discard')}
      </Button>
    </form>
  )
}

/** How long the timer has run, by the second. */
export function Elapsed({ since }: { readonly since: string }) {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const every = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(every)
  }, [])
  const seconds = Math.max(0, Math.floor((now - Date.parse(since)) / 1000))
  const pad = (value: number) => String(value).padStart(2, '0')
  return (
    <time className={styles.elapsed} role="timer">
      {Math.floor(seconds / 3600)}:{pad(Math.floor(seconds / 60) % 60)}:{pad(seconds % 60)}
    </time>
  )
}
