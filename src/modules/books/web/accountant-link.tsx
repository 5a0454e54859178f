import { LinkButton } from '../../../web/kit/button.tsx'
import { Section } from '../../../web/kit/layout.tsx'
import { useMay } from '../../../web/kit/session.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'

/** Under Company, Data: where the accountant's files are. */
export function AccountantLink() {
  const { t } = useTexts()
  const mayRead = useMay('owner', 'accountant')
  if (!mayRead) return null
  return (
    <Section title={t('books.accountant')} lead={t('books.accountant-data')}>
      <LinkButton to="/money/books/accountant" icon="download">
        {t('books.accountant-open')}
      </LinkButton>
    </Section>
  )
}
