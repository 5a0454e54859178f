import { useState, type ReactNode } from 'react'
import { Button } from '../../../web/kit/button.tsx'
import { Section } from '../../../web/kit/layout.tsx'
import type { CallOutput } from '../../../web/kit/operations.ts'
import { Select } from '../../../web/kit/select.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import styles from './contacts.module.css'

type Preview = CallOutput<'contacts.import-preview'>
type Row = Preview['rows'][number]
export type Decisions = Readonly<Record<number, Row['proposed']>>

/** The rows as they would be imported; those that are known already, or not fully understood, come first. */
export function ImportDecisions({
  preview,
  decisions,
  onChange,
  actions,
}: {
  readonly preview: Preview
  readonly decisions: Decisions
  readonly onChange: (decisions: Decisions) => void
  readonly actions: ReactNode
}) {
  const { t } = useTexts()
  const [isWhole, setIsWhole] = useState(false)
  const shown = isWhole ? preview.rows : preview.rows.slice(0, 25)
  const lead = [
    t('contacts.found-rows', { count: preview.total }),
    preview.duplicateCount > 0 ? t('contacts.found-known', { count: preview.duplicateCount }) : '',
    preview.problemCount > 0 ? t('contacts.found-problems', { count: preview.problemCount }) : '',
    preview.passedOver > 0 ? t('contacts.found-empty', { count: preview.passedOver }) : '',
  ].filter((part) => part !== '')
  return (
    <Section title={t('contacts.preview')} lead={lead.join(' ')} actions={actions}>
      {shown.map((row) => (
        <div className={styles.decide} key={row.line}>
          <span>
            {row.name}
            <br />
            <span className={styles.samples}>{[row.email, row.phone, row.organisation, row.city].filter((part) => part !== '').join(' · ')}</span>
            <Reasons row={row} />
          </span>
          <Select
            label={t('contacts.decision-for', { name: row.name })}
            isLabelHidden
            value={decisions[row.line] ?? row.proposed}
            onChange={(action) => onChange({ ...decisions, [row.line]: action })}
            choices={(row.duplicates.length > 0 ? (['skip', 'update', 'create'] as const) : (['create', 'skip'] as const)).map((value) => ({
              value,
              label: t(`contacts.decide-${value}`),
            }))}
          />
        </div>
      ))}
      {preview.total > shown.length ? (
        <p className={styles.soft}>
          {t('contacts.more-rows', { count: preview.total - shown.length })}{' '}
          {shown.length < preview.rows.length ? (
            <Button size="small" look="quiet" onClick={() => setIsWhole(true)}>
              {t('contacts.show-more')}
            </Button>
          ) : null}
        </p>
      ) : null}
    </Section>
  )
}

function Reasons({ row }: { readonly row: Row }) {
  const { t } = useTexts()
  const known = row.duplicates[0]
  const reasons = [
    known ? t(`contacts.duplicate-${known.reason}`, { name: known.name }) : '',
    row.sameAsLine === null ? '' : t('contacts.same-as-line', { line: row.sameAsLine }),
    ...row.problems.map((problem) => t(`contacts.problem-${problem}`)),
  ].filter((reason) => reason !== '')
  return reasons.map((reason) => (
    <span key={reason} className={styles.soft}>
      <br />
      {reason}
    </span>
  ))
}
