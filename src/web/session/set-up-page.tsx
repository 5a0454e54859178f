import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { chooseLanguage, type Language } from '../../kernel/language.ts'
import { Button } from '../kit/button.tsx'
import { Segmented } from '../kit/choice.tsx'
import { Form, sendTo, useForm } from '../kit/form.tsx'
import { useFormat } from '../kit/format.ts'
import { Facts } from '../kit/layout.tsx'
import { useOperation } from '../kit/query.ts'
import { Select } from '../kit/select.tsx'
import { TextField } from '../kit/text-field.tsx'
import { useTexts } from '../kit/texts.tsx'
import { languageNames } from '../shell/language.ts'
import { Redirect } from '../shell/redirect.tsx'
import { EntrancePage } from './entrance-page.tsx'
import { countryChoices, guessCountry } from './countries.ts'
import { reloadSession, useSessionQuery } from './session-query.ts'
import { signOut } from './sign-in.ts'
import styles from './entrance.module.css'

interface SetUp {
  name: string
  country: string
  language: Language | ''
  currency: string
  taxRegime: 'standard' | 'small_business'
  prices: 'net' | 'gross' | ''
}

/** A company in under a minute: name and country; everything else is proposed and can be changed. */
export function SetUpPage() {
  const { t, language } = useTexts()
  const format = useFormat()
  const navigate = useNavigate()
  const [isChanging, setIsChanging] = useState(false)
  const proposed = useRef<Language>(language)
  const initial: SetUp = { name: '', country: guessCountry(), language: '', currency: '', taxRegime: 'standard', prices: '' }
  const send = sendTo('company.create', (values: SetUp) => ({
    name: values.name,
    country: values.country,
    taxRegime: values.taxRegime,
    language: values.language || proposed.current,
    ...(values.currency ? { currency: values.currency } : {}),
    ...(values.prices ? { isTaxIncluded: values.prices === 'gross' } : {}),
  }))
  const form = useForm({
    name: 'set-up',
    initial,
    send,
    onDone: async ({ id }) => {
      const session = await reloadSession()
      const company = session.companies.find((each) => each.id === id)
      if (company) await navigate({ to: `/c/${company.slug}/today` as never, replace: true })
    },
  })
  const proposal = useOperation('company.propose', { country: form.values.country }, { keepPrevious: true }).data
  const proposedLanguage: Language = proposal?.languages.includes(language) ? language : (proposal?.languages[0] ?? chooseLanguage([language]))
  proposed.current = proposedLanguage
  return (
    <EntrancePage title={t('enter.set-up')} lead={t('enter.set-up-lead')}>
      <Form form={form} submitLabel={t('enter.start')}>
        <TextField label={t('enter.company-name')} autoComplete="organization" autoFocus {...form.field('name')} />
        <Select label={t('enter.country')} choices={countryChoices(language)} {...form.field('country')} />
        {isChanging && proposal ? (
          <>
            <Select
              label={t('enter.documents-language')}
              choices={proposal.languages.map((value) => ({ value, label: languageNames[value] }))}
              {...form.field('language')}
              value={form.values.language || proposedLanguage}
            />
            <TextField
              label={t('enter.currency')}
              width="short"
              maxLength={3}
              {...form.field<string>('currency')}
              value={form.values.currency || proposal.currency}
            />
            <Segmented
              label={t('enter.tax')}
              choices={[
                { value: 'standard', label: t('enter.tax-standard') },
                { value: 'small_business', label: t('enter.tax-small') },
              ]}
              {...form.field('taxRegime')}
            />
            <Segmented
              label={t('enter.prices')}
              choices={[
                { value: 'net', label: t('enter.prices-net') },
                { value: 'gross', label: t('enter.prices-gross') },
              ]}
              {...form.field('prices')}
            />
          </>
        ) : null}
        {!isChanging && proposal ? (
          <div className={styles.proposal}>
            <h2>{t('enter.proposal')}</h2>
            <Facts
              facts={[
                [t('enter.currency'), proposal.currency],
                [t('enter.documents-language'), languageNames[proposedLanguage]],
                [t('enter.time-zone'), proposal.zone.replace('_', ' ')],
                [t('enter.tax-rates'), ratesToday(proposal.rates, format.percent)],
                [t('enter.days-to-pay'), t('enter.days', { count: proposal.daysToPay })],
              ]}
            />
            <Button look="quiet" size="small" onClick={() => setIsChanging(true)}>
              {t('enter.change')}
            </Button>
          </div>
        ) : null}
      </Form>
      <Leave />
    </EntrancePage>
  )
}

/** Who is about to set up a company, and the way back or out. */
function Leave() {
  const { t } = useTexts()
  const session = useSessionQuery()
  if (session.error?.status === 401) return <Redirect to="/sign-in" search={{ to: '/set-up' }} />
  if (!session.data) return null
  return (
    <p className={styles.switch}>
      {session.data.user.email}
      {' · '}
      {session.data.companies.length > 0 ? <a href="/">{t('enter.to-your-companies')}</a> : null}
      {session.data.companies.length > 0 ? ' · ' : null}
      <button type="button" onClick={() => void signOut()}>
        {t('shell.sign-out')}
      </button>
    </p>
  )
}

function ratesToday(rates: readonly { rate: unknown; validFrom: string; validTo: string | null }[], percent: (rate: string) => string): string {
  const today = new Intl.DateTimeFormat('en-CA').format()
  const now = rates.filter((rate) => rate.validFrom <= today && (rate.validTo === null || rate.validTo >= today))
  return now.map((rate) => percent(String(rate.rate))).join(', ') || '–'
}
