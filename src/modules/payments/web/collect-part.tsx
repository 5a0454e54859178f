import { Button } from '../../../web/kit/button.tsx'
import { call, fileAddress } from '../../../web/kit/client.ts'
import { useFormat } from '../../../web/kit/format.ts'
import { useAction, useOperation } from '../../../web/kit/query.ts'
import { useMay } from '../../../web/kit/session.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'

/** Over the open invoices: collect those that are due and whose customers gave a mandate; the file goes to the bank. */
export function CollectPart() {
  const { t } = useTexts()
  const format = useFormat()
  const mayChange = useMay('owner', 'staff')
  const { data } = useOperation('payments.to-collect', {})
  const collect = useAction('payments.collect', {
    done: ({ collectOn }) => t('payments.collected', { day: format.day(collectOn) }),
    undo: ({ id }) => call('payments.undo-direct-debit-file', { fileId: id }),
    onDone: ({ id }) => window.location.assign(fileAddress('payments.direct-debit-file', { fileId: id }, { download: true })),
  })
  if (!data || !mayChange || !data.hasCreditorIdentifier) return null
  const due = data.invoices.filter((invoice) => !invoice.isRunning && invoice.dueOn <= data.collectOn)
  if (due.length === 0) return null
  return (
    <p>
      <Button onClick={() => collect.run({ invoiceIds: due.map((invoice) => invoice.invoiceId) })}>{t('payments.collect', { count: due.length })}</Button>
    </p>
  )
}
