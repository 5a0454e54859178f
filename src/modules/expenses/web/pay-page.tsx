import { useState } from 'react'
import { Button } from '../../../web/kit/button.tsx'
import { call, fileAddress } from '../../../web/kit/client.ts'
import { Checkbox } from '../../../web/kit/choice.tsx'
import { DayText, Money } from '../../../web/kit/figures.tsx'
import { FormError } from '../../../web/kit/form.tsx'
import { useFormat } from '../../../web/kit/format.ts'
import { useKeys } from '../../../web/kit/keys.tsx'
import { EmptyState, Page, Section, State, Waiting } from '../../../web/kit/layout.tsx'
import { List } from '../../../web/kit/list.tsx'
import type { CallOutput } from '../../../web/kit/operations.ts'
import { PlaceTabs } from '../../../web/kit/place-tabs.tsx'
import { useAction, useOperation } from '../../../web/kit/query.ts'
import { useMay } from '../../../web/kit/session.tsx'
import { Table } from '../../../web/kit/table.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'

type Answer = CallOutput<'expenses.to-pay'>
type Due = Answer['expenses'][number]

const download = (fileId: string) => window.location.assign(fileAddress('expenses.payment-file', { fileId }, { download: true }))

/** What is owed to others: choose, and take the file to the bank. */
export function PayPage() {
  const { t } = useTexts()
  const { data, error } = useOperation('expenses.to-pay', {})
  return (
    <Page title={t('expenses.pay')} lead={t('expenses.pay-lead')} tabs={<PlaceTabs place="money" />}>
      <FormError problem={error} />
      {data ? <ToPay answer={data} /> : error ? null : <Waiting />}
    </Page>
  )
}

function ToPay({ answer }: { readonly answer: Answer }) {
  const { t } = useTexts()
  const mayChange = useMay('owner', 'staff')
  const possible = answer.expenses.filter((each) => each.problem === null && each.fileId === null)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const chosen = possible.filter((each) => !left.has(each.id))
  const pay = useAction('expenses.pay', {
    done: t('expenses.pay-done'),
    undo: ({ id }) => call('expenses.undo-payment-file', { fileId: id }),
    onDone: ({ id }) => download(id),
  })
  const run = () => pay.run({ expenseIds: chosen.map((each) => each.id) })
  useKeys(mayChange && chosen.length > 0 ? [{ key: 'p', label: t('expenses.pay-chosen', { count: chosen.length }), act: run }] : [])
  const turn = (id: string) => setLeft(new Set(left.has(id) ? [...left].filter((each) => each !== id) : [...left, id]))
  return (
    <>
      <Section title={t('expenses.pay-open')}>
        <Table
          label={t('expenses.pay-open')}
          lines={answer.expenses}
          keyOf={(each) => each.id}
          empty={<EmptyState text={t('expenses.pay-none')} hint={t('expenses.pay-none-hint')} />}
          columns={[
            {
              label: t('expenses.pay-who'),
              cell: (each) => <Choice due={each} isChosen={!left.has(each.id)} onTurn={() => turn(each.id)} mayChange={mayChange} />,
            },
            { label: t('expenses.pay-due'), cell: (each) => (each.dueOn ? <DayText value={each.dueOn} /> : ''), isMinor: true },
            { label: t('expenses.pay-amount'), kind: 'figure', cell: (each) => <Money value={each.open} /> },
          ]}
        />
        {mayChange && chosen.length > 0 ? (
          <p>
            <Button look="primary" shortcut="p" onClick={run}>
              {t('expenses.pay-chosen', { count: chosen.length })}
            </Button>
          </p>
        ) : null}
      </Section>
      <Files files={answer.files} mayChange={mayChange} />
    </>
  )
}

function Choice(props: { readonly due: Due; readonly isChosen: boolean; readonly onTurn: () => void; readonly mayChange: boolean }) {
  const { t } = useTexts()
  const { due, isChosen, onTurn, mayChange } = props
  const name = [due.payee, due.documentNumber].filter(Boolean).join(' · ')
  if (due.fileId !== null)
    return (
      <>
        {name} <State tone="good">{t('expenses.pay-ordered')}</State>
      </>
    )
  if (due.problem !== null)
    return (
      <>
        {name} <State tone="warn">{t(`expenses.pay-problem-${due.problem}`)}</State>
      </>
    )
  return mayChange ? <Checkbox name={due.id} label={name} value={isChosen} onChange={onTurn} /> : name
}

function Files({ files, mayChange }: { readonly files: Answer['files']; readonly mayChange: boolean }) {
  const { t } = useTexts()
  const format = useFormat()
  const undo = useAction('expenses.undo-payment-file', { done: t('expenses.pay-undone') })
  const standing = files.filter((file) => !file.isUndone)
  if (standing.length === 0) return null
  return (
    <Section title={t('expenses.pay-files')}>
      <List
        label={t('expenses.pay-files')}
        empty={null}
        rows={standing.map((file) => ({
          id: file.id as string,
          title: t('expenses.pay-file', { day: format.day(file.executeOn), count: file.count }),
          detail: file.format,
          actions: [
            { key: 'd', label: t('expenses.pay-download'), isMain: true, act: () => download(file.id) },
            ...(mayChange ? [{ key: 'x', label: t('expenses.pay-take-back'), act: () => undo.run({ fileId: file.id }) }] : []),
          ],
        }))}
      />
    </Section>
  )
}
