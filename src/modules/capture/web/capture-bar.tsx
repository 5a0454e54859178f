import { useEffect, useEffectEvent, useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { Icon } from '../../../web/kit/icon.tsx'
import { KeyHint } from '../../../web/kit/key-hint.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import type { Understanding } from '../understanding.ts'
import { AlreadyThere, Answer } from './answer.tsx'
import { ChipField } from './chip-field.tsx'
import { useDeeds } from './deeds.ts'
import { takePlainField } from './plain-field.ts'
import { useLine, type Line } from './use-understanding.ts'
import styles from './capture.module.css'

/**
 * The one field: what is typed is shown as chips to change, Enter does it. A combobox whose list are the other meanings;
 * Tab goes to the chips, the right arrow at the end takes the completion. On a phone it fills the screen.
 */
export function CaptureBar({ placeholder }: { readonly placeholder: string }) {
  const { t } = useTexts()
  const line = useLine()
  const [isOpen, setIsOpen] = useState(false)
  const [isIncomplete, setIsIncomplete] = useState(false)
  const listId = useId()
  const root = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const before = useRef<HTMLElement>(null)
  const doIt = useDeeds()
  const begin = useEffectEvent((text: string) => line.setText(text))
  useLayoutEffect(() => {
    const plainField = takePlainField()
    if (!plainField) return
    begin(plainField.value)
    input.current?.focus()
  }, [])

  useEffect(() => {
    const takeFocus = () => {
      if (document.activeElement instanceof HTMLElement && document.activeElement !== input.current) before.current = document.activeElement
      input.current?.focus()
      input.current?.select()
      setIsOpen(true)
    }
    window.addEventListener('cloudburo:capture', takeFocus)
    return () => window.removeEventListener('cloudburo:capture', takeFocus)
  }, [])

  const close = () => {
    setIsOpen(false)
    setIsIncomplete(false)
    line.setText('')
    const back = before.current?.isConnected ? before.current : null
    if (back) back.focus()
    else input.current?.blur()
  }
  const perform = () => {
    const { reading } = line
    if (!reading) return
    if (reading.chips.some((chip) => chip.isMissing) && reading.intent !== 'find') {
      setIsIncomplete(true)
      root.current?.querySelector<HTMLInputElement>('[data-missing] input')?.focus()
      return
    }
    const { text } = line
    close()
    doIt(reading, () => {
      line.setText(text)
      setIsOpen(true)
    })
  }
  const completion = line.reading?.completions[0]
  const ghost = completion && completion.insertText.startsWith(line.text) ? completion.insertText.slice(line.text.length).trimEnd() : ''
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const atEnd = event.currentTarget.selectionStart === line.text.length && event.currentTarget.selectionEnd === line.text.length
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      perform()
    } else if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      close()
    } else if (event.key === 'ArrowRight' && atEnd && completion) {
      event.preventDefault()
      line.setText(completion.insertText)
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && line.readings.length > 1) {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      line.choose((line.chosen + step + line.readings.length) % line.readings.length)
    }
  }
  const isShown = isOpen && line.readings.length > 0
  const isSheet = useSheet(root, isOpen)
  return (
    <div
      ref={root}
      className={styles.bar}
      data-open={isOpen || undefined}
      popover={isSheet ? 'manual' : undefined}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setIsOpen(false)
      }}
    >
      <div className={styles.row}>
        <Icon name="capture" size={18} />
        <div className={styles.field}>
          <span className={styles.ghost} aria-hidden="true">
            <span className={styles.typed}>{line.text}</span>
            {isOpen ? ghost : ''}
          </span>
          <input
            ref={input}
            role="combobox"
            aria-label={t('capture.field')}
            aria-expanded={isShown}
            aria-controls={listId}
            aria-autocomplete="both"
            aria-activedescendant={isShown ? `${listId}-${line.chosen}` : undefined}
            aria-describedby={isShown ? `${listId}-understood` : undefined}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            enterKeyHint="go"
            placeholder={placeholder}
            value={line.text}
            onFocus={() => setIsOpen(true)}
            onChange={(event) => {
              line.setText(event.target.value)
              setIsIncomplete(false)
              setIsOpen(true)
            }}
            onKeyDown={onKeyDown}
          />
        </div>
        {isOpen ? (
          <button type="button" className={styles.close} onClick={close}>
            {t('kit.close')}
          </button>
        ) : (
          <KeyHint keys="/" />
        )}
      </div>
      <div className={styles.panel} hidden={!isOpen || (line.text.trim() !== '' && !isShown)}>
        {line.text.trim() === '' ? (
          <Examples />
        ) : (
          <Understood line={line} listId={listId} isIncomplete={isIncomplete} onEnter={perform} onEscape={() => input.current?.focus()} />
        )}
        <Meanings line={line} listId={listId} onTake={perform} />
      </div>
    </div>
  )
}

