import { useRef } from 'react'
import { call } from '../../../web/kit/client.ts'
import { base64Of } from '../../../web/kit/file-drop.tsx'
import { useGo } from '../../../web/kit/navigation.tsx'
import { asProblem } from '../../../web/kit/problem.ts'
import { queryClient, reload } from '../../../web/kit/query.ts'
import { useCompany } from '../../../web/kit/session.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { showToast } from '../../../web/kit/toast.tsx'
import { useFormat } from '../../../web/kit/format.ts'

export const receiptBytesMax = 20 * 1024 * 1024
export const receiptTypes = '.pdf,.xml,image/jpeg,image/png,image/webp'
const lookEveryMilliseconds = 400
const patienceMilliseconds = 20_000

/**
 * Takes the files one after the other. One that was read beyond doubt is told and stays where the person is, with Undo; of
 * several the list shows the rest, of one its page opens.
 */
export function useTakeReceipts(): (files: readonly File[], expenseId?: string) => Promise<void> {
  // The words of this room may still be on their way when a file is dropped elsewhere: the latest are asked when needed.
  const words = useTexts()
  const latest = useRef(words)
  latest.current = words
  const t: typeof words.t = (...asked) => latest.current.t(...asked)
  const { describe } = words
  const format = useFormat()
  const go = useGo()
  const company = useCompany()
  const again = () => reload(queryClient, { companyId: company.id, withSession: false })
  return async (files, expenseId) => {
    t('expenses.known')
    for (const file of files.slice(0, 20)) {
      try {
        if (file.size > receiptBytesMax) throw new Error(t('kit.file-too-large', { size: '20 MB' }))
        const input = { fileName: file.name || 'receipt', content: await base64Of(file), ...(expenseId ? { expenseId } : {}) }
        const { id, isKnown } = await call('expenses.take-receipt', input, { idempotencyKey: crypto.randomUUID() })
        const expense = isKnown ? undefined : await readSoon(id)
        await again()
        if (isKnown) showToast({ text: t('expenses.known') })
        const isRecorded = expense?.state === 'recorded' && !expenseId
        if (isRecorded) {
          const name = expense.payee?.name ?? expense.description
          const undo = () => call('expenses.reopen', { expenseId: id }).then(again)
          showToast({ text: t('expenses.recorded-by-self', { name, amount: format.money(expense.gross) }), undo })
        } else if (files.length === 1) go(`/money/costs/${id}`)
      } catch (error) {
        showToast({ text: error instanceof Error && error.constructor === Error ? error.message : describe(asProblem(error)), tone: 'bad' })
      }
    }
    if (files.length > 1) go('/money/costs')
  }
}

/** The expense once its receipt was read; as it is where that takes longer. */
async function readSoon(expenseId: string) {
  for (let waited = 0; ; waited += lookEveryMilliseconds) {
    const expense = await call('expenses.read', { expenseId })
    if (expense.receipts.every((receipt) => receipt.reading !== null) || waited >= patienceMilliseconds) return expense
    await new Promise((resolve) => setTimeout(resolve, lookEveryMilliseconds))
  }
}
