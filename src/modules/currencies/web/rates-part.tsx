import { useState } from 'react'
import { Button } from '../../../web/kit/button.tsx'
import { base64Of, FileDrop } from '../../../web/kit/file-drop.tsx'
import { useFormat } from '../../../web/kit/format.ts'
import { Section } from '../../../web/kit/layout.tsx'
import { List } from '../../../web/kit/list.tsx'
import { useAction, useOperation } from '../../../web/kit/query.ts'
import { useMay } from '../../../web/kit/session.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { OwnRateSheet } from './own-rate-sheet.tsx'

const bytesMax = 3_000_000

/** Where exchange rates come from, the company's own ones, and a place for the central bank's file. */
export function RatesPart() {
  const { t } = useTexts()
  const format = useFormat()
  const isOwner = useMay('owner')
  const [isAdding, setIsAdding] = useState(false)
  const rates = useOperation('currencies.rates', {})
  const remove = useAction('currencies.remove-own-rate', { done: t('currencies.removed') })
  const take = useAction('currencies.import-rates', {
    done: ({ days, from, to }) => t('currencies.imported', { days, from: format.day(from), to: format.day(to) }),
  })
  if (!rates.data) return null
  const { on, own } = rates.data
  const add = (
    <Button size="small" icon="plus" onClick={() => setIsAdding(true)}>
      {t('currencies.set')}
    </Button>
  )
  return (
    <Section title={t('currencies.title')} lead={on ? t('currencies.lead', { day: format.day(on) }) : t('currencies.lead-none')} actions={isOwner ? add : null}>
      <List
        label={t('currencies.own')}
        isMain={false}
        rows={own.map((rate) => ({
          id: rate.id,
          title: t('currencies.one', { from: rate.from, rate: rate.rate, to: rate.to }),
          detail: t('currencies.days', { from: format.day(rate.validFrom), to: format.day(rate.validTo) }),
          actions: isOwner ? [{ key: 'x', label: t('kit.remove'), act: () => remove.run({ ownRateId: rate.id }) }] : [],
        }))}
      />
      {isOwner ? (
        <FileDrop
          label={t('currencies.import')}
          hint={t('currencies.import-hint')}
          accept=".xml,.csv,.zip"
          bytesMax={bytesMax}
          onFile={(file) => void base64Of(file).then((content) => take.run({ content }))}
        />
      ) : null}
      {isAdding ? <OwnRateSheet onClose={() => setIsAdding(false)} /> : null}
    </Section>
  )
}
