import { useState } from 'react'
import { Button } from '../../../web/kit/button.tsx'
import { Section } from '../../../web/kit/layout.tsx'
import { List } from '../../../web/kit/list.tsx'
import { useAction, useOperation } from '../../../web/kit/query.ts'
import { useMay } from '../../../web/kit/session.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { ConnectSheet } from './connect-sheet.tsx'
import styles from './payments.module.css'

/** In the details of the company: who takes payments online for it. */
export function ProvidersPart() {
  const { t } = useTexts()
  const isOwner = useMay('owner')
  const [isConnecting, setIsConnecting] = useState(false)
  const found = useOperation('payments.providers', {})
  const disconnect = useAction('payments.disconnect-provider', { done: t('payments.provider-disconnected') })
  if (!found.data) return null
  const connect = (
    <Button size="small" icon="plus" onClick={() => setIsConnecting(true)}>
      {t('payments.provider-connect')}
    </Button>
  )
  return (
    <Section title={t('payments.online')} lead={t('payments.online-lead')} actions={isOwner ? connect : null}>
      <List
        label={t('payments.online')}
        isMain={false}
        empty={<p className={styles.soft}>{t('payments.provider-none')}</p>}
        rows={found.data.providers.map(({ provider, isTest, signsWebhooks }) => ({
          id: provider,
          title: t(`payments.provider-${provider}`),
          detail: [isTest ? t('payments.provider-test') : '', provider === 'stripe' && !signsWebhooks ? t('payments.provider-unsigned') : '']
            .filter(Boolean)
            .join(' · '),
          actions: isOwner ? [{ key: 'x', label: t('payments.provider-disconnect'), act: () => disconnect.run({ provider }) }] : [],
        }))}
      />
      {isConnecting ? <ConnectSheet webhookUrls={found.data.webhookUrls} onClose={() => setIsConnecting(false)} /> : null}
    </Section>
  )
}
