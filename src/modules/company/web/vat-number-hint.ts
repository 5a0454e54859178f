import { useFormat } from '../../../web/kit/format.ts'
import { useTexts } from '../../../web/kit/texts.tsx'
import { vatNumberForm } from '../vat-number.ts'

/** What the form of the typed number says, at once; it never stops anybody from saving. */
export function useNumberHint(text: string, country: string): string | undefined {
  const { t } = useTexts()
  const { locale } = useFormat()
  if (text.trim() === '') return undefined
  const form = vatNumberForm(text)
  if (!form.hasForm || form.country === null) return t('company.vat-number-unlike')
  const name = new Intl.DisplayNames(locale, { type: 'region' }).of(form.country) ?? form.country
  if (form.country !== country) return t('company.vat-number-elsewhere', { country: name })
  return t(form.hasCheckDigits ? 'company.vat-number-like' : 'company.vat-number-digits', { country: name })
}
