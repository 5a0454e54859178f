import { Money } from '../../../web/kit/figures.tsx'
import { useFormat } from '../../../web/kit/format.ts'
import { Facts } from '../../../web/kit/layout.tsx'
import type { CallOutput } from '../../../web/kit/operations.ts'
import { useTexts } from '../../../web/kit/texts.tsx'
import styles from './contacts.module.css'

type Preview = CallOutput<'thread.merge-preview'>

/** What goes to the contact that stays, in words and numbers, and what is open of both together. */
export function MergePreview({ preview }: { readonly preview: Preview }) {
  const { t } = useTexts()
  const parts = usePartsThatMove(preview)
  return (
    <div className={styles.mergePreview} aria-live="polite">
      <p>
        <strong>{t('contacts.merge-moves', { from: preview.other.name, to: preview.kept.name })}</strong>
      </p>
      <ul className={styles.mergeParts}>
        {[...preview.other.details, ...parts].map((part) => (
          <li key={part}>{part}</li>
        ))}
        <li>{t('contacts.merge-history')}</li>
      </ul>
      {preview.balances.map(({ kept, other, together }) => (
        <Facts
          key={together.currency}
          title={t('contacts.merge-balance')}
          facts={[
            [t('contacts.merge-of-kept', { name: preview.kept.name }), <Money key="kept" value={kept} />],
            [t('contacts.merge-of-other', { name: preview.other.name }), <Money key="other" value={other} />],
            [t('contacts.merge-together'), <Money key="together" value={together} isStrong />],
          ]}
        />
      ))}
      {preview.moves.invoices > 0 ? <p className={styles.mergeNote}>{t('contacts.merge-copies')}</p> : null}
    </div>
  )
}

function usePartsThatMove({ moves }: Preview): string[] {
  const { t } = useTexts()
  const format = useFormat()
  const counted = (['agreements', 'sessions', 'invoices', 'messages', 'tasks'] as const).flatMap((kind) =>
    moves[kind] > 0 ? [t(`contacts.merge-${kind}`, { count: moves[kind] })] : [],
  )
  return moves.minutes > 0 ? [...counted, t('contacts.merge-hours', { hours: format.hours(moves.minutes) })] : counted
}
