import { State } from '../../../web/kit/layout.tsx'
import { Link, type Place } from '../../../web/kit/navigation.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import type { TaxReturn } from './tax-page.tsx'
import styles from './tax.module.css'

const places: Readonly<Record<string, Place>> = {
  drafts: '/money',
  expenses_to_check: '/money/costs',
  number_missing: '/company/tax',
}

/** What to look at before handing in; nothing of it stops you. */
export function TaxWarnings({ found, isOver }: { found: TaxReturn; isOver: boolean }) {
  const { t } = useTexts()
  const warnings = found.warnings.filter((warning) => warning.kind !== 'not_over' || !isOver)
  if (warnings.length === 0) return null
  return (
    <ul className={styles.warnings}>
      {warnings.map((warning) => (
        <li key={warning.kind}>
          <State tone="warn">{t(`books.tax-warning-${warning.kind}`, { count: warning.count })}</State>{' '}
          {places[warning.kind] ? <Link to={places[warning.kind]!}>{t('books.tax-look')}</Link> : null}
          {warning.documents.map((document, index) => (
            <span key={document.id}>
              {index > 0 ? ', ' : ''}
              <Link to={document.noun === 'invoice' ? `/money/invoices/${document.id}` : `/money/costs/${document.id}`}>{document.number}</Link>
            </span>
          ))}
        </li>
      ))}
    </ul>
  )
}
