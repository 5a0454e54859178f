import { startTransition, Suspense, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Icon } from '../kit/icon.tsx'
import { KeyHint } from '../kit/key-hint.tsx'
import { useSlots } from '../kit/module.ts'
import { useMay } from '../kit/session.tsx'
import { useTexts } from '../kit/texts.tsx'
import { loadModuleTexts } from '../texts/load.ts'
import styles from './shell.module.css'

/**
 * The one field on top. Its look is here at once; the capture module, which fills the slot `shell.capture`, is fetched when the page
 * stands, or at once when the field is wanted. What was typed meanwhile is handed over.
 *
 * The slot's component takes `placeholder` and takes the focus on the window's event `cloudburo:capture`.
 */
export function CaptureField() {
  const placeholder = usePlaceholder()
  const [capture] = useSlots('shell.capture')
  const [isHere, setIsHere] = useState(false)
  const handOver = useRef<{ text: string; hasFocus: boolean }>({ text: '', hasFocus: false })
  // In a transition the plain field stays, with what is typed and the focus, until the real one replaces it in one step:
  // a letter that fell between the two would be taken for a key of the page.
  const fetchIt = () => {
    if (capture) void Promise.all([capture.part.preload(), loadModuleTexts('capture')]).then(() => startTransition(() => setIsHere(true)))
  }
  useEffect(() => {
    const timer = window.setTimeout(fetchIt, 2500)
    return () => window.clearTimeout(timer)
    // Once, when the shell appears.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  const plain = <PlainField keep={(next) => Object.assign(handOver.current, next)} onWanted={fetchIt} />
  return (
    <div className={styles.capture}>
      <Suspense fallback={plain}>
        {capture && isHere ? (
          <>
            <capture.part.Component placeholder={placeholder} />
            <TakeOver from={handOver.current} />
          </>
        ) : (
          plain
        )}
      </Suspense>
    </div>
  )
}

/** Whoever only reads is not asked what happened. */
function usePlaceholder(): string {
  const { t } = useTexts()
  const mayChange = useMay('owner', 'staff')
  return mayChange ? t('shell.capture-placeholder') : t('shell.find-placeholder')
}

/** Gives the real field the focus and the text that the plain one had. */
function TakeOver({ from }: { from: { text: string; hasFocus: boolean } }) {
  const element = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    if (!from.hasFocus) return
    window.setTimeout(() => {
      const input = element.current?.parentElement?.querySelector('input')
      // The real field has taken over by itself, and more may have been typed into it since.
      if (input && input === document.activeElement) return
      window.dispatchEvent(new Event('cloudburo:capture'))
      if (!input || from.text === '') return
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, from.text)
      input.dispatchEvent(new InputEvent('input', { bubbles: true }))
      input.setSelectionRange(from.text.length, from.text.length)
    })
  }, [from])
  return <span ref={element} hidden />
}

function PlainField({ keep, onWanted }: { keep: (state: { text?: string; hasFocus?: boolean }) => void; onWanted: () => void }) {
  const { t } = useTexts()
  const placeholder = usePlaceholder()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const take = () => input.current?.focus()
    window.addEventListener('cloudburo:capture', take)
    return () => window.removeEventListener('cloudburo:capture', take)
  }, [])
  return (
    <label className={styles.plainCapture} onPointerEnter={onWanted}>
      <Icon name="capture" size={18} />
      <span className="visually-hidden">{t('shell.capture')}</span>
      <input
        ref={input}
        type="text"
        placeholder={placeholder}
        autoComplete="off"
        onFocus={() => {
          keep({ hasFocus: true })
          onWanted()
        }}
        onBlur={() => keep({ hasFocus: false })}
        onChange={(event) => keep({ text: event.target.value })}
      />
      <KeyHint keys="/" />
    </label>
  )
}
