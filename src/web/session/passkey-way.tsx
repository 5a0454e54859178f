import type { ReactNode } from 'react'
import { Button } from '../kit/button.tsx'
import { useTexts } from '../kit/texts.tsx'
import { passkeyPlace } from './passkeys.ts'
import styles from './entrance.module.css'

/** The button for a passkey; at an address without a name, the way to one where passkeys work; else nothing. */
export function PasskeyWay({
  label,
  hint,
  isBusy,
  act,
}: {
  readonly label: string
  readonly hint?: ReactNode
  readonly isBusy?: boolean
  readonly act: () => void
}) {
  const { t } = useTexts()
  const place = passkeyPlace()
  if (!place) return null
  if (place !== 'here') {
    return (
      <p className={styles.note}>
        <a href={place.address}>{t('enter.passkey-elsewhere', { address: new URL(place.address).host })}</a>
      </p>
    )
  }
  return (
    <>
      <Button isBusy={isBusy ?? false} onClick={act}>
        {label}
      </Button>
      {hint ? <p className={styles.note}>{hint}</p> : null}
    </>
  )
}
