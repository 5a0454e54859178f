import { FormError } from '../../../web/kit/form.tsx'
import { EmptyState, Page, Waiting } from '../../../web/kit/layout.tsx'
import { useLater } from '../../../web/kit/later.ts'
import { List } from '../../../web/kit/list.tsx'
import type { CallOutput } from '../../../web/kit/operations.ts'
import { useOperation } from '../../../web/kit/query.ts'
import { useTexts } from '../../../web/kit/texts.tsx'

type Line = CallOutput<'contacts.duplicates'>['pairs'][number]['left']

/** Pairs of contacts that look like one; a letter makes them one. */
export function DuplicatesPage() {
  const { t } = useTexts()
  const pairs = useOperation('contacts.duplicates', {})
  const merge = useLater('contacts.merge', { waiting: t('contacts.will-merge'), done: t('contacts.merged') })
  if (pairs.error)
    return (
      <Page title={t('contacts.duplicates')}>
        <FormError problem={pairs.error} />
      </Page>
    )
  if (!pairs.data) return <Waiting />
  return (
    <Page title={t('contacts.duplicates')} lead={t('contacts.duplicates-lead')}>
      <List
        label={t('contacts.duplicates')}
        actionsShown="always"
        empty={<EmptyState text={t('contacts.no-duplicates')} />}
        rows={pairs.data.pairs.map(({ left, right, reason }) => ({
          id: `${left.id}.${right.id}`,
          title: `${left.name} – ${right.name}`,
          detail: `${t(`contacts.duplicate-${reason}`, { name: left.name })} · ${factsOf(left)} – ${factsOf(right)}`,
          to: `/customers/${left.id}`,
          actions: [
            { key: 'm', label: t('contacts.keep', { name: left.name }), act: () => merge.run({ contactId: left.id, otherId: right.id }) },
            { key: 'o', label: t('contacts.keep-other'), act: () => merge.run({ contactId: right.id, otherId: left.id }) },
          ],
        }))}
      />
    </Page>
  )
}

function factsOf(line: Line): string {
  return [line.email, line.phone, line.city].filter((part) => part !== '').join(', ') || '–'
}
