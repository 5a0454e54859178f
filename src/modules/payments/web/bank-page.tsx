import { useState } from 'react'
import { LinkButton } from '../../../web/kit/button.tsx'
import { call } from '../../../web/kit/client.ts'
import { DayText, Money } from '../../../web/kit/figures.tsx'
import { useFormat } from '../../../web/kit/format.ts'
import { FormError } from '../../../web/kit/form.tsx'
import { FileDrop } from '../../../web/kit/file-drop.tsx'
import { EmptyState, Facts, Page, Section, State, Waiting } from '../../../web/kit/layout.tsx'
import { useQueryText } from '../../../web/kit/navigation.tsx'
import { List, type Row } from '../../../web/kit/list.tsx'
import type { CallOutput } from '../../../web/kit/operations.ts'
import { useAction, useOperation } from '../../../web/kit/query.ts'
import { useMay } from '../../../web/kit/session.tsx'
import { Slot } from '../../../web/kit/slot.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { ChooseSheet } from './choose-sheet.tsx'
import { ImportSheet } from './import-sheet.tsx'
import { PlaceTabs } from '../../../web/kit/place-tabs.tsx'
import { OlderLink } from './older-link.tsx'
import { proposalText, type BankLine } from './proposal.tsx'

const bytesMax = 20_000_000

/** Bank: what came in and waits for a word, each with its proposal; a file is dropped here. */
export function BankPage() {
  const { t } = useTexts()
  const mayChange = useMay('owner', 'staff')
  const [after] = useQueryText('after')
  const [file, setFile] = useState<File>()
  const [chosen, setChosen] = useState<BankLine>()
  const list = useOperation('payments.bank-transactions', after ? { after } : {}, { keepPrevious: true })
  const accounts = useOperation('payments.bank-accounts', {})
  const lines = list.data?.transactions ?? []
  const listed = lines.filter((line) => !isPlainDebit(line))
  const rows = useRows(listed, mayChange, setChosen)
  return (
    <Page title={t('payments.bank')} tabs={<PlaceTabs place="money" />} aside={<Accounts accounts={accounts.data?.accounts ?? []} />}>
      <FormError problem={list.error} />
      {list.data ? (
        <Section
          title={t('payments.waiting')}
          actions={
            <>
              <LinkButton look="quiet" size="small" to="/money/bank/files">
                {t('payments.files-link')}
              </LinkButton>
              <LinkButton look="quiet" size="small" to="/money/bank/decided">
                {t('payments.decided-link')}
              </LinkButton>
            </>
          }
        >
          <List
            label={t('payments.waiting')}
            rows={rows}
            isMain={rows.length > 0}
            actionsShown="always"
            empty={<EmptyState text={t('payments.waiting-none')} hint={t('payments.waiting-none-hint')} />}
          />
          <OlderLink path="/money/bank" next={list.data.next} />
        </Section>
      ) : list.error ? null : (
        <Waiting />
      )}
      {list.data ? (
        <Slot
          name="bank.after"
          listedIds={listed.map((line) => line.id)}
          choosableIds={lines.map((line) => line.id)}
          choose={(id: string) => setChosen(lines.find((line) => line.id === id))}
          isMain={listed.length === 0}
        />
      ) : null}
      {mayChange ? (
        <Section title={t('payments.import')} lead={t('payments.import-lead')}>
          <FileDrop
            label={t('payments.drop')}
            accept=".xml,.csv,.txt,.sta,.940,.mt940,.mta,.ofx,.qfx,.c53,.c52,.c54"
            bytesMax={bytesMax}
            file={file}
            onFile={setFile}
          />
        </Section>
      ) : null}
      {file ? <ImportSheet file={file} accounts={accounts.data?.accounts ?? []} onClose={() => setFile(undefined)} /> : null}
      {chosen ? <ChooseSheet line={chosen} onClose={() => setChosen(undefined)} /> : null}
    </Page>
  )
}

/** Money that went out and neither gives a payment back nor is in doubt: costs are its matter, in the slot below. */
function isPlainDebit(line: BankLine): boolean {
  return line.amount.amount.startsWith('-') && line.perhaps === null && line.candidates.length === 0
}

