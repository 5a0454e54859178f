import { useMemo, useState } from 'react'
import { Segmented } from '../../../web/kit/choice.tsx'
import { fileAddress } from '../../../web/kit/client.ts'
import { base64Of, FileDrop } from '../../../web/kit/file-drop.tsx'
import { FormError } from '../../../web/kit/form.tsx'
import { useKeys } from '../../../web/kit/keys.tsx'
import { Page } from '../../../web/kit/layout.tsx'
import { Link } from '../../../web/kit/navigation.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { columnsOf, openingKinds, type OpeningKind } from '../columns.ts'
import { EnterBar } from './enter-bar.tsx'
import { OpeningRows } from './opening-rows.tsx'
import { TableColumns } from './table-columns.tsx'
import { useOpening } from './use-opening.ts'
import styles from './opening.module.css'

const keys: Readonly<Record<OpeningKind, string>> = { numbers: 'n', invoices: 'i', passes: 'p', agreements: 'v' }

/** Nobody starts with nothing: what runs already comes in as typed rows, from a spreadsheet or from a file, and all at once. */
export function OpeningPage() {
  const { t, language } = useTexts()
  const opening = useOpening()
  const [kind, setKind] = useState<OpeningKind>('numbers')
  const [lookedFor, setLookedFor] = useState<OpeningKind>()
  const counts = useMemo(() => Map.groupBy(opening.filled, (row) => row.kind), [opening.filled])
  const choose = (next: OpeningKind) => {
    setKind(next)
    opening.setProblem(undefined)
  }
  useKeys(openingKinds.map((each) => ({ key: keys[each], label: t(`opening.kind-${each}`), act: () => choose(each) })))
  const takeFile = async (file: File) => opening.read({ id: crypto.randomUUID(), kind, name: file.name, source: { content: await base64Of(file) } })
  const takeText = (text: string) => void opening.read({ id: crypto.randomUUID(), kind, name: t('opening.pasted'), source: { text } })
  return (
    <Page title={t('opening.title')} titleBefore={<Link to="/company/data">{t('company.data')}</Link>} lead={t('opening.lead')} isWide>
      <div className={styles.page}>
        <Segmented
          label={t('opening.kinds')}
          isLabelHidden
          value={kind}
          onChange={choose}
          choices={openingKinds.map((value) => ({
            value,
            label: `${t(`opening.kind-${value}`)}${counts.get(value) ? ` · ${counts.get(value)!.length}` : ''}`,
            shortcut: keys[value],
          }))}
        />
        <p className={styles.lead}>
          {t(`opening.lead-${kind}`)} {kind === 'invoices' ? <Link to="/customers/import">{t('opening.to-import')}</Link> : null}
          {kind === 'passes' || kind === 'agreements' ? <Link to="/offer">{t('opening.to-offer')}</Link> : null}
        </p>
        <div className={styles.take}>
          <FileDrop
            label={t('opening.file')}
            hint={t('opening.file-hint', { columns: columnsOf[kind].all.map((column) => t(`opening.head-${column}`)).join(', ') })}
            accept=".csv,.txt,.tsv,text/csv,text/plain"
            bytesMax={1_000_000}
            onFile={(file) => void takeFile(file)}
          />
          <a href={fileAddress('opening.example', { kind, language }, { download: true })} download>
            {t('opening.example')}
          </a>
        </div>
        {opening.table?.kind === kind ? <TableColumns table={opening.table} onChange={(mapping) => void opening.read(opening.table!, mapping)} /> : null}
        <FormError problem={opening.problem} />
        <OpeningRows key={kind} kind={kind} opening={opening} onTable={takeText} isLookedFor={lookedFor === kind} onLooked={() => setLookedFor(undefined)} />
        <EnterBar
          opening={opening}
          onWrong={(wrong) => {
            setKind(wrong)
            setLookedFor(wrong)
          }}
        />
      </div>
    </Page>
  )
}
