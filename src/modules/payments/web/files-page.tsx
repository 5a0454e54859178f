import { DayText } from '../../../web/kit/figures.tsx'
import { FormError } from '../../../web/kit/form.tsx'
import { fileAddress } from '../../../web/kit/client.ts'
import { EmptyState, Page, Waiting } from '../../../web/kit/layout.tsx'
import { List } from '../../../web/kit/list.tsx'
import { Link, useQueryText } from '../../../web/kit/navigation.tsx'
import { useOperation } from '../../../web/kit/query.ts'
import { useFormat } from '../../../web/kit/format.ts'
import { useTexts } from '../../../web/kit/texts.tsx'
import { OlderLink } from './older-link.tsx'

/** The bank's files as they came, kept as long as the law asks. */
export function FilesPage() {
  const { t } = useTexts()
  const format = useFormat()
  const [after] = useQueryText('after')
  const list = useOperation('payments.bank-files', after ? { after } : {}, { keepPrevious: true })
  const download = (bankFileId: string) => void window.open(fileAddress('payments.bank-file', { bankFileId }, { download: true }), '_blank', 'noopener')
  const rows = (list.data?.files ?? []).map((file) => ({
    id: file.id,
    title: file.fileName,
    detail: [
      t('payments.file-kept', { format: file.format.toUpperCase(), day: format.day(file.keepUntil) }),
      t('payments.file-by', { name: file.importedBy }),
    ].join(' · '),
    figure: <DayText value={file.importedAt.slice(0, 10)} />,
    figureDetail: t('payments.file-counts', { count: file.newCount, known: file.knownCount }),
    actions: [{ key: 'd', label: t('payments.file-download'), isMain: true, act: () => download(file.id) }],
  }))
  return (
    <Page title={t('payments.files')} titleBefore={<Link to="/money/bank">{t('payments.bank')}</Link>}>
      <FormError problem={list.error} />
      {list.data ? (
        <>
          <List label={t('payments.files')} rows={rows} empty={<EmptyState text={t('payments.files-none')} hint={t('payments.files-none-hint')} />} />
          <OlderLink path="/money/bank/files" next={list.data.next} />
        </>
      ) : list.error ? null : (
        <Waiting />
      )}
    </Page>
  )
}
