import { FileDrop } from '../../../web/kit/file-drop.tsx'
import { Icon } from '../../../web/kit/icon.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { receiptBytesMax, receiptTypes, useTakeReceipts } from './take-receipts.ts'
import styles from './expenses.module.css'

/** A place for a file, and on a phone the camera. With an expense, the receipt is that one's. */
export function ReceiptDrop({ expenseId }: { readonly expenseId?: string }) {
  const { t } = useTexts()
  const take = useTakeReceipts()
  return (
    <>
      <FileDrop
        label={t('expenses.drop')}
        accept={receiptTypes}
        bytesMax={receiptBytesMax}
        hint={t('expenses.drop-hint')}
        onFile={(file) => void take([file], expenseId)}
      />
      <p className={styles.camera}>
        <label className={styles.cameraLabel}>
          <Icon name="plus" />
          {t('expenses.photo')}
          <input
            type="file"
            accept="image/jpeg,image/png,image/webp"
            capture="environment"
            className={styles.cameraInput}
            onChange={(event) => {
              void take([...(event.target.files ?? [])], expenseId)
              event.target.value = ''
            }}
          />
        </label>
      </p>
    </>
  )
}
