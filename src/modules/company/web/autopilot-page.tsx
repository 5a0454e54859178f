import { Switch } from '../../../web/kit/choice.tsx'
import { FormError } from '../../../web/kit/form.tsx'
import { Page, Section, Waiting } from '../../../web/kit/layout.tsx'
import { useAction, useOperation } from '../../../web/kit/query.ts'
import { useCompany, useMay } from '../../../web/kit/session.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { CompanyTabs } from './company-tabs.tsx'
import type { CallOutput } from '../../../web/kit/operations.ts'
import styles from './autopilot-page.module.css'

type Autopilot = CallOutput<'today.autopilot'>

/** Per kind of move: ask me, or do it and tell me. */
export function AutopilotPage() {
  const { t, has } = useTexts()
  const company = useCompany()
  const isOwner = useMay('owner')
  const read = useOperation('today.autopilot', {})
  const set = useAction('today.set-autopilot', {
    optimistic: [
      {
        operation: 'today.autopilot',
        change: (before: Autopilot, input) => ({ kinds: before.kinds.map((each) => (each.kind === input.kind ? { ...each, mode: input.mode } : each)) }),
      },
    ],
  })
  const kinds = read.data?.kinds ?? []
  const name = (kind: string) => (has(`company.autopilot-${kind}`) ? t(`company.autopilot-${kind}`) : kind.replaceAll('_', ' '))
  return (
    <Page title={company.name} tabs={<CompanyTabs />}>
      {read.error ? <FormError problem={read.error} /> : null}
      {read.isPending ? <Waiting /> : null}
      <Section title={t('company.autopilot')} lead={t('company.autopilot-lead')}>
        <ul className={styles.kinds}>
          {kinds
            .filter((each) => each.canDo)
            .map((each) => (
              <li key={each.kind}>
                <Switch
                  label={name(each.kind)}
                  hint={each.mode === 'do' ? t('company.autopilot-does') : t('company.autopilot-asks')}
                  value={each.mode === 'do'}
                  isDisabled={!isOwner}
                  onChange={(isOn) => set.run({ kind: each.kind, mode: isOn ? 'do' : 'ask' })}
                />
              </li>
            ))}
        </ul>
      </Section>
      {kinds.some((each) => !each.canDo) ? (
        <Section title={t('company.autopilot-never')} lead={t('company.autopilot-never-lead')}>
          <ul className={styles.plain}>
            {kinds
              .filter((each) => !each.canDo)
              .map((each) => (
                <li key={each.kind}>{name(each.kind)}</li>
              ))}
          </ul>
        </Section>
      ) : null}
    </Page>
  )
}
