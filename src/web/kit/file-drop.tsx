import { useId, useState, type ReactNode } from 'react'
import { FieldError } from './field.tsx'
import { Icon } from './icon.tsx'
import { useTexts } from './texts.tsx'
import styles from './file-drop.module.css'

/** A place to drop or choose one file. Too large ones are refused here already, by name and size. */
export function FileDrop({
  label,
  accept,
  bytesMax,
  onFile,
  file,
  error,
  hint,
}: {
  readonly label: string
  /** ".csv,.vcf" or "image/*" */
  readonly accept?: string
  readonly bytesMax: number
  readonly onFile: (file: File) => void
  readonly file?: File | undefined
  readonly error?: string | undefined
  readonly hint?: ReactNode
}) {
  const { t } = useTexts()
  const id = useId()
  const [isOver, setIsOver] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const take = (chosen: File | undefined) => {
    if (!chosen) return
    const isTooLarge = chosen.size > bytesMax
    setRefusal(isTooLarge ? t('kit.file-too-large', { size: sizeText(bytesMax) }) : undefined)
    if (!isTooLarge) onFile(chosen)
  }
  return (
    <div>
      <label
        className={styles.drop}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setIsOver(true)
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setIsOver(false)
          take(event.dataTransfer.files[0])
        }}
      >
        <Icon name="upload" />
        <span className={styles.words}>
          <span className={styles.label}>{file ? file.name : label}</span>
          <span className={styles.hint} id={`${id}-hint`}>
            {file ? sizeText(file.size) : (hint ?? `${t('kit.choose-file')} ${t('kit.drop-file')}`)}
          </span>
        </span>
        <input
          type="file"
          className={styles.input}
          aria-label={label}
          aria-describedby={`${id}-hint`}
          {...(accept ? { accept } : {})}
          onChange={(event) => {
            take(event.target.files?.[0])
            event.target.value = ''
          }}
        />
      </label>
      <FieldError code={refusal ?? error} />
    </div>
  )
}

/** The file's bytes as base64, as operations take them. */
export async function base64Of(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text = ''
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(text)
}

function sizeText(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`
}
