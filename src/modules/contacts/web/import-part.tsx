import { LinkButton } from '../../../web/kit/button.tsx'
import { DayText } from '../../../web/kit/figures.tsx'
import { Section, State } from '../../../web/kit/layout.tsx'
import { List } from '../../../web/kit/list.tsx'
import { useAction, useOperation } from '../../../web/kit/query.ts'
import { useMay } from '../../../web/kit/session.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'

/** On the company's data page: the way to bring contacts in. */
export function ImportPart() {
  const { t } = useTexts()
  if (!useMay('owner', 'staff')) return null
  return (
    <Section title={t('contacts.import')} lead={t('contacts.import-lead')}>
      <p>
        <LinkButton to="/customers/import" icon="upload">
          {t('contacts.import')}
        </LinkButton>
      </p>
    </Section>
  )
}

/** Imports of before, each with its undo. */
export function PastImports() {
  const { t } = useTexts()
  const imports = useOperation('contacts.imports', {}).data?.imports ?? []
  const undo = useAction('contacts.undo-import', { done: ({ removed, kept }) => t('contacts.import-undone', { removed, kept }) })
  if (imports.length === 0) return null
  return (
    <Section title={t('contacts.past-imports')}>
      <List
        label={t('contacts.past-imports')}
        rows={imports.map((each) => ({
          id: each.id,
          title: each.fileName,
          detail: t('contacts.import-summary', { created: each.created, updated: each.updated, skipped: each.skipped }),
          figure: <DayText value={each.createdAt.slice(0, 10)} />,
          figureDetail: each.isUndone ? <State>{t('contacts.is-undone')}</State> : undefined,
          actions: each.isUndone ? [] : [{ key: 'u', label: t('contacts.undo-import'), act: () => undo.run({ importId: each.id }) }],
        }))}
      />
    </Section>
  )
}
