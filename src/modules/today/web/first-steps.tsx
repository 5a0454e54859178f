import { Button } from '../../../web/kit/button.tsx'
import { State } from '../../../web/kit/layout.tsx'
import { Link } from '../../../web/kit/navigation.tsx'
import { List } from '../../../web/kit/list.tsx'
import { useMay } from '../../../web/kit/session.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import type { TodayAnswer } from './wire.ts'
import styles from './today.module.css'

const placeOfStep = { details: '/company', offer: '/offer', customer: '/customers/new', sale: '/agreements/new' } as const

/** What makes a new company ready: four steps, each done where it is at home, and the way in for what runs already. */
export function FirstSteps({ steps, onDismiss }: { readonly steps: NonNullable<TodayAnswer['firstSteps']>; readonly onDismiss: () => void }) {
  const { t } = useTexts()
  const isOwner = useMay('owner')
  return (
    <div className={styles.firstSteps}>
      <p className={styles.about}>{t('today.first-steps-lead')}</p>
      <List
        label={t('today.first-steps')}
        rows={steps.map(({ step, isDone }) => ({
          id: step,
          title: t(`today.step.${step}`),
          detail: t(`today.step-why.${step}`),
          figure: isDone ? <State tone="good">{t('today.step-done')}</State> : undefined,
          to: placeOfStep[step],
        }))}
      />
      <p className={styles.note}>
        {t('today.from-elsewhere')} <Link to="/customers/import">{t('today.import')}</Link>
        {isOwner ? (
          <>
            {' · '}
            <Link to="/company/opening">{t('today.opening')}</Link>
          </>
        ) : null}
      </p>
      <p className={styles.foot}>
        <Button look="quiet" size="small" onClick={onDismiss}>
          {t('today.steps-dismiss')}
        </Button>
      </p>
    </div>
  )
}
