import { useState } from 'react'
import type { MoneyOnTheWire } from '../../../kernel/money.ts'
import { DayText, Money } from '../../../web/kit/figures.tsx'
import { useFormat, type Format } from '../../../web/kit/format.ts'
import { EmptyState, Section, State } from '../../../web/kit/layout.tsx'
import { List, type Row } from '../../../web/kit/list.tsx'
import { Sheet } from '../../../web/kit/sheet.tsx'
import { useTexts, type Translator } from '../../../web/kit/texts.tsx'
import { showToast } from '../../../web/kit/toast.tsx'
import { lineWords } from '../tax-return/words/keys.ts'
import type { TaxReturn } from './tax-page.tsx'

type Figure = TaxReturn['figures'][number]
type Part = Figure['parts'][number]
interface Opened {
  readonly title: string
  readonly parts: readonly Part[]
}

/** The lines of the form that say something; opening one shows the documents behind it. */
export function TaxFigures({ found }: { found: TaxReturn }) {
  const { t } = useTexts()
  const format = useFormat()
  const [opened, setOpened] = useState<Opened>()
  const figures = found.figures.filter((figure) => figure.isSum || isSaid(figure.base) || isSaid(figure.tax))
  const rows = figures.map((figure): Row => {
    const title = titleOf(figure, found, { t, format })
    const [first, second] = figuresOf(figure)
    return {
      id: figure.key,
      title: figure.isSum ? <strong>{title}</strong> : title,
      detail: figure.isSum ? undefined : t('books.tax-documents', { count: countOf(figure.parts) }),
      figure: first ? <Money value={first} /> : null,
      figureDetail: second ? <Money value={second} /> : null,
      ...(figure.parts.length > 0 ? { open: () => setOpened({ title, parts: figure.parts }) } : {}),
      actions: copyActions(figure, found.wholeBases, t),
    }
  })
  const isEmpty = figures.every((figure) => figure.parts.length === 0)
  return (
    <>
      <Section title={t('books.tax-figures')} isTitleHidden>
        <List
          label={t('books.tax-figures')}
          rows={isEmpty ? [] : rows}
          empty={<EmptyState text={t('books.tax-nothing')} hint={t('books.tax-nothing-hint')} />}
        />
      </Section>
      <OneStopShop found={found} open={setOpened} />
      {opened ? <Documents opened={opened} onClose={() => setOpened(undefined)} /> : null}
    </>
  )
}

function OneStopShop({ found, open }: { found: TaxReturn; open: (opened: Opened) => void }) {
  const { t } = useTexts()
  const format = useFormat()
  if (found.oneStopShop.length === 0) return null
  const countryName = (code: string) => new Intl.DisplayNames(format.locale, { type: 'region' }).of(code) ?? code
  return (
    <Section title={t('books.tax-oss')} lead={t('books.tax-oss-lead')}>
      <List
        label={t('books.tax-oss')}
        isMain={false}
        rows={found.oneStopShop.map((line) => {
          const title = `${countryName(line.country)} ${format.percent(line.rate)}`
          return {
            id: `${line.country}${line.rate}`,
            title,
            detail: t('books.tax-documents', { count: countOf(line.parts) }),
            figure: <Money value={line.tax} />,
            figureDetail: <Money value={line.base} />,
            open: () => open({ title, parts: line.parts }),
          }
        })}
      />
    </Section>
  )
}

/** The documents behind a figure; each leads to itself. */
function Documents({ opened, onClose }: { opened: Opened; onClose: () => void }) {
  const { t } = useTexts()
  return (
    <Sheet title={opened.title} onClose={onClose}>
      <List
        label={opened.title}
        rows={opened.parts.map((part, index) => ({
          id: `${part.id}-${index}`,
          title: part.number,
          detail: (
            <>
              {part.name === part.number ? '' : `${part.name} · `}
              <DayText value={part.on} />
              {part.isLate ? <State tone="warn"> {t('books.tax-late')}</State> : null}
            </>
          ),
          figure: part.tax ? <Money value={part.tax} /> : part.base ? <Money value={part.base} /> : null,
          figureDetail: part.tax && part.base ? <Money value={part.base} /> : null,
          to: part.noun === 'invoice' ? `/money/invoices/${part.id}` : `/money/costs/${part.id}`,
        }))}
      />
    </Sheet>
  )
}

function titleOf(figure: Figure, found: TaxReturn, { t, format }: { t: Translator['t']; format: Format }): string {
  const boxes = [...new Set([figure.baseBox, figure.taxBox].filter((each) => each !== null))].join(' / ')
  return [boxes, t(lineWords(found.form, figure.key)), figure.rate ? format.percent(figure.rate) : ''].filter(Boolean).join(' ')
}

/** The tax counts; the amount that it is on stands under it. */
function figuresOf(figure: Figure): [MoneyOnTheWire | null, MoneyOnTheWire | null] {
  return figure.tax ? [figure.tax, figure.base] : [figure.base, null]
}

function isSaid(value: MoneyOnTheWire | null): boolean {
  return value !== null && Number(value.amount) !== 0
}

function countOf(parts: readonly Part[]): number {
  return new Set(parts.map((part) => part.id)).size
}

/** What is typed into the form of the tax office: the number alone, in whole units where the form wants them. */
function copyActions(figure: Figure, wholeBases: boolean, t: Translator['t']): NonNullable<Row['actions']> {
  const copy = (text: string) => {
    void navigator.clipboard.writeText(text)
    showToast({ text: t('books.tax-copied', { text }) })
  }
  const { base, tax } = figure
  return [
    ...(base ? [{ key: 'c', label: t('books.tax-copy'), act: () => copy(wholeBases ? base.amount.replace(/\.\d+$/, '') : base.amount) }] : []),
    ...(tax ? [{ key: base ? 't' : 'c', label: t(base ? 'books.tax-copy-tax' : 'books.tax-copy'), act: () => copy(tax.amount) }] : []),
  ]
}
