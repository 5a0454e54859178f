import { Section } from '../../../web/kit/layout.tsx'
import { Link } from '../../../web/kit/navigation.tsx'
import { useOperation } from '../../../web/kit/query.ts'
import { useTexts } from '../../../web/kit/texts.tsx'

/** Above a draft: what the customer's portal would refuse, in plain words, each with the way to where it is mended. */
export function DraftFindings({ invoiceId }: { readonly invoiceId: string }) {
  const { t, language } = useTexts()
  const read = useOperation('invoicing.findings', { invoiceId, language })
  const grave = (read.data?.findings ?? []).filter(({ severity }) => severity === 'fatal')
  if (!read.data || grave.length === 0) return null
  return (
    <Section title={t('invoicing.findings')} lead={t('invoicing.findings-lead', { format: t(`invoicing.format-${read.data.format}`) })}>
      <ul>
        {grave.map((finding) => (
          <li key={`${finding.rule} ${finding.says}`}>
            {finding.says} {finding.to === null ? null : <Link to={finding.to as `/${string}`}>{t('invoicing.findings-mend')}</Link>}{' '}
            <small>{finding.rule}</small>
          </li>
        ))}
      </ul>
    </Section>
  )
}
