import { Button, LinkButton } from '../../../web/kit/button.tsx'
import { call, fileAddress } from '../../../web/kit/client.ts'
import { DayText, Money } from '../../../web/kit/figures.tsx'
import { FormError } from '../../../web/kit/form.tsx'
import { useFormat, type Format } from '../../../web/kit/format.ts'
import { useKeys } from '../../../web/kit/keys.tsx'
import { EmptyState, Facts, Page, State, Waiting } from '../../../web/kit/layout.tsx'
import { useGo, useQueryText } from '../../../web/kit/navigation.tsx'
import type { CallOutput } from '../../../web/kit/operations.ts'
import { PlaceTabs } from '../../../web/kit/place-tabs.tsx'
import { useAction, useOperation } from '../../../web/kit/query.ts'
import { Select } from '../../../web/kit/select.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { TaxFigures } from './tax-figures.tsx'
import { TaxWarnings } from './tax-warnings.tsx'
import styles from './tax.module.css'

export type TaxReturn = CallOutput<'books.tax-return'>
type Periods = CallOutput<'books.tax-periods'>

/** The return that waits, its figures by the boxes of the form, and one key to say that it was handed in. */
export function TaxPage() {
  const { t } = useTexts()
  const periods = useOperation('books.tax-periods', {})
  const frame = { title: t('books.tax'), tabs: <PlaceTabs place="money" /> }
  if (periods.error) {
    return (
      <Page {...frame}>
        <FormError problem={periods.error} />
      </Page>
    )
  }
  if (!periods.data) return <Waiting />
  if (periods.data.periods.length === 0) {
    const isSmall = periods.data.regime === 'small_business'
    return (
      <Page {...frame}>
        <EmptyState
          text={t(isSmall ? 'books.tax-none-small' : 'books.tax-none')}
          action={<LinkButton to="/company/tax">{t('books.tax-settings')}</LinkButton>}
        />
      </Page>
    )
  }
  return <TaxReturnPage periods={periods.data} />
}

function TaxReturnPage({ periods }: { periods: Periods }) {
  const { t } = useTexts()
  const format = useFormat()
  const go = useGo()
  const [asked] = useQueryText('from')
  const from = periods.periods.some((each) => each.from === asked) ? asked : (periods.waiting ?? periods.periods[0]!.from)
  const found = useOperation('books.tax-return', { from }, { keepPrevious: true })
  const { actions, isOver } = useFiling(found.data, periods)
  return (
    <Page title={t('books.tax')} tabs={<PlaceTabs place="money" />} actions={actions} aside={found.data ? <Sums found={found.data} periods={periods} /> : null}>
      <div className={styles.head}>
        <Select
          label={t('books.tax-period')}
          isLabelHidden
          width="medium"
          value={from}
          onChange={(value) => go(`/money/tax?from=${value}`)}
          choices={periods.periods.map((each) => ({ value: each.from, label: periodText(each, format) + (each.filedAt ? ` · ${t('books.tax-filed')}` : '') }))}
        />
        {found.data ? <TaxWarnings found={found.data} isOver={isOver} /> : null}
      </div>
      <FormError problem={found.error} />
      {found.data ? <TaxFigures found={found.data} /> : found.error ? null : <Waiting />}
    </Page>
  )
}

/** Handing in and taking back; both undo each other. */
function useFiling(found: TaxReturn | undefined, periods: Periods) {
  const { t } = useTexts()
  const go = useGo()
  const undo = useAction('books.undo-tax-return', { done: t('books.tax-undone') })
  const file = useAction('books.file-tax-return', {
    done: t('books.tax-filed-done'),
    // What was handed in stays before the eyes, although another period waits now.
    onDone: (_output, { from }) => go(`/money/tax?from=${from}`),
    undo: (_output, { from }) => call('books.undo-tax-return', { from }),
  })
  const isOver = periods.periods.find((each) => each.from === found?.from)?.isOver ?? false
  const canFile = found !== undefined && found.filed === null && isOver
  const act = () => found && file.run({ from: found.from, hash: found.hash })
  useKeys(canFile ? [{ key: 'f', label: t('books.tax-file'), act }] : [])
  const actions = (
    <>
      {found ? (
        <a href={fileAddress('books.export-tax-return', { from: found.from }, { download: true })} download>
          CSV
        </a>
      ) : null}
      {found?.filed ? (
        <Button onClick={() => undo.run({ from: found.from })} isBusy={undo.isRunning}>
          {t('books.tax-take-back')}
        </Button>
      ) : null}
      {canFile ? (
        <Button look="primary" shortcut="f" onClick={act} isBusy={file.isRunning}>
          {t('books.tax-file')}
        </Button>
      ) : null}
    </>
  )
  return { actions, isOver }
}

function Sums({ found, periods }: { found: TaxReturn; periods: Periods }) {
  const { t } = useTexts()
  const isRefund = found.payable.amount.startsWith('-')
  const payable = { ...found.payable, amount: found.payable.amount.replace(/^-/, '') }
  return (
    <Facts
      facts={[
        [t(isRefund ? 'books.tax-back' : 'books.tax-payable'), <Money key="payable" value={payable} />],
        [t('books.tax-due'), <DayText key="due" value={found.dueOn} isLong />],
        found.filed
          ? [
              t('books.tax-state'),
              <State key="state" tone="good">
                {t('books.tax-filed-by', { name: found.filed.by })}
              </State>,
            ]
          : undefined,
        [t('books.tax-basis'), [t(`books.tax-basis-${periods.basis}`), periods.method === 'flat_rate' ? t('books.tax-flat') : ''].filter(Boolean).join(', ')],
        found.edition ? [t('books.tax-form'), found.edition] : undefined,
      ]}
    />
  )
}

function periodText(period: { from: string; to: string }, format: Format): string {
  const month = (day: string) => new Intl.DateTimeFormat(format.locale, { month: 'long', timeZone: 'UTC' }).format(Date.parse(day))
  const year = period.from.slice(0, 4)
  if (period.from.slice(5) === '01-01' && period.to.slice(5) === '12-31') return year
  const [first, last] = [month(period.from), month(period.to)]
  return first === last ? `${first} ${year}` : `${first} – ${last} ${year}`
}
