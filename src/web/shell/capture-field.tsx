import { Suspense, useEffect, useRef } from 'react'
import { Icon } from '../kit/icon.tsx'
import { KeyHint } from '../kit/key-hint.tsx'
import { useSlots } from '../kit/module.ts'
import { useTexts } from '../kit/texts.tsx'
import styles from './shell.module.css'

/**
 * The one field on top. The capture module fills the slot `shell.capture` with a component that takes
 * `placeholder` and listens to the window's event `cloudburo:capture` (sent by "/", Ctrl-K and the phone's button) to take the focus.
 */
export function CaptureField() {
  const { t } = useTexts()
  const [capture] = useSlots('shell.capture')
  if (!capture) return <PlainField />
  return (
    <div className={styles.capture}>
      <Suspense fallback={<PlainField />}>
        <capture.part.Component placeholder={t('shell.capture-placeholder')} />
      </Suspense>
    </div>
  )
}

function PlainField() {
  const { t } = useTexts()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const take = () => input.current?.focus()
    window.addEventListener('cloudburo:capture', take)
    return () => window.removeEventListener('cloudburo:capture', take)
  }, [])
  return (
    <label className={styles.plainCapture}>
      <Icon name="capture" size={18} />
      <span className="visually-hidden">{t('shell.capture')}</span>
      <input ref={input} type="text" placeholder={t('shell.capture-placeholder')} autoComplete="off" />
      <KeyHint keys="/" />
    </label>
  )
}
