import { LinkButton } from '../../../web/kit/button.tsx'
import { Section } from '../../../web/kit/layout.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'

/** Under Company: the way to the outbox. */
export function OutboxLink() {
  const { t } = useTexts()
  return (
    <Section title={t('messages.title')} lead={t('messages.outbox-lead')}>
      <LinkButton to="/messages?box=out">{t('messages.outbox-open')}</LinkButton>
    </Section>
  )
}
