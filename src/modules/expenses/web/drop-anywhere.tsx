import { useEffect, useRef, useState } from 'react'
import { useMay } from '../../../web/kit/session.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { useTakeReceipts } from './take-receipts.ts'
import styles from './expenses.module.css'

/** A receipt may be dropped or pasted anywhere in the office where nothing else takes the file. */
export function DropAnywhere() {
  const mayTake = useMay('owner', 'staff')
  const take = useTakeReceipts()
  const latest = useRef(take)
  latest.current = take
  const [isOver, setIsOver] = useState(false)
  const { t } = useTexts()
  useEffect(() => {
    if (!mayTake) return undefined
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const over = (event: DragEvent) => {
      if (event.defaultPrevented || !carriesFiles(event)) return setIsOver(false)
      event.preventDefault()
      setIsOver(true)
    }
    const leave = (event: DragEvent) => event.relatedTarget === null && setIsOver(false)
    const drop = (event: DragEvent) => {
      setIsOver(false)
      const files = [...(event.dataTransfer?.files ?? [])]
      if (event.defaultPrevented || files.length === 0) return
      event.preventDefault()
      void latest.current(files)
    }
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (event.defaultPrevented || files.length === 0) return
      event.preventDefault()
      void latest.current(files)
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    window.addEventListener('paste', paste)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
      window.removeEventListener('paste', paste)
    }
  }, [mayTake])
  return isOver ? (
    <p className={styles.over} role="status">
      {t('expenses.drop-here')}
    </p>
  ) : null
}
