import { useState } from 'react'
import { Button, LinkButton } from '../../../web/kit/button.tsx'
import { call } from '../../../web/kit/client.ts'
import { base64Of, FileDrop } from '../../../web/kit/file-drop.tsx'
import { FormError } from '../../../web/kit/form.tsx'
import { Page, Progress, Section } from '../../../web/kit/layout.tsx'
import type { CallOutput } from '../../../web/kit/operations.ts'
import { asProblem, type Problem } from '../../../web/kit/problem.ts'
import { useAction } from '../../../web/kit/query.ts'
import { useTexts } from '../../../web/kit/texts.tsx'
import { ImportDecisions, type Decisions } from './import-decisions.tsx'
import { ImportMapping, type Target } from './import-mapping.tsx'
import { PastImports } from './import-part.tsx'

type Preview = CallOutput<'contacts.import-preview'>
type Outcome = CallOutput<'contacts.import-commit'>

/** Contacts from a file: drop it, look at what was understood, import, and undo the whole of it if it was wrong. */
export function ImportPage() {
  const { t } = useTexts()
  const [file, setFile] = useState<File>()
  const [content, setContent] = useState('')
  const [preview, setPreview] = useState<Preview>()
  const [decisions, setDecisions] = useState<Decisions>({})
  const [problem, setProblem] = useState<Problem>()
  const [isReading, setIsReading] = useState(false)
  const [outcome, setOutcome] = useState<Outcome>()
  const commit = useAction('contacts.import-commit', {
    onDone: (answer) => {
      setOutcome(answer)
      setPreview(undefined)
      setFile(undefined)
    },
    onProblem: (failure) => {
      setProblem(failure)
      return true
    },
  })
  const read = async (fileName: string, base64: string, mapping?: readonly Target[]) => {
    setIsReading(true)
    setProblem(undefined)
    setOutcome(undefined)
    try {
      setPreview(await call('contacts.import-preview', { fileName, content: base64, ...(mapping ? { mapping: [...mapping] } : {}) }))
    } catch (error) {
      setProblem(asProblem(error))
    } finally {
      setIsReading(false)
    }
  }
  const take = async (chosen: File) => {
    const base64 = await base64Of(chosen)
    setFile(chosen)
    setContent(base64)
    setPreview(undefined)
    setDecisions({})
    await read(chosen.name, base64)
  }
  const mapping = preview?.columns.map((column) => column.target) ?? []
  const input = () => ({
    fileName: file?.name ?? '',
    content,
    ...(preview?.format === 'csv' ? { mapping } : {}),
    decisions: Object.entries(decisions).map(([line, action]) => ({ line: Number(line), action })),
  })
  const count = preview ? countOf(preview, decisions) : 0
  return (
    <Page title={t('contacts.import')} lead={t('contacts.import-lead')}>
      <FileDrop
        label={t('contacts.import-drop')}
        accept=".vcf,.vcard,.csv,.txt,.tsv"
        bytesMax={10 * 1024 * 1024}
        file={file}
        onFile={(chosen) => void take(chosen)}
      />
      <FormError problem={problem} />
      {isReading || commit.isRunning ? <Progress label={t(commit.isRunning ? 'contacts.importing' : 'contacts.reading')} /> : null}
      {outcome ? <Done outcome={outcome} onUndone={() => setOutcome(undefined)} /> : null}
      {preview && file ? (
        <>
          {preview.format === 'csv' ? <ImportMapping columns={preview.columns} onChange={(targets) => void read(file.name, content, targets)} /> : null}
          <ImportDecisions
            preview={preview}
            decisions={decisions}
            onChange={setDecisions}
            actions={
              <Button look="primary" isBusy={commit.isRunning} disabled={count === 0} onClick={() => commit.run(input())}>
                {t('contacts.import-count', { count })}
              </Button>
            }
          />
        </>
      ) : (
        <PastImports />
      )}
    </Page>
  )
}

/** What will be done: rows proposed to be new and those decided so. */
function countOf(preview: Preview, decisions: Decisions): number {
  const changed = preview.rows.filter((row) => decisions[row.line] !== undefined)
  const before = changed.filter((row) => row.proposed !== 'skip').length
  const after = changed.filter((row) => decisions[row.line] !== 'skip').length
  return preview.total - preview.duplicateCount - before + after
}

function Done({ outcome, onUndone }: { readonly outcome: Outcome; readonly onUndone: () => void }) {
  const { t } = useTexts()
  const undo = useAction('contacts.undo-import', { done: ({ removed, kept }) => t('contacts.import-undone', { removed, kept }), onDone: onUndone })
  return (
    <Section title={t('contacts.import-done')}>
      <p role="status">{t('contacts.import-summary', { created: outcome.created, updated: outcome.updated, skipped: outcome.skipped })}</p>
      <p>
        <LinkButton look="primary" to="/customers">
          {t('contacts.to-customers')}
        </LinkButton>{' '}
        <Button isBusy={undo.isRunning} onClick={() => undo.run({ importId: outcome.importId })}>
          {t('contacts.undo-import')}
        </Button>
      </p>
    </Section>
  )
}
