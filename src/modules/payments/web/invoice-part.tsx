import { useState } from 'react'
import { Button } from '../../../web/kit/button.tsx'
import { call } from '../../../web/kit/client.ts'
import { Money } from '../../../web/kit/figures.tsx'
import { useFormat } from '../../../web/kit/format.ts'
import { useKeys } from '../../../web/kit/keys.tsx'
import { Section } from '../../../web/kit/layout.tsx'
import { List, type Row } from '../../../web/kit/list.tsx'
import type { CallOutput } from '../../../web/kit/operations.ts'
import { useAction, useOperation } from '../../../web/kit/query.ts'
import { useMay } from '../../../web/kit/session.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { RefundSheet } from './refund-sheet.tsx'
import { WriteOffSheet } from './write-off-sheet.tsx'
import styles from './payments.module.css'

type Settled = CallOutput<'payments.of-invoice'>
type Allocation = Settled['allocations'][number]

interface Deed {
  readonly key: string
  readonly label: string
  readonly act: () => void
}

/** Under an invoice: what has settled it, each to be taken back; write off, use the customer's credit, or pay it back. */
export function InvoicePart({ invoiceId, contactId }: { readonly invoiceId: string; readonly contactId: string }) {
  const settled = useOperation('payments.of-invoice', { invoiceId })
  return settled.data ? <SettledBy invoiceId={invoiceId} contactId={contactId} settled={settled.data} /> : null
}

function SettledBy({ invoiceId, contactId, settled }: { readonly invoiceId: string; readonly contactId: string; readonly settled: Settled }) {
  const { t } = useTexts()
  const [open, setOpen] = useState<'write-off' | 'refund'>()
  const deeds = useDeeds({ invoiceId, contactId, settled, onOpen: setOpen })
  const rows = useRows(invoiceId, settled)
  useKeys(deeds)
  if (rows.length === 0 && deeds.length === 0) return null
  return (
    <Section title={t('payments.on-invoice')}>
      <List label={t('payments.on-invoice')} rows={rows} empty={<p className={styles.soft}>{t('payments.on-invoice-none')}</p>} />
      <div className={styles.deeds}>
        {deeds.map((deed) => (
          <Button key={deed.key} size="small" shortcut={deed.key} onClick={deed.act}>
            {deed.label}
          </Button>
        ))}
      </div>
      {open === 'write-off' ? <WriteOffSheet invoiceId={invoiceId} open={settled.open} onClose={() => setOpen(undefined)} /> : null}
      {open === 'refund' ? <RefundSheet contactId={contactId} credit={settled.credit} onClose={() => setOpen(undefined)} /> : null}
    </Section>
  )
}

function useDeeds(options: {
  readonly invoiceId: string
  readonly contactId: string
  readonly settled: Settled
  readonly onOpen: (sheet: 'write-off' | 'refund') => void
}): Deed[] {
  const { invoiceId, contactId, settled, onOpen } = options
  const { t } = useTexts()
  const format = useFormat()
  const [mayChange, isOwner] = [useMay('owner', 'staff'), useMay('owner')]
  const useCredit = useAction('payments.use-credit', {
    done: t('payments.credit-used-here'),
    undo: async ({ allocations }) => {
      for (const { id } of allocations) await call('payments.undo-allocation', { allocationId: id })
    },
  })
  const [isOpen, hasCredit] = [Number(settled.open.amount) > 0, Number(settled.credit.amount) > 0]
  return [
    ...(mayChange && isOpen && hasCredit
      ? [
          {
            key: 'u',
            label: t('payments.use-credit-here', { amount: format.money(settled.credit) }),
            act: () => useCredit.run({ contactId, invoiceIds: [invoiceId] }),
          },
        ]
      : []),
    ...(isOwner && isOpen ? [{ key: 'w', label: t('payments.write-off'), act: () => onOpen('write-off') }] : []),
    ...(mayChange && hasCredit ? [{ key: 'b', label: t('payments.pay-back'), act: () => onOpen('refund') }] : []),
  ]
}

function useRows(invoiceId: string, settled: Settled): Row[] {
  const { t } = useTexts()
  const [mayChange, isOwner] = [useMay('owner', 'staff'), useMay('owner')]
  const nameOf = useAllocationName()
  const takeBack = useAction('payments.undo-allocation', {
    done: t('payments.taken-back'),
    undo: (_, { allocationId }) => {
      const found = settled.allocations.find((each) => each.id === allocationId)!
      return call('payments.allocate', { creditId: found.creditId, allocations: [{ invoiceId, amount: found.amount }] })
    },
  })
  const open = useAction('payments.undo-write-off', {
    done: t('payments.taken-back'),
    undo: (_, { writeOffId }) => {
      const { amount, reason } = settled.writeOffs.find((each) => each.id === writeOffId)!
      return call('payments.write-off', { invoiceId, amount, reason })
    },
  })
  const action = (isAllowed: boolean, act: () => void) => (isAllowed ? [{ key: 'x', label: t('payments.take-back'), act }] : [])
  return [
    ...settled.allocations.map((each) => ({
      id: each.id as string,
      title: nameOf(each),
      figure: <Money value={each.amount} />,
      actions: action(mayChange, () => takeBack.run({ allocationId: each.id })),
    })),
    ...settled.writeOffs.map((each) => ({
      id: each.id as string,
      title: t('payments.from-write-off', { reason: each.reason }),
      figure: <Money value={each.amount} />,
      actions: action(isOwner, () => open.run({ writeOffId: each.id })),
    })),
  ]
}

function useAllocationName(): (allocation: Allocation) => string {
  const { t } = useTexts()
  const format = useFormat()
  return ({ kind, number, method, on }) => {
    if (kind === 'credit_note') return t('payments.from-credit-note', { number: number ?? '' })
    const day = format.day(on, { isShort: true })
    return method ? t('payments.from-payment-method', { day, method: t(`payments.method-${method}`) }) : t('payments.from-payment', { day })
  }
}
