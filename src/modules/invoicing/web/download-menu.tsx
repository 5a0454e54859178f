import { fileAddress } from '../../../web/kit/client.ts'
import { Menu } from '../../../web/kit/menu.tsx'
import { useOperation } from '../../../web/kit/query.ts'
import { useTexts } from '../../../web/kit/texts.tsx'

/** Of an issued document: the file of every format that it can be had in. */
export function DownloadMenu({ invoiceId }: { readonly invoiceId: string }) {
  const { t } = useTexts()
  const read = useOperation('invoicing.findings', { invoiceId })
  const formats = read.data?.formats ?? []
  if (formats.length < 2) return null
  return (
    <Menu
      label={t('invoicing.download')}
      isWorded
      entries={formats.map((format) => ({
        label: t(`invoicing.format-${format}`),
        act: () => void window.open(fileAddress('invoicing.e-invoice', { invoiceId, format }), '_blank', 'noopener'),
      }))}
    />
  )
}
