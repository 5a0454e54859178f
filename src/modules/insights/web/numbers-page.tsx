import type { MoneyOnTheWire } from '../../../kernel/money.ts'
import { BarChart } from '../../../web/kit/chart.tsx'
import { Hours, Money } from '../../../web/kit/figures.tsx'
import { FormError } from '../../../web/kit/form.tsx'
import { useFormat } from '../../../web/kit/format.ts'
import { EmptyState, Facts, Page, Section, Waiting } from '../../../web/kit/layout.tsx'
import { List } from '../../../web/kit/list.tsx'
import type { CallOutput } from '../../../web/kit/operations.ts'
import { PlaceTabs } from '../../../web/kit/place-tabs.tsx'
import { useOperation } from '../../../web/kit/query.ts'
import { Slot } from '../../../web/kit/slot.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'

type Numbers = CallOutput<'insights.read'>

/** How the business goes: a year of months, what comes again by itself, who brings it, and where the hours went. */
export function NumbersPage() {
  const { t } = useTexts()
  const numbers = useOperation('insights.read', {})
  const tabs = <PlaceTabs place="money" />
  if (numbers.error)
    return (
      <Page title={t('insights.title')} tabs={tabs}>
        <FormError problem={numbers.error} />
      </Page>
    )
  if (!numbers.data) return <Waiting />
  const hasAny = numbers.data.months.some((each) => Number(each.invoiced.amount) !== 0 || Number(each.received.amount) !== 0)
  return (
    <Page title={t('insights.title')} tabs={tabs} aside={<Sums numbers={numbers.data} />}>
      {hasAny ? <Months numbers={numbers.data} /> : <EmptyState text={t('insights.none')} />}
      <Customers numbers={numbers.data} />
      <Members numbers={numbers.data} />
      <Slot name="money.numbers" />
    </Page>
  )
}

function Months({ numbers }: { numbers: Numbers }) {
  const { t } = useTexts()
  const format = useFormat()
  const monthName = (month: string) => new Intl.DateTimeFormat(format.locale, { month: 'short', timeZone: 'UTC' }).format(Date.parse(`${month}-15`))
  const bars = (of: 'invoiced' | 'received' | 'spent') =>
    numbers.months.map((each, index) => ({
      label: monthName(each.month),
      value: Number(each[of].amount),
      text: format.money(each[of]),
      isCurrent: index === numbers.months.length - 1,
    }))
  return (
    <>
      <Section title={t('insights.received')} lead={t('insights.total', { amount: format.money(total(numbers, 'received')) })}>
        <BarChart label={t('insights.received')} bars={bars('received')} />
      </Section>
      {numbers.months.some((each) => Number(each.spent.amount) !== 0 || Number(each.refunded.amount) !== 0) ? (
        <Section
          title={t('insights.spent')}
          lead={t('insights.spent-lead', { amount: format.money(total(numbers, 'spent')), refunded: format.money(total(numbers, 'refunded')) })}
        >
          <BarChart label={t('insights.spent')} bars={bars('spent')} />
        </Section>
      ) : null}
      <Section title={t('insights.invoiced')} lead={t('insights.total', { amount: format.money(total(numbers, 'invoiced')) })}>
        <BarChart label={t('insights.invoiced')} bars={bars('invoiced')} />
      </Section>
    </>
  )
}

function Sums({ numbers }: { numbers: Numbers }) {
  const { t } = useTexts()
  const list = (values: readonly MoneyOnTheWire[]) =>
    values.length === 0
      ? t('insights.nothing')
      : values.map((value) => (
          <div key={value.currency}>
            <Money value={value} />
          </div>
        ))
  return (
    <Facts
      title={t('insights.today')}
      facts={[
        [t('insights.open'), list(numbers.open)],
        [t('insights.overdue'), list(numbers.overdue)],
        [t('insights.recurring'), list(numbers.recurring)],
        numbers.lifetimeAverage ? ([t('insights.lifetime-average'), <Money key="lifetime" value={numbers.lifetimeAverage} />] as const) : undefined,
        ...numbers.otherCurrencies.map(
          (each) => [t('insights.received-in', { currency: each.received.currency }), <Money key={each.received.currency} value={each.received} />] as const,
        ),
      ]}
    />
  )
}

function Customers({ numbers }: { numbers: Numbers }) {
  const { t } = useTexts()
  const format = useFormat()
  if (numbers.customers.length === 0) return null
  return (
    <Section title={t('insights.customers')} lead={t('insights.customers-lead')}>
      <List
        label={t('insights.customers')}
        rows={numbers.customers.map((each) => ({
          id: each.contactId,
          title: each.name,
          detail: t('insights.lifetime', { amount: format.money(each.lifetime) }),
          figure: <Money value={each.amount} />,
          to: `/customers/${each.contactId}`,
        }))}
      />
    </Section>
  )
}

function Members({ numbers }: { numbers: Numbers }) {
  const { t } = useTexts()
  if (numbers.members.length === 0) return null
  return (
    <Section title={t('insights.hours')} lead={t('insights.hours-lead')}>
      <List
        label={t('insights.hours')}
        isMain={false}
        rows={numbers.members.map((each) => ({
          id: each.memberId ?? 'none',
          title: each.name || t('insights.somebody'),
          detail: t('insights.billable', { percent: each.minutes === 0 ? 0 : Math.round((each.billableMinutes / each.minutes) * 100) }),
          figure: <Hours minutes={each.minutes} />,
          to: '/calendar/time',
        }))}
      />
    </Section>
  )
}

/** Whole minor units are added, so that the sum shown is exact. */
function total(numbers: Numbers, of: 'invoiced' | 'received' | 'spent' | 'refunded'): MoneyOnTheWire {
  const places = numbers.months[0]?.[of].amount.split('.')[1]?.length ?? 0
  const minor = numbers.months.reduce((sum, each) => sum + BigInt(each[of].amount.replace('.', '')), 0n)
  const digits = (minor < 0n ? -minor : minor).toString().padStart(places + 1, '0')
  const amount = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
  return { amount: minor < 0n ? `-${amount}` : amount, currency: numbers.currency }
}
