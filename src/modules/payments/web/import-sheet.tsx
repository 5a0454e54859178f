import { useEffect, useState } from 'react'
import { Button } from '../../../web/kit/button.tsx'
import { call } from '../../../web/kit/client.ts'
import { DayText, Money } from '../../../web/kit/figures.tsx'
import { base64Of } from '../../../web/kit/file-drop.tsx'
import { FormError } from '../../../web/kit/form.tsx'
import { Progress, State } from '../../../web/kit/layout.tsx'
import type { CallInput, CallOutput } from '../../../web/kit/operations.ts'
import { asProblem, type Problem } from '../../../web/kit/problem.ts'
import { useAction } from '../../../web/kit/query.ts'
import { Select } from '../../../web/kit/select.tsx'
import { Sheet } from '../../../web/kit/sheet.tsx'
import { Table } from '../../../web/kit/table.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { ColumnsFields, type Layout } from './columns-fields.tsx'

type Preview = CallOutput<'payments.preview-bank-file'>
type Accounts = CallOutput<'payments.bank-accounts'>['accounts']

interface SheetOptions {
  readonly file: File
  readonly accounts: Accounts
  /** What leaves no question is imported without being asked. */
  readonly isEager?: boolean
  readonly onClose: () => void
}

/** Before the import: what is new, what is known, what could not be read; for a table also which column is what. */
export function ImportSheet({ file, accounts, isEager = false, onClose }: SheetOptions) {
  const { t } = useTexts()
  const [layout, setLayout] = useState<Layout>()
  const [bankAccountId, setBankAccountId] = useState('')
  const { preview, problem, input } = usePreview(file, layout, bankAccountId)
  const load = useAction('payments.import-bank-file', {
    done: ({ newCount, matchedCount }) => t('payments.import-done', { count: newCount, matched: matchedCount }),
    onDone: onClose,
  })
  const isClear = isEager && preview !== undefined && isWithoutQuestion(preview)
  const run = load.run
  useEffect(() => {
    if (isClear && input) run(input)
    // Once for each file: a failure is shown and waits for the person.
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the action is new at every look
  }, [isClear, input])
  return (
    <Sheet title={file.name} onClose={onClose}>
      <FormError problem={problem ?? load.problem} />
      {accounts.length > 1 ? (
        <Select
          label={t('payments.account')}
          name="account"
          error={undefined}
          value={bankAccountId}
          onChange={setBankAccountId}
          emptyLabel={t('payments.account-by-file')}
          choices={accounts.map((account) => ({ value: account.id, label: `${account.name} ${account.currency}` }))}
        />
      ) : null}
      {preview ? <PreviewFacts preview={preview} /> : problem ? null : <Progress label={t('payments.reading')} />}
      {preview && preview.rows.length > 0 && (preview.layout === null || preview.layoutBy === 'guess' || preview.doubts.length > 0 || layout) ? (
        <ColumnsFields rows={preview.rows} layout={layout ?? preview.layout ?? undefined} onChange={setLayout} />
      ) : null}
      {preview?.layoutBy === 'guess' && preview.layout ? (
        <p>
          <Button look="primary" autoFocus onClick={() => setLayout(preview.layout ?? undefined)}>
            {t('payments.layout-right')}
          </Button>
        </p>
      ) : preview && input ? (
        <p>
          <Button
            look="primary"
            autoFocus={preview.doubts.length === 0}
            isBusy={load.isRunning}
            disabled={preview.newCount === 0}
            onClick={() => load.run(input)}
          >
            {t('payments.import-count', { count: preview.newCount })}
          </Button>{' '}
          <Button look="quiet" onClick={onClose}>
            {t('kit.cancel')}
          </Button>
        </p>
      ) : null}
    </Sheet>
  )
}

/** A known account, known columns, nothing that may be known already and nothing to check. */
function isWithoutQuestion(preview: Preview): boolean {
  const isRead = preview.rows.length === 0 || preview.layoutBy === 'learnt' || preview.layoutBy === 'headings'
  const isKnownAccount = preview.accounts.length > 0 && preview.accounts.every((account) => account.bankAccountId !== null)
  return isRead && isKnownAccount && preview.newCount > 0 && preview.perhapsCount === 0 && preview.doubts.length === 0 && preview.skipped.length === 0
}

function PreviewFacts({ preview }: { readonly preview: Preview }) {
  const { t } = useTexts()
  if (preview.rows.length > 0 && preview.layout === null) return <p>{t('payments.columns-unknown')}</p>
  if (preview.layoutBy === 'guess') return <p>{t('payments.layout-guess')}</p>
  return (
    <>
      <p>{t('payments.preview', { count: preview.newCount, known: preview.knownCount })}</p>
      {preview.layoutBy === 'learnt' ? <p>{t('payments.layout-learnt')}</p> : null}
      {preview.perhapsCount > 0 ? <p>{t('payments.perhaps-count', { count: preview.perhapsCount })}</p> : null}
      {preview.doubts.map((doubt) => (
        <p key={doubt}>
          <State tone="warn">{t(`payments.doubt-${doubt}`)}</State>
        </p>
      ))}
      {preview.skipped.some((line) => line.reason !== 'not_booked') ? (
        <p>
          <State tone="warn">
            {t('payments.skipped', {
              lines: preview.skipped
                .map((line) => line.line)
                .slice(0, 10)
                .join(', '),
            })}
          </State>
        </p>
      ) : null}
      <Table
        label={t('payments.bank')}
        keyOf={(line) => String(preview.transactions.indexOf(line))}
        lines={preview.transactions.slice(0, 8)}
        columns={[
          { label: t('payments.from'), cell: (line) => line.counterpartyName ?? line.remittance.slice(0, 40) },
          { label: t('payments.on'), cell: (line) => <DayText value={line.bookedOn} /> },
          { label: t('payments.amount'), kind: 'figure', cell: (line) => <Money value={line.amount} /> },
        ]}
      />
    </>
  )
}

function usePreview(file: File, layout: Layout | undefined, bankAccountId: string) {
  const [preview, setPreview] = useState<Preview>()
  const [problem, setProblem] = useState<Problem>()
  const [input, setInput] = useState<CallInput<'payments.import-bank-file'>>()
  useEffect(() => {
    const abort = new AbortController()
    const read = async () => {
      setProblem(undefined)
      try {
        const next = {
          fileName: file.name,
          content: await base64Of(file),
          ...(layout ? { layout } : {}),
          ...(bankAccountId ? { bankAccountId } : {}),
        }
        setPreview(await call('payments.preview-bank-file', next, { signal: abort.signal }))
        setInput(next)
      } catch (error) {
        if (!abort.signal.aborted) setProblem(asProblem(error))
      }
    }
    void read()
    return () => abort.abort()
  }, [file, layout, bankAccountId])
  return { preview, problem, input }
}