function useRows(lines: readonly BankLine[], mayChange: boolean, choose: (line: BankLine) => void): Row[] {
  const { t } = useTexts()
  const format = useFormat()
  const without = { operation: 'payments.bank-transactions' as const, change: withoutLine }
  const undo = (_output: unknown, { bankTransactionId }: { bankTransactionId: string }) => call('payments.unmatch', { bankTransactionId })
  const accept = useAction('payments.accept-match', { done: t('payments.matched'), undo, optimistic: [without] })
  const ignore = useAction('payments.ignore', { done: t('payments.ignored'), undo, optimistic: [without] })
  const same = useAction('payments.decide-same', {
    done: (_output, { isSame }) => t(isSame ? 'payments.said-same' : 'payments.said-another'),
    undo: (_output, { bankTransactionId, isSame }) =>
      isSame ? call('payments.unmatch', { bankTransactionId }) : call('payments.decide-same', { bankTransactionId, isSame: null }),
  })
  return lines.map((line) => {
    const doubt = line.perhaps
    const isIncoming = !line.amount.amount.startsWith('-')
    const proposal = line.candidates[0]
    return {
      id: line.id,
      title: line.counterpartyName ?? (line.remittance.slice(0, 60) || t('payments.nobody')),
      detail: (
        <>
          {line.remittance ? (
            <span>
              {line.remittance.slice(0, 120)}
              <br />
            </span>
          ) : null}
          {doubt ? (
            <>
              <State tone="warn">{t('payments.perhaps')}</State> {describe(doubt, format.day(doubt.bookedOn))}
            </>
          ) : proposal ? (
            proposalText(proposal, t)
          ) : isIncoming ? (
            t('payments.no-proposal')
          ) : (
            t('payments.went-out')
          )}
        </>
      ),
      figure: <Money value={line.amount} />,
      figureDetail: <DayText value={line.bookedOn} />,
      open: () => (mayChange ? choose(line) : undefined),
      actions: mayChange
        ? [
            ...(doubt
              ? [
                  { key: 's', label: t('payments.is-same'), isMain: true, act: () => same.run({ bankTransactionId: line.id, isSame: true }) },
                  { key: 'a', label: t('payments.is-another'), act: () => same.run({ bankTransactionId: line.id, isSame: false }) },
                ]
              : []),
            ...(proposal && !doubt ? [{ key: 'm', label: t('payments.accept'), isMain: true, act: () => accept.run({ bankTransactionId: line.id }) }] : []),
            { key: 'c', label: t('payments.choose'), act: () => choose(line) },
            { key: 'i', label: t('payments.ignore'), act: () => ignore.run({ bankTransactionId: line.id }) },
          ]
        : [],
    }
  })
}

/** "Anna Meier, Rechnung 14, 20 Nov (CAMT.053)": enough to know the other line by. */
function describe(line: NonNullable<BankLine['perhaps']>, day: string): string {
  return [line.counterpartyName, line.remittance.slice(0, 60), day].filter(Boolean).join(', ')
}

function Accounts({ accounts }: { readonly accounts: CallOutput<'payments.bank-accounts'>['accounts'] }) {
  const { t } = useTexts()
  if (accounts.length === 0) return null
  return (
    <Facts
      title={t('payments.accounts')}
      facts={accounts.map((account) => [
        accounts.some((other) => other.id !== account.id && other.name === account.name) ? `${account.name} ${account.currency}` : account.name,
        account.lastImportedAt ? (
          <>
            {t('payments.imported-on')} <DayText value={account.lastImportedAt.slice(0, 10)} />
          </>
        ) : (
          t('payments.never-imported')
        ),
      ])}
    />
  )
}

function withoutLine(before: CallOutput<'payments.bank-transactions'>, input: { bankTransactionId: string }): CallOutput<'payments.bank-transactions'> {
  return { ...before, transactions: before.transactions.filter((line) => line.id !== input.bankTransactionId) }
}
