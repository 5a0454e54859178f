import { useEffect, useState } from 'react'
import { useOperation } from '../../../web/kit/query.ts'
import { useMay } from '../../../web/kit/session.tsx'
import { ImportSheet } from './import-sheet.tsx'

/** A statement may be dropped or pasted anywhere in the office; what is clear in it is imported at once. */
export function DropStatement() {
  const mayTake = useMay('owner', 'staff')
  const [file, setFile] = useState<File>()
  useEffect(() => {
    if (!mayTake) return undefined
    const taken = (event: Event, files: FileList | undefined) => {
      const [first, ...others] = files ?? []
      const isElsewhere = event.target instanceof Element && event.target.closest('label:has(input[type=file])') !== null
      if (!first || others.length > 0 || isElsewhere || !isStatement(first.name)) return
      // Who takes receipts leaves what is taken.
      event.preventDefault()
      setFile(first)
    }
    const drop = (event: DragEvent) => taken(event, event.dataTransfer?.files)
    const paste = (event: ClipboardEvent) => taken(event, event.clipboardData?.files)
    window.addEventListener('drop', drop, true)
    window.addEventListener('paste', paste, true)
    return () => {
      window.removeEventListener('drop', drop, true)
      window.removeEventListener('paste', paste, true)
    }
  }, [mayTake])
  return file ? <Dropped file={file} onClose={() => setFile(undefined)} /> : null
}

function Dropped({ file, onClose }: { readonly file: File; readonly onClose: () => void }) {
  const accounts = useOperation('payments.bank-accounts', {})
  return accounts.data ? <ImportSheet file={file} accounts={accounts.data.accounts} isEager onClose={onClose} /> : null
}

/** Only a bank writes these; an XML may as well be an invoice, so its name must say that it is a statement. */
function isStatement(name: string): boolean {
  return (
    /\.(csv|sta|940|mt940|mta|ofx|qfx|c5[234])$/i.test(name) ||
    (/\.(xml|txt)$/i.test(name) && /camt|mt ?940|05[234]|auszug|konto|umsatz|statement|releve|estratto/i.test(name))
  )
}
