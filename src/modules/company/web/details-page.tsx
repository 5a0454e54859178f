import { languages, type Language } from '../../../kernel/language.ts'
import { FieldRow, Form, sendTo, useForm } from '../../../web/kit/form.tsx'
import { Section } from '../../../web/kit/layout.tsx'
import { Select } from '../../../web/kit/select.tsx'
import { useMay } from '../../../web/kit/session.tsx'
import { Slot } from '../../../web/kit/slot.tsx'
import { TextField } from '../../../web/kit/text-field.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { showToast } from '../../../web/kit/toast.tsx'
import { CompanyPage, orNull, type CompanyRead } from './company-page.tsx'

/** Name, address, bank and payment terms: what documents say about the company. */
export function DetailsPage() {
  return (
    <CompanyPage>
      {(read) => (
        <>
          <DetailsForm company={read.company} />
          <div style={{ marginTop: 'var(--space-7)' }}>
            <Slot name="company.getting-paid" />
          </div>
        </>
      )}
    </CompanyPage>
  )
}

interface Details {
  name: string
  legalName: string
  street: string
  postalCode: string
  city: string
  email: string
  phone: string
  website: string
  registrationNumber: string
  iban: string
  qrIban: string
  bic: string
  creditorIdentifier: string
  contactPerson: string
  bankName: string
  daysToPay: string
  scheme: string
  electronicId: string
  language: Language
  zone: string
}

const optional = [
  'legalName',
  'street',
  'postalCode',
  'city',
  'email',
  'phone',
  'website',
  'registrationNumber',
  'iban',
  'qrIban',
  'bic',
  'creditorIdentifier',
  'contactPerson',
  'bankName',
] as const

function DetailsForm({ company }: { company: CompanyRead['company'] }) {
  const { t } = useTexts()
  const isOwner = useMay('owner')
  const isSwiss = company.country === 'CH' || company.country === 'LI'
  const texts = Object.fromEntries(optional.map((field) => [field, company[field] ?? ''])) as Pick<Details, (typeof optional)[number]>
  const initial: Details = {
    ...texts,
    name: company.name,
    daysToPay: String(company.daysToPay),
    scheme: company.electronicAddress?.scheme ?? 'EM',
    electronicId: company.electronicAddress?.id ?? '',
    language: company.language,
    zone: company.zone,
  }
  const send = sendTo('company.update', (values: Details) => ({
    ...(Object.fromEntries(optional.map((field) => [field, orNull(values[field])])) as Record<(typeof optional)[number], string | null>),
    name: values.name,
    electronicAddress: values.electronicId.trim() === '' ? null : { scheme: values.scheme, id: values.electronicId },
    language: values.language,
    zone: values.zone,
    daysToPay: Number(values.daysToPay),
  }))
  const form = useForm({
    name: 'company.details',
    initial,
    send,
    changesSession: true,
    fieldOf: (path) => (path.startsWith('electronicAddress') ? 'electronicId' : path),
    onDone: () => showToast({ text: t('kit.saved') }),
  })
  return (
    <Form form={form} submitLabel={t('kit.save')} isSubmitHidden={!isOwner}>
      <fieldset disabled={!isOwner}>
        <Section title={t('company.address')} lead={t('company.address-lead')}>
          <Fields>
            <FieldRow>
              <TextField label={t('company.name')} {...form.field('name')} />
              <TextField label={t('company.legal-name')} {...form.field('legalName')} />
            </FieldRow>
            <TextField label={t('company.street')} autoComplete="street-address" {...form.field('street')} />
            <FieldRow>
              <TextField label={t('company.postal-code')} autoComplete="postal-code" width="short" {...form.field('postalCode')} />
              <TextField label={t('company.city')} {...form.field('city')} />
            </FieldRow>
            <FieldRow>
              <TextField label={t('company.email')} type="email" {...form.field('email')} />
              <TextField label={t('company.phone')} type="tel" {...form.field('phone')} />
            </FieldRow>
            <FieldRow>
              <TextField label={t('company.website')} isRequired={false} {...form.field('website')} />
              <TextField label={t('company.registration-number')} isRequired={false} {...form.field('registrationNumber')} />
            </FieldRow>
          </Fields>
        </Section>
        <Section title={t('company.bank')} lead={t('company.bank-lead')}>
          <Fields>
            <FieldRow>
              <TextField label="IBAN" {...form.field('iban')} />
              <TextField label="BIC" width="medium" isRequired={false} {...form.field('bic')} />
            </FieldRow>
            <FieldRow>
              <TextField label={t('company.bank-name')} isRequired={false} {...form.field('bankName')} />
              {isSwiss ? <TextField label={t('company.qr-iban')} isRequired={false} {...form.field('qrIban')} /> : null}
              {isSwiss ? null : <TextField label={t('company.creditor-identifier')} isRequired={false} {...form.field('creditorIdentifier')} />}
            </FieldRow>
            <FieldRow>
              <TextField label={t('company.contact-person')} isRequired={false} {...form.field('contactPerson')} />
              <TextField label={t('company.days-to-pay')} inputMode="numeric" width="short" {...form.field('daysToPay')} />
            </FieldRow>
          </Fields>
        </Section>
        <Section title={t('company.electronic-address')} lead={t('company.electronic-lead')}>
          <FieldRow>
            <Select
              label={t('company.electronic-scheme')}
              choices={schemes.map((value) => ({ value, label: `${t(`company.scheme-${value}`)} (${value})` }))}
              {...form.field<string>('scheme')}
            />
            <TextField label={t('company.electronic-id')} isRequired={false} {...form.field('electronicId')} />
          </FieldRow>
        </Section>
        <Section title={t('company.language-and-time')}>
          <FieldRow>
            <Select label={t('company.documents-language')} choices={languageChoices} {...form.field('language')} />
            <Select label={t('company.zone')} choices={zoneChoices()} {...form.field('zone')} />
          </FieldRow>
        </Section>
      </fieldset>
    </Form>
  )
}

/** Of the EAS code list those that companies of our countries have. */
const schemes = ['EM', '0183', '0204', '9930', '0009', '9957', '0210', '0211', '0208', '0106', '0088'] as const

function Fields({ children }: { children: React.ReactNode }) {
  return <div style={{ display: 'grid', gap: 'var(--space-4)' }}>{children}</div>
}

const languageChoices = languages.map((value) => ({ value, label: new Intl.DisplayNames(value, { type: 'language' }).of(value) ?? value }))

function zoneChoices(): { value: string; label: string }[] {
  return Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))
}
