import { useRef, useState } from 'react'
import { Button, LinkButton } from '../../../web/kit/button.tsx'
import { useKeys } from '../../../web/kit/keys.tsx'
import { useLater } from '../../../web/kit/later.ts'
import { Progress } from '../../../web/kit/layout.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import type { OpeningKind } from '../columns.ts'
import type { DraftRow } from './draft-rows.ts'
import { inputOf, type Opening, type Preview } from './use-opening.ts'
import styles from './opening.module.css'

/** A thousand rows take some seconds: so often, a second apart, it is looked whether they are there. */
const looksMax = 90

/** What will happen as a whole, and the one Enter that does it: all rows of all kinds, or none. */
export function EnterBar({ opening, onWrong }: { readonly opening: Opening; readonly onWrong: (kind: OpeningKind) => void }) {
  const { t } = useTexts()
  const { preview, filled } = opening
  const [isWaiting, setIsWaiting] = useState(false)
  const [isChecking, setIsChecking] = useState(false)
  const [entered, setEntered] = useState<number>()
  const sent = useRef<readonly DraftRow[]>([])
  const later = useLater('opening.enter', {
    waiting: t('opening.waiting', { count: preview?.counts.enter ?? 0 }),
    onWaiting: () => setIsWaiting(true),
    onUndone: () => setIsWaiting(false),
    onDone: () => void untilEntered(),
    onProblem: (problem) => {
      opening.setProblem(problem)
      void opening.foresee()
      return true
    },
  })
  // Rows leave the screen only when they are seen to be there; what was refused in the meantime stays with its reason.
  const untilEntered = async () => {
    for (let look = 0; look < looksMax; look += 1) {
      const answer = await opening.foresee()
      if (answer && answer.counts.enter === 0 && answer.counts.refused === 0) {
        setEntered(answer.counts.known + answer.counts.repeated)
        opening.clear(sent.current)
        break
      }
      await new Promise((resolve) => setTimeout(resolve, 1000))
    }
    setIsWaiting(false)
  }
  const enter = async () => {
    if (isWaiting || isChecking || later.isRunning) return
    setIsChecking(true)
    const answer = await opening.foresee()
    setIsChecking(false)
    if (!answer) return
    const wrong = answer.rows.find((row) => row.outcome === 'refused')
    if (wrong) onWrong(wrong.kind)
    else if (answer.counts.enter > 0) {
      sent.current = filled
      later.run({ rows: filled.map(inputOf) })
    }
  }
  useKeys([{ key: 'Mod+Enter', label: t('opening.enter-all'), whileTyping: true, act: () => void enter() }])
  if (filled.length === 0) return entered === undefined ? null : <Entered count={entered} />
  return (
    <div className={styles.bar}>
      {isChecking || later.isRunning ? <Progress label={t('opening.checking')} /> : null}
      {isWaiting ? <Progress label={t('opening.entering')} /> : null}
      {preview && !isWaiting ? <p role="status">{summaryOf(preview, t)}</p> : null}
      {opening.isRestored && !isWaiting ? <p className={styles.restored}>{t('kit.restored')}</p> : null}
      <p className={styles.buttons}>
        {preview?.counts.enter === 0 && preview.counts.refused === 0 ? (
          <Button look="primary" onClick={() => opening.clear(filled)}>
            {t('opening.clear-known')}
          </Button>
        ) : (
          <Button look="primary" isBusy={isWaiting || isChecking || later.isRunning} onClick={() => void enter()}>
            {preview?.counts.refused
              ? t('opening.to-wrong', { count: preview.counts.refused })
              : t('opening.enter', { count: preview?.counts.enter ?? filled.length })}
          </Button>
        )}
      </p>
    </div>
  )
}

function Entered({ count }: { readonly count: number }) {
  const { t } = useTexts()
  return (
    <div className={styles.bar}>
      <p role="status">{t('opening.done', { count })}</p>
      <p className={styles.buttons}>
        <LinkButton look="primary" to="/today">
          {t('opening.to-today')}
        </LinkButton>
        <LinkButton to="/money">{t('opening.to-money')}</LinkButton>
      </p>
    </div>
  )
}

function summaryOf(preview: Preview, t: (key: string, parameters?: { count: number }) => string): string {
  const { enter, known, repeated, refused } = preview.counts
  const parts: [string, number][] = [
    ['opening.count-enter', enter],
    ['opening.count-new', preview.newContacts],
    ['opening.count-known', known],
    ['opening.count-repeated', repeated],
    ['opening.count-refused', refused],
  ]
  return parts.flatMap(([key, count]) => (count > 0 ? [t(key, { count })] : [])).join(' · ')
}
