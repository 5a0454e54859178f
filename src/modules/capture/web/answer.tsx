import { Money, RelativeDay, Time } from '../../../web/kit/figures.tsx'
import { useFormat } from '../../../web/kit/format.ts'
import { Link } from '../../../web/kit/navigation.tsx'
import { useOperation } from '../../../web/kit/query.ts'
import { useTexts } from '../../../web/kit/texts.tsx'
import { wallClock, type Instant } from '../../../kernel/instant.ts'
import { placeOfFound } from './place-of-found.ts'
import styles from './capture.module.css'

/** The answer beside the field: who it is, what is open and paid, what was agreed and is left, what comes next; and what else was found. */
export function Answer({ contactId, text }: { readonly contactId: string | undefined; readonly text: string }) {
  return (
    <div className={styles.answer} aria-live="polite">
      {contactId ? <Customer contactId={contactId} /> : null}
      <Found text={text} exceptId={contactId} />
    </div>
  )
}

/** Before a new contact is made: who has its e-mail address already. */
export function AlreadyThere({ email }: { readonly email: string }) {
  const { t } = useTexts()
  return (
    <div className={styles.answer} aria-live="polite">
      <Found text={email} isExact caption={t('capture.already')} />
    </div>
  )
}

function Customer({ contactId }: { readonly contactId: string }) {
  const { t } = useTexts()
  const { zone } = useFormat()
  const { data } = useOperation('capture.answer', { contactId })
  if (!data) return null
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{t('capture.answer.open')}</dt>
        <dd data-tone={data.isOverdue ? 'bad' : undefined}>
          {data.open.length === 0 ? t('capture.answer.nothing') : data.open.map((money) => <Money key={money.currency} value={money} />)}
          {data.isOverdue ? ` · ${t('capture.answer.overdue')}` : null}
        </dd>
      </div>
      <div>
        <dt>{t('capture.answer.paid')}</dt>
        <dd>
          {data.lastPayment ? (
            <>
              <Money value={data.lastPayment.amount} />, <RelativeDay value={data.lastPayment.on} />
            </>
          ) : (
            t('capture.answer.never-paid')
          )}
        </dd>
      </div>
      {data.agreements.length === 0 ? (
        <div>
          <dt>{t('capture.answer.agreed')}</dt>
          <dd>{t('capture.answer.nothing')}</dd>
        </div>
      ) : null}
      {data.agreements.map((agreement) => (
        <div key={agreement.agreementId}>
          <dt>{agreement.name}</dt>
          <dd>
            {data.balances
              .filter((balance) => balance.agreementId === agreement.agreementId)
              .map((balance) => (
                <strong key={balance.unit}>{leftText(balance, t)} · </strong>
              ))}
            {agreement.sentence}
          </dd>
        </div>
      ))}
      <div>
        <dt>{t('capture.answer.next')}</dt>
        <dd>
          {data.next ? (
            <Link to={`/calendar/sessions/${data.next.sessionId}`}>
              {data.next.name}, <RelativeDay value={wallClock(data.next.startsAt as Instant, zone).day} />, <Time value={data.next.startsAt} />
            </Link>
          ) : (
            t('capture.answer.none-planned')
          )}
        </dd>
      </div>
      {data.email || data.phone ? (
        <div>
          <dt>{t('capture.answer.reach')}</dt>
          <dd>
            {data.email ? <a href={`mailto:${data.email}`}>{data.email}</a> : null} {data.phone ? <a href={`tel:${data.phone}`}>{data.phone}</a> : null}
          </dd>
        </div>
      ) : null}
    </dl>
  )
}

function leftText(balance: { unit: string; left: string | null }, t: (key: string, parameters?: Record<string, string | number>) => string): string {
  if (balance.left === null) return t('capture.answer.unlimited')
  if (balance.unit !== 'minute') return t('capture.answer.left', { count: balance.left })
  const minutes = Number(balance.left)
  return t('capture.answer.left-hours', { hours: `${Math.floor(minutes / 60)}:${String(Math.round(minutes % 60)).padStart(2, '0')}` })
}

/** What the search finds; with `isExact` only whoever has just these words beside the name. */
function Found(options: { readonly text: string; readonly exceptId?: string | undefined; readonly caption?: string; readonly isExact?: boolean }) {
  const { text, exceptId, caption, isExact = false } = options
  const { t } = useTexts()
  const wanted = text.trim()
  const { data } = useOperation('contacts.find', { text: wanted, limit: 8 }, { enabled: wanted.length >= 2, keepPrevious: true })
  const found = (data?.found ?? []).filter(
    (each) => each.subjectId !== exceptId && placeOfFound(each) && (!isExact || each.detail.toLowerCase() === wanted.toLowerCase()),
  )
  if (found.length === 0) return null
  return (
    <ul className={styles.found} aria-label={caption ?? t('capture.found')}>
      {caption ? (
        <li aria-hidden="true" className={styles.foundCaption}>
          {caption}
        </li>
      ) : null}
      {found.map((each) => (
        <li key={`${each.kind} ${each.subjectId}`}>
          <Link to={placeOfFound(each)!}>
            <span>{each.title}</span>
            {each.detail ? <span className={styles.detail}>{each.detail}</span> : null}
          </Link>
        </li>
      ))}
    </ul>
  )
}