/** On a phone the open field lies above everything, the bar at the foot too. */
function useSheet(root: RefObject<HTMLDivElement | null>, isOpen: boolean): boolean {
  const isSheet = isOpen && window.matchMedia('(max-width: 47.99rem)').matches
  useLayoutEffect(() => {
    if (isSheet) root.current?.showPopover()
  }, [root, isSheet])
  return isSheet
}

function Examples() {
  const { t } = useTexts()
  return (
    <p className={styles.examples}>
      {t('capture.try')} <q>{t('capture.example-time')}</q>, <q>{t('capture.example-task')}</q>, <q>{t('capture.example-invoice')}</q>
    </p>
  )
}

/** The chosen reading as chips to change, with what Enter would do. */
function Understood({
  line,
  listId,
  isIncomplete,
  onEnter,
  onEscape,
}: {
  readonly line: Line
  readonly listId: string
  readonly isIncomplete: boolean
  readonly onEnter: () => void
  readonly onEscape: () => void
}) {
  const { t } = useTexts()
  const { reading } = line
  if (!reading) return null
  const contactId = reading.input['contactId']
  return (
    <div className={styles.understood}>
      <div className={styles.chips} role="group" aria-label={t('capture.understood')}>
        <span className={styles.intent}>{t(`capture.intent.${reading.intent}`)}</span>
        {reading.chips
          .filter((chip) => !(reading.intent === 'find' && chip.field === 'text'))
          .map((chip) => (
            <ChipField
              key={chip.field}
              chip={chip}
              situation={line.situation}
              onChange={(choice) => line.change(chip.field, choice)}
              onEnter={onEnter}
              onEscape={onEscape}
            />
          ))}
        <button type="button" className={styles.enter} onClick={onEnter}>
          {t(`capture.do.${reading.intent}`)} <kbd aria-hidden="true">↵</kbd>
        </button>
      </div>
      <p id={`${listId}-understood`} className="visually-hidden">
        {t('capture.says', { what: sentence(reading, t) })}
      </p>
      {isIncomplete ? (
        <p className={styles.incomplete} role="alert">
          {t('capture.incomplete')}
        </p>
      ) : null}
      {reading.intent === 'contact' && typeof reading.input['email'] === 'string' ? <AlreadyThere email={reading.input['email']} /> : null}
      {reading.intent === 'find' ? <Answer contactId={typeof contactId === 'string' ? contactId : undefined} text={line.text} /> : null}
    </div>
  )
}

/** All meanings, the chosen one marked; hidden from sight while there is only one. */
function Meanings({ line, listId, onTake }: { readonly line: Line; readonly listId: string; readonly onTake: () => void }) {
  const { t } = useTexts()
  return (
    <ul id={listId} role="listbox" aria-label={t('capture.meanings')} className={styles.meanings} data-single={line.readings.length < 2 || undefined}>
      {line.readings.map((reading, index) => (
        <li
          key={index}
          id={`${listId}-${index}`}
          role="option"
          aria-selected={index === line.chosen}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => (index === line.chosen ? onTake() : line.choose(index))}
        >
          {sentence(reading, t)}
        </li>
      ))}
    </ul>
  )
}

/** "Time: 2 h, Acme Studio, yesterday" */
function sentence(reading: Understanding, t: (key: string) => string): string {
  const parts = reading.chips.filter((chip) => !chip.isMissing).map((chip) => chip.label)
  return `${t(`capture.intent.${reading.intent}`)}: ${parts.join(', ')}`
}
