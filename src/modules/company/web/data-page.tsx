import { useState } from 'react'
import { Button, LinkButton } from '../../../web/kit/button.tsx'
import { DayText } from '../../../web/kit/figures.tsx'
import { EmptyState, Page, Section, State } from '../../../web/kit/layout.tsx'
import { List } from '../../../web/kit/list.tsx'
import { useAction, useOperation } from '../../../web/kit/query.ts'
import { useCompany, useMay } from '../../../web/kit/session.tsx'
import { Slot } from '../../../web/kit/slot.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { CompanyTabs } from './company-tabs.tsx'
import { TokenSheet } from './token-sheet.tsx'

/** Data in and out: what other modules import and export, the opening position, and access for programs. */
export function DataPage() {
  const { t } = useTexts()
  const company = useCompany()
  return (
    <Page title={company.name} tabs={<CompanyTabs />}>
      {useMay('owner') ? (
        <Section title={t('company.opening')} lead={t('company.opening-lead')}>
          <LinkButton to="/company/opening">{t('company.opening')}</LinkButton>
        </Section>
      ) : null}
      <Slot name="company.data" />
      {useMay('owner') ? <Tokens /> : null}
      <Section title={t('company.programs')} lead={t('company.programs-lead')}>
        <p>
          <a href="/api/docs">{t('company.api-docs')}</a>
        </p>
      </Section>
    </Page>
  )
}

function Tokens() {
  const { t } = useTexts()
  const [isAdding, setIsAdding] = useState(false)
  const tokens = useOperation('company.tokens', {}).data?.tokens ?? []
  const revoke = useAction('company.revoke-token', { done: t('company.token-revoked') })
  const add = (
    <Button size="small" icon="plus" onClick={() => setIsAdding(true)}>
      {t('company.add-token')}
    </Button>
  )
  return (
    <Section title={t('company.tokens')} lead={t('company.tokens-lead')} actions={add}>
      <List
        label={t('company.tokens')}
        isMain={false}
        empty={<EmptyState text={t('company.tokens-none')} />}
        rows={tokens.map((token) => ({
          id: token.id,
          title: token.name,
          detail: (
            <>
              {t(`shell.role-${token.role}`)} · {token.scopes.join(', ')} · <DayText value={token.createdAt.slice(0, 10)} />
            </>
          ),
          figure: token.isRevoked ? <State>{t('company.token-is-revoked')}</State> : undefined,
          actions: token.isRevoked ? [] : [{ key: 'x', label: t('company.revoke'), act: () => revoke.run({ tokenId: token.id }) }],
        }))}
      />
      {isAdding ? <TokenSheet onClose={() => setIsAdding(false)} /> : null}
    </Section>
  )
}
