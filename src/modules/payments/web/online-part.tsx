import { useState } from 'react'
import { Button } from '../../../web/kit/button.tsx'
import { call } from '../../../web/kit/client.ts'
import { Money } from '../../../web/kit/figures.tsx'
import { Section } from '../../../web/kit/layout.tsx'
import { List } from '../../../web/kit/list.tsx'
import type { CallOutput } from '../../../web/kit/operations.ts'
import { useOperation } from '../../../web/kit/query.ts'
import { useMay } from '../../../web/kit/session.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { showToast } from '../../../web/kit/toast.tsx'
import { OnlineRefundSheet } from './online-refund-sheet.tsx'
import styles from './payments.module.css'

type Checkouts = CallOutput<'payments.checkouts'>
export type Checkout = Checkouts['checkouts'][number]

/** Under an invoice: what was paid online, what went back, and a link to pay by. Nothing where no provider is connected. */
export function OnlinePart({ invoiceId }: { readonly invoiceId: string; readonly contactId: string }) {
  const found = useOperation('payments.checkouts', { invoiceId })
  const shown = found.data?.checkouts.filter((each) => each.state !== 'asked' && each.state !== 'expired') ?? []
  const canAsk = Boolean(found.data?.canBePaid)
  return shown.length > 0 || canAsk ? <Online invoiceId={invoiceId} checkouts={shown} canAsk={canAsk} /> : null
}

function Online({ invoiceId, checkouts, canAsk }: { readonly invoiceId: string; readonly checkouts: readonly Checkout[]; readonly canAsk: boolean }) {
  const { t } = useTexts()
  const mayChange = useMay('owner', 'staff')
  const refundable = mayChange ? checkouts.filter((each) => Number(each.refundable.amount) > 0) : []
  const [refunding, setRefunding] = useState<Checkout>()
  return (
    <Section title={t('payments.online')}>
      <List
        label={t('payments.online')}
        isMain={false}
        rows={checkouts.map((checkout) => ({
          id: checkout.id,
          title: t(`payments.online-state-${checkout.state}`),
          detail: detailOf(checkout, t),
          figure: <Money value={checkout.amount} />,
          actions:
            mayChange && Number(checkout.refundable.amount) > 0 ? [{ key: 'b', label: t('payments.online-refund'), act: () => setRefunding(checkout) }] : [],
        }))}
        empty={<p className={styles.soft}>{t('payments.online-none')}</p>}
      />
      <div className={styles.deeds}>
        {refundable.map((checkout) => (
          <Button key={checkout.id} size="small" onClick={() => setRefunding(checkout)}>
            {t('payments.online-refund')}
          </Button>
        ))}
        {mayChange && canAsk ? <CopyLink invoiceId={invoiceId} /> : null}
      </div>
      {refunding ? <OnlineRefundSheet checkout={refunding} onClose={() => setRefunding(undefined)} /> : null}
    </Section>
  )
}

function detailOf(checkout: Checkout, t: ReturnType<typeof useTexts>['t']): string {
  const back = checkout.refunds.map((refund) => t(`payments.online-refund-${refund.state}`, { amount: `${refund.amount.amount} ${refund.amount.currency}` }))
  const problem = checkout.problem ?? checkout.refunds.find((refund) => refund.problem)?.problem
  return [checkout.way ? t(`payments.way-${checkout.way}`) : '', ...back, problem ?? ''].filter(Boolean).join(' · ')
}

/** Asks the provider for its page and copies the address, for a mail or a message of one's own. */
function CopyLink({ invoiceId }: { readonly invoiceId: string }) {
  const { t } = useTexts()
  const [isWaiting, setIsWaiting] = useState(false)
  const copy = async () => {
    setIsWaiting(true)
    try {
      const address = await addressOf(invoiceId)
      if (address) await navigator.clipboard.writeText(address)
      showToast({ text: t(address ? 'kit.copied' : 'payments.online-not-reached') })
    } catch {
      showToast({ text: t('payments.online-not-reached') })
    } finally {
      setIsWaiting(false)
    }
  }
  return (
    <Button size="small" isBusy={isWaiting} onClick={() => void copy()}>
      {t('payments.online-copy')}
    </Button>
  )
}

/** Up to five seconds: the provider answers a job of the server, not this window. */
async function addressOf(invoiceId: string): Promise<string | null> {
  const { id, address } = await call('payments.start-checkout', { invoiceId })
  let found = address
  for (let attempt = 0; found === null && attempt < 20; attempt += 1) {
    await new Promise((resolve) => setTimeout(resolve, 250))
    found = (await call('payments.read-checkout', { checkoutId: id })).address
  }
  return found
}
