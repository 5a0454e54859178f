import { useState } from 'react'
import { FormError } from '../../../web/kit/form.tsx'
import { EmptyState, Page, Waiting } from '../../../web/kit/layout.tsx'
import { List } from '../../../web/kit/list.tsx'
import type { CallOutput } from '../../../web/kit/operations.ts'
import { useOperation } from '../../../web/kit/query.ts'
import { useTexts } from '../../../web/kit/texts.tsx'
import { MergeSheet, type Mergeable } from './merge-sheet.tsx'

type Line = CallOutput<'contacts.duplicates'>['pairs'][number]['left']

/** Pairs of contacts that look like one; a letter makes them one. */
export function DuplicatesPage() {
  const { t } = useTexts()
  const pairs = useOperation('contacts.duplicates', {})
  const [chosen, setChosen] = useState<{ contact: Mergeable; other: Mergeable }>()
  if (pairs.error)
    return (
      <Page title={t('contacts.duplicates')}>
        <FormError problem={pairs.error} />
      </Page>
    )
  if (!pairs.data) return <Waiting />
  return (
    <Page title={t('contacts.duplicates')} lead={pairs.data.pairs.length > 0 ? t('contacts.duplicates-lead') : undefined}>
      <List
        label={t('contacts.duplicates')}
        actionsShown="always"
        empty={<EmptyState text={t('contacts.no-duplicates')} />}
        rows={pairs.data.pairs.map(({ left, right, reason }) => ({
          id: `${left.id}.${right.id}`,
          title: `${left.name} – ${right.name}`,
          detail: `${t(`contacts.duplicate-${reason}`, { name: left.name })} ${factsOf(left)} – ${factsOf(right)}`,
          to: `/customers/${left.id}`,
          actions: [
            { key: 'm', label: t('contacts.keep', { name: left.name }), act: () => setChosen({ contact: mergeable(left), other: mergeable(right) }) },
            { key: 'o', label: t('contacts.keep-other'), act: () => setChosen({ contact: mergeable(right), other: mergeable(left) }) },
          ],
        }))}
      />
      {chosen ? <MergeSheet {...chosen} onClose={() => setChosen(undefined)} /> : null}
    </Page>
  )
}

function mergeable({ id, name, email, city }: Line): Mergeable {
  return { id, name, detail: email || city || undefined }
}

function factsOf(line: Line): string {
  return [line.email, line.phone, line.city].filter((part) => part !== '').join(', ') || '–'
}
