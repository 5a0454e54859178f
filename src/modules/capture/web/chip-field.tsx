import { useId, useMemo, useState, type KeyboardEvent } from 'react'
import { useTexts } from '../../../web/kit/texts.tsx'
import { readChip } from '../revise.ts'
import type { Chip, Choice, Situation } from '../understanding.ts'
import styles from './capture.module.css'

/** One understood thing. Typing replaces it, the arrow keys go through what else it could be, Enter does the whole line. */
export function ChipField({
  chip,
  situation,
  onChange,
  onEnter,
  onEscape,
}: {
  readonly chip: Chip
  readonly situation: Situation
  readonly onChange: (choice: Choice) => void
  readonly onEnter: () => void
  readonly onEscape: () => void
}) {
  const { t } = useTexts()
  const listId = useId()
  const [typed, setTyped] = useState<string>()
  const [active, setActive] = useState(0)
  const [isFocused, setIsFocused] = useState(false)
  const choices = useMemo(
    () => (typed === undefined || typed === '' ? chip.alternatives.slice(0, 8) : readChip(situation, { field: chip.field, text: typed })),
    [typed, chip, situation],
  )
  const isOpen = isFocused && choices.length > 0
  const take = (choice: Choice | undefined) => {
    if (choice) onChange(choice)
    setTyped(undefined)
    setActive(0)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const isTyping = typed !== undefined && typed !== ''
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (choices.length === 0) return
      const step = event.key === 'ArrowDown' ? 1 : -1
      if (isTyping) return setActive((before) => (before + step + choices.length) % choices.length)
      return take(event.key === 'ArrowDown' ? choices[0] : choices.at(-1))
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      event.stopPropagation()
      return isTyping ? take(choices[active]) : onEnter()
    }
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      return isTyping ? setTyped(undefined) : onEscape()
    }
  }
  const shown = typed ?? chip.label
  const caption = t(`capture.field.${chip.field}`)
  return (
    <span className={styles.chip} data-missing={chip.isMissing || undefined}>
      <span className={styles.caption} aria-hidden="true">
        {caption}
      </span>
      <input
        role="combobox"
        aria-label={chip.isMissing ? t('capture.missing', { field: caption }) : caption}
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && typed ? `${listId}-${active}` : undefined}
        aria-invalid={chip.isMissing || undefined}
        autoComplete="off"
        spellCheck={false}
        value={shown}
        placeholder={chip.isMissing ? '?' : undefined}
        size={Math.min(40, Math.max(chip.isMissing ? 6 : 2, shown.length + 1))}
        onFocus={(event) => {
          setIsFocused(true)
          event.target.select()
        }}
        onBlur={() => {
          setIsFocused(false)
          if (typed !== undefined && typed !== '') take(choices[active])
          setTyped(undefined)
        }}
        onChange={(event) => {
          setTyped(event.target.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={listId} role="listbox" aria-label={caption} className={styles.alternatives} hidden={!isOpen}>
        {choices.map((choice, index) => (
          <li
            key={`${index} ${choice.label}`}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={typed !== undefined && index === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(choice)}
          >
            {choice.label}
          </li>
        ))}
      </ul>
    </span>
  )
}
