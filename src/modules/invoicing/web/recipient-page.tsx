import type { ReactNode } from 'react'
import { Switch } from '../../../web/kit/choice.tsx'
import { FieldRow, Form, FormError, sendTo, useForm } from '../../../web/kit/form.tsx'
import { Page, Section, Waiting } from '../../../web/kit/layout.tsx'
import { Link, useBack, usePath } from '../../../web/kit/navigation.tsx'
import type { CallOutput } from '../../../web/kit/operations.ts'
import { useOperation } from '../../../web/kit/query.ts'
import { Select } from '../../../web/kit/select.tsx'
import { TextField } from '../../../web/kit/text-field.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'

type Recipient = CallOutput<'invoicing.recipient'>

const formats = ['automatic', 'pdf', 'facturx', 'xrechnung_ubl', 'xrechnung_cii', 'peppol_ubl', 'ubl', 'cii'] as const

/** Kinds of electronic addresses that our countries use (EAS); one that is known already stays a choice too. */
const schemes = ['EM', '0204', '9930', '0183', '9927', '0009', '9957', '0210', '0211', '0088'] as const

/** How a customer wants invoices: the format, what they ask for as reference, where electronic ones go. */
export function RecipientPage() {
  const { t } = useTexts()
  const { contactId } = usePath<'contactId'>()
  const read = useOperation('invoicing.recipient', { contactId })
  const contact = useOperation('contacts.read', { contactId })
  return (
    <Page title={t('invoicing.recipient')} titleBefore={<Link to={`/customers/${contactId}`}>{nameOf(contact.data)}</Link>}>
      {read.error ? <FormError problem={read.error} /> : null}
      {read.isPending ? <Waiting /> : null}
      {read.data ? <RecipientForm recipient={read.data} /> : null}
    </Page>
  )
}

interface Values {
  format: Recipient['format']
  buyerReference: string
  scheme: string
  address: string
  legalRegistration: string
  isPublicBody: boolean
  orderReference: string
  contractReference: string
}

function RecipientForm({ recipient }: { readonly recipient: Recipient }) {
  const { t } = useTexts()
  const back = useBack()
  const here = `/customers/${recipient.contactId}` as const
  const known = recipient.electronicAddress?.scheme ?? 'EM'
  const form = useForm({
    name: `invoicing.recipient.${recipient.contactId}`,
    initial: valuesOf(recipient),
    send: sendTo('invoicing.set-recipient', (values: Values) => inputOf(recipient.contactId, values)),
    fieldOf: (path) => (path.startsWith('electronicAddress') ? 'address' : path),
    onDone: () => back(here),
  })
  const schemeChoices = [...new Set<string>([known, ...schemes])].map((value) => ({
    value,
    label: `${t(`invoicing.scheme-${isNamed(value) ? value : 'other'}`)} (${value})`,
  }))
  return (
    <Form form={form} submitLabel={t('kit.save')} onCancel={() => back(here)}>
      <Section title={t('invoicing.recipient-format')} isTitleHidden>
        <Fields>
          <Select
            label={t('invoicing.recipient-format')}
            hint={t('invoicing.recipient-format-hint')}
            choices={formats.map((value) => ({ value, label: t(`invoicing.format-${value}`) }))}
            autoFocus
            {...form.field<Recipient['format']>('format')}
          />
          <Switch label={t('invoicing.recipient-public')} {...form.field<boolean>('isPublicBody')} />
        </Fields>
      </Section>
      <Section title={t('invoicing.recipient-references')} lead={t('invoicing.recipient-references-lead')}>
        <Fields>
          <TextField
            label={t('invoicing.recipient-reference')}
            hint={t('invoicing.recipient-reference-hint')}
            isRequired={false}
            {...form.field('buyerReference')}
          />
          <FieldRow>
            <TextField label={t('invoicing.recipient-order')} isRequired={false} {...form.field('orderReference')} />
            <TextField label={t('invoicing.recipient-contract')} isRequired={false} {...form.field('contractReference')} />
          </FieldRow>
        </Fields>
      </Section>
      <Section title={t('invoicing.recipient-electronic')} lead={t('invoicing.recipient-electronic-lead')}>
        <Fields>
          <FieldRow>
            <Select label={t('invoicing.recipient-scheme')} choices={schemeChoices} {...form.field<string>('scheme')} />
            <TextField label={t('invoicing.recipient-address')} isRequired={false} {...form.field('address')} />
          </FieldRow>
          <TextField label={t('invoicing.recipient-registration')} isRequired={false} {...form.field('legalRegistration')} />
        </Fields>
      </Section>
    </Form>
  )
}

function Fields({ children }: { readonly children: ReactNode }) {
  return <div style={{ display: 'grid', gap: 'var(--space-4)' }}>{children}</div>
}

function valuesOf(recipient: Recipient): Values {
  return {
    format: recipient.format,
    isPublicBody: recipient.isPublicBody,
    buyerReference: recipient.buyerReference ?? '',
    orderReference: recipient.orderReference ?? '',
    contractReference: recipient.contractReference ?? '',
    legalRegistration: recipient.legalRegistration ?? '',
    scheme: recipient.electronicAddress?.scheme ?? 'EM',
    address: recipient.electronicAddress?.id ?? '',
  }
}

function inputOf(contactId: string, values: Values) {
  return {
    contactId,
    format: values.format,
    isPublicBody: values.isPublicBody,
    buyerReference: orNull(values.buyerReference),
    legalRegistration: orNull(values.legalRegistration),
    orderReference: orNull(values.orderReference),
    contractReference: orNull(values.contractReference),
    electronicAddress: values.address.trim() === '' ? null : { scheme: values.scheme, id: values.address },
  }
}

function nameOf(contact: CallOutput<'contacts.read'> | undefined): string {
  if (!contact) return '…'
  return contact.name || `${contact.givenName} ${contact.familyName}`.trim()
}

function isNamed(scheme: string): boolean {
  return (schemes as readonly string[]).includes(scheme)
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}
