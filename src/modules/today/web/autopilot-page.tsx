import { FormError } from '../../../web/kit/form.tsx'
import { Segmented } from '../../../web/kit/choice.tsx'
import { Page, Waiting } from '../../../web/kit/layout.tsx'
import { Link } from '../../../web/kit/navigation.tsx'
import { useAction, useOperation } from '../../../web/kit/query.ts'
import { useMay } from '../../../web/kit/session.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import styles from './today.module.css'

/** Per kind of move: ask me, or do it and tell me. */
export function AutopilotPage() {
  const { t } = useTexts()
  const autopilot = useOperation('today.autopilot', {})
  const set = useAction('today.set-autopilot', { done: t('kit.saved') })
  const isOwner = useMay('owner')
  if (autopilot.error) return <Page title={t('today.autopilot')}><FormError problem={autopilot.error} /></Page>
  if (!autopilot.data) return <Waiting />
  const able = autopilot.data.kinds.filter((each) => each.canDo)
  const unable = autopilot.data.kinds.filter((each) => !each.canDo)
  return (
    <Page title={t('today.autopilot')} titleBefore={<Link to="/today">{t('today.title')}</Link>} lead={t('today.autopilot-lead')}>
      <ul className={styles.autopilot}>
        {able.map(({ kind, mode }) => (
          <li key={kind} className={styles.autopilotKind}>
            <span>
              <span className={styles.autopilotName}>{t(`today.kind.${kind}`)}</span>
              <span className={styles.soft}>{t(`today.autopilot-does.${kind}`)}</span>
            </span>
            <Segmented
              label={t(`today.kind.${kind}`)}
              isLabelHidden
              value={mode}
              onChange={(next) => (isOwner ? set.run({ kind, mode: next }) : undefined)}
              choices={[{ value: 'ask', label: t('today.ask-me') }, { value: 'do', label: t('today.do-it') }]}
            />
          </li>
        ))}
      </ul>
      <p className={styles.note}>{t('today.autopilot-never', { kinds: unable.map(({ kind }) => t(`today.kind.${kind}`)).join(', ') })}</p>
    </Page>
  )
}
