import { Button } from '../kit/button.tsx'
import { useTexts } from '../kit/texts.tsx'
import { showToast } from '../kit/toast.tsx'
import styles from './account.module.css'

/** The backup codes, shown once: to copy, to print, to keep as a file. */
export function BackupCodes({ codes, account, onDone }: { readonly codes: readonly string[]; readonly account: string; readonly onDone: () => void }) {
  const { t } = useTexts()
  const text = codes.join('\n')
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    showToast({ text: t('kit.copied') })
  }
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(`Cloudburo · ${account}\n${t('account.backup-codes')}\n\n${text}\n`)}`
  return (
    <div className={styles.steps}>
      <p>{t('account.backup')}</p>
      <div className={styles.printed}>
        <p className={styles.onPaper}>
          Cloudburo · {account} · {t('account.backup-codes')}
        </p>
        <ol className={styles.codes} aria-label={t('account.backup-codes')}>
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
      </div>
      <div className={styles.ways}>
        <Button onClick={() => void copy()}>{t('kit.copy')}</Button>
        <Button onClick={() => window.print()}>{t('account.print')}</Button>
        <a className={styles.file} href={file} download="cloudburo-backup-codes.txt">
          {t('account.download')}
        </a>
      </div>
      <div className={styles.ways}>
        <Button look="primary" data-autofocus onClick={onDone}>
          {t('account.backup-kept')}
        </Button>
      </div>
    </div>
  )
}
