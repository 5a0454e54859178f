import { Button } from '../../../web/kit/button.tsx'
import { fileAddress } from '../../../web/kit/client.ts'
import { DayText, Money } from '../../../web/kit/figures.tsx'
import { FormError } from '../../../web/kit/form.tsx'
import { EmptyState, Page, Section, State, Waiting } from '../../../web/kit/layout.tsx'
import { useKeys } from '../../../web/kit/keys.tsx'
import { useLater } from '../../../web/kit/later.ts'
import { usePath } from '../../../web/kit/navigation.tsx'
import type { CallOutput } from '../../../web/kit/operations.ts'
import { useOperation } from '../../../web/kit/query.ts'
import { useMay } from '../../../web/kit/session.tsx'
import { Table } from '../../../web/kit/table.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'

type Answer = CallOutput<'payments.statement'>

/** Everything that a customer was invoiced and paid, with the balance after each, and what is open by age. */
export function StatementPage() {
  const { t } = useTexts()
  const { contactId } = usePath<'contactId'>()
  const mayChange = useMay('owner', 'staff')
  const { data, error } = useOperation('payments.statement', { contactId })
  const send = useLater('messages.send-statement', { waiting: t('payments.statement-goes'), done: t('payments.statement-sent') })
  const run = () => send.run({ contactId })
  const open = () => window.open(fileAddress('payments.statement-pdf', { contactId }), '_blank', 'noopener')
  useKeys([{ key: 'p', label: t('payments.statement-pdf'), act: open }, ...(mayChange ? [{ key: 'e', label: t('payments.statement-send'), act: run }] : [])])
  return (
    <Page
      title={t('payments.statement')}
      isWide
      actions={
        <>
          <Button shortcut="p" onClick={open}>
            {t('payments.statement-pdf')}
          </Button>
          {mayChange ? (
            <Button look="primary" shortcut="e" onClick={run}>
              {t('payments.statement-send')}
            </Button>
          ) : null}
        </>
      }
    >
      <FormError problem={error} />
      {data ? <Statements answer={data} /> : error ? null : <Waiting />}
    </Page>
  )
}

function Statements({ answer }: { readonly answer: Answer }) {
  const { t } = useTexts()
  if (answer.statements.length === 0) return <EmptyState text={t('payments.statement-none')} hint={t('payments.statement-none-hint')} />
  return (
    <>
      {answer.statements.map((each) => (
        <Section key={each.currency} title={t('payments.statement-in', { currency: each.currency })}>
          <Table
            label={t('payments.statement-in', { currency: each.currency })}
            lines={each.lines.map((line, index) => ({ ...line, index }))}
            keyOf={(line) => String(line.index)}
            columns={[
              { label: t('payments.movement'), cell: (line) => <Moved line={line} /> },
              { label: t('payments.on'), cell: (line) => <DayText value={line.on} /> },
              { label: t('payments.amount'), kind: 'figure', cell: (line) => <Money value={line.amount} /> },
              { label: t('payments.balance-after'), kind: 'figure', cell: (line) => <Money value={line.balance} /> },
            ]}
            foot={['', '', '', <Money key="sum" value={each.balance} isStrong />]}
          />
        </Section>
      ))}
      <OpenItems items={answer.openItems} />
    </>
  )
}

function Moved({ line }: { readonly line: Answer['statements'][number]['lines'][number] }) {
  const { t } = useTexts()
  const what = t(`payments.moved-${line.kind}`, { number: line.about && line.kind !== 'payment' ? line.about : '' }).trim()
  return <>{line.isUndoing ? t('payments.moved-undone', { what }) : what}</>
}

function OpenItems({ items }: { readonly items: Answer['openItems'] }) {
  const { t } = useTexts()
  return (
    <Section title={t('payments.open-items')}>
      <Table
        label={t('payments.open-items')}
        lines={items.map((item, index) => ({ ...item, index }))}
        keyOf={(item) => String(item.index)}
        empty={<p>{t('payments.open-items-none')}</p>}
        columns={[
          { label: t('payments.movement'), cell: (item) => t(`payments.item-${item.kind}`, { number: item.number }) },
          { label: t('payments.due'), cell: (item) => <DayText value={item.dueOn} /> },
          {
            label: t('payments.late'),
            cell: (item) => (item.daysLate > 0 ? <State tone="bad">{t('payments.days-late', { count: item.daysLate })}</State> : ''),
          },
          { label: t('payments.amount'), kind: 'figure', cell: (item) => <Money value={item.open} /> },
        ]}
      />
    </Section>
  )
}
