import type { ReactNode } from 'react'
import { Money, RelativeDay, Time } from '../../../web/kit/figures.tsx'
import { useFormat } from '../../../web/kit/format.ts'
import { Facts, State } from '../../../web/kit/layout.tsx'
import { Link } from '../../../web/kit/navigation.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { VatNumber } from '../../company/web/shared.tsx'
import { dayOf } from './day-of.ts'
import type { ThreadAnswer } from './wire.ts'
import styles from './thread.module.css'

/** What one wants to know before picking up the telephone. Brief, on a phone, it leaves out how to reach the customer. */
export function ThreadFacts({ thread, isBrief = false }: { readonly thread: ThreadAnswer; readonly isBrief?: boolean }) {
  const { t } = useTexts()
  const format = useFormat()
  const { contact, nextSession } = thread
  const isThing = contact.kind === 'thing'
  const facts: (readonly [string, ReactNode] | undefined)[] = [
    isThing ? undefined : [t('thread.open'), <OpenMoney key="open" money={thread.money} />],
    isBrief && thread.unbilled.length > 0
      ? [
          t('thread.unbilled'),
          <Lines
            key="unbilled"
            lines={thread.unbilled.map((each) => (
              <Money key={each.amount.currency} value={each.amount} />
            ))}
          />,
        ]
      : undefined,
    [
      t('thread.next'),
      nextSession ? (
        <Link key="next" to={`/calendar?on=${dayOf(nextSession.startsAt, format.zone)}`}>
          {format.relativeDay(dayOf(nextSession.startsAt, format.zone))} <Time value={nextSession.startsAt} />, {nextSession.name}
        </Link>
      ) : (
        t('thread.nothing-planned')
      ),
    ],
    [t('thread.last-contact'), <RelativeDay key="last" value={dayOf(contact.lastActivityAt, format.zone)} />],
  ]
  if (isBrief) return <Facts facts={facts} />
  return (
    <Facts
      facts={[
        ...facts,
        contact.emails.length > 0
          ? [
              t('thread.email'),
              <Lines
                key="mail"
                lines={contact.emails.map((email) => (
                  <a key={email.value} href={`mailto:${email.value}`}>
                    {email.value}
                  </a>
                ))}
              />,
            ]
          : undefined,
        contact.phones.length > 0
          ? [
              t('thread.phone'),
              <Lines
                key="phone"
                lines={contact.phones.map((phone) => (
                  <a key={phone.value} href={`tel:${phone.value.replaceAll(' ', '')}`}>
                    {phone.value}
                  </a>
                ))}
              />,
            ]
          : undefined,
        contact.addresses[0] ? [t('thread.address'), <Lines key="address" lines={contact.addresses[0].lines} />] : undefined,
        contact.birthDay ? [t('thread.birthday'), format.day(contact.birthDay)] : undefined,
        contact.vatNumber !== '' ? [t('thread.vat-number'), <VatNumber key="vat" value={contact.vatNumber} />] : undefined,
        ...contact.attributes.map((attribute) => [attribute.name, attribute.value] as const),
        contact.remark !== '' ? [t('thread.remark'), contact.remark] : undefined,
      ]}
    />
  )
}

function OpenMoney({ money }: { money: ThreadAnswer['money'] }) {
  const { t } = useTexts()
  const format = useFormat()
  if (money.length === 0) return <span className={styles.soft}>{t('thread.nothing-open')}</span>
  return (
    <Lines
      lines={money.map(({ open, overdue }) => (
        <span key={open.currency}>
          <Money value={open} isStrong />
          {Number(overdue.amount) > 0 ? <State tone="bad"> {t('thread.overdue', { amount: format.money(overdue) })}</State> : null}
        </span>
      ))}
    />
  )
}

function Lines({ lines }: { lines: readonly ReactNode[] }) {
  return lines.map((line, index) => (
    <span key={index} className={styles.line}>
      {line}
    </span>
  ))
}
