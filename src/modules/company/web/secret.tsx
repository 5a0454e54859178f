import { Button } from '../../../web/kit/button.tsx'
import { TextField } from '../../../web/kit/text-field.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { showToast } from '../../../web/kit/toast.tsx'

/** Something to copy, shown once: a link or a token. */
export function Secret({ lead, value, onDone }: { readonly lead: string; readonly value: string; readonly onDone: () => void }) {
  const { t } = useTexts()
  const copy = async () => {
    await navigator.clipboard.writeText(value)
    showToast({ text: t('kit.copied') })
  }
  return (
    <div style={{ display: 'grid', gap: 'var(--space-4)' }}>
      <p>{lead}</p>
      <TextField label={t('company.to-copy')} value={value} onChange={() => undefined} autoFocus />
      <div style={{ display: 'flex', gap: 'var(--space-2)' }}>
        <Button look="primary" onClick={() => void copy()}>
          {t('kit.copy')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('kit.close')}
        </Button>
      </div>
    </div>
  )
}
