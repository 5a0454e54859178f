import { Button } from '../../../web/kit/button.tsx'
import { DayText } from '../../../web/kit/figures.tsx'
import { useFormat } from '../../../web/kit/format.ts'
import { State } from '../../../web/kit/layout.tsx'
import { useAction, useOperation } from '../../../web/kit/query.ts'
import { useMay } from '../../../web/kit/session.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { euCountries } from '../countries.ts'
import { vatNumberForm } from '../vat-number.ts'

const tones = { waiting: 'plain', valid: 'good', invalid: 'bad', unreachable: 'warn' } as const

/** A VAT number with what VIES last said of it, and the question once more. */
export function VatNumber({ value }: { readonly value: string }) {
  const { t } = useTexts()
  const format = useFormat()
  const mayAsk = useMay('owner', 'staff')
  const { country } = vatNumberForm(value)
  const isAskable = country !== null && euCountries.has(country)
  const found = useOperation('company.vat-number-checks', { vatNumber: value })
  const ask = useAction('company.check-vat-number', { done: t('company.vies-asked') })
  const latest = found.data?.checks[0]
  return (
    <>
      {value}{' '}
      {latest ? (
        <State tone={tones[latest.state]}>
          {t(`company.vies-${latest.state}`)} <DayText value={format.dayOf(latest.askedAt)} /> {latest.consultation ?? ''}
        </State>
      ) : null}
      {isAskable && mayAsk && latest?.state !== 'waiting' ? (
        <Button look="quiet" size="small" onClick={() => ask.run({ vatNumber: value })} isBusy={ask.isRunning}>
          {t('company.vies-ask')}
        </Button>
      ) : null}
    </>
  )
}
