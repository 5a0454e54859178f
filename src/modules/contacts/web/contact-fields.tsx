import { countryCodes } from '../../../kernel/country.ts'
import { languages } from '../../../kernel/language.ts'
import { Button, IconButton } from '../../../web/kit/button.tsx'
import { Segmented } from '../../../web/kit/choice.tsx'
import { DayField } from '../../../web/kit/day-field.tsx'
import { FieldRow, type FormState } from '../../../web/kit/form.tsx'
import { Select } from '../../../web/kit/select.tsx'
import { TextArea, TextField } from '../../../web/kit/text-field.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { emptyAddress, emptyEntry, type ContactValues } from './contact-values.ts'
import styles from './contacts.module.css'

interface Props {
  readonly form: FormState<ContactValues>
}

export function KindField({ form }: Props) {
  const { t } = useTexts()
  return (
    <>
      <Segmented
        label={t('contacts.field-kind')}
        choices={(['person', 'organisation', 'thing'] as const).map((value) => ({ value, label: t(`contacts.kind-${value}`) }))}
        {...form.field<ContactValues['kind']>('kind')}
      />
      {form.values.kind === 'thing' ? <TextField label={t('contacts.field-thingKind')} hint={t('contacts.thing-hint')} {...form.field('thingKind')} /> : null}
    </>
  )
}

/** The e-mails or phones: one line each with its label, and a way to another one. */
export function EntryFields({ form, list, type }: Props & { readonly list: 'emails' | 'phones'; readonly type: 'email' | 'tel' }) {
  const { t } = useTexts()
  const entries = form.values[list]
  const name = t(list === 'emails' ? 'contacts.field-email' : 'contacts.field-phone')
  return (
    <div className={styles.group} role="group" aria-label={name}>
      {entries.map((entry, index) => {
        const label = entries.length === 1 ? name : `${name} ${index + 1}`
        return (
          <div className={styles.entry} key={index}>
            <TextField label={label} type={type} autoComplete="off" {...form.field(`${list}.${index}.value`)} />
            {entry.value === '' ? null : <LabelField form={form} path={`${list}.${index}.label`} of={label} />}
            {entries.length === 1 ? null : (
              <IconButton
                icon="close"
                label={`${t('kit.remove')}: ${label}`}
                onClick={() =>
                  form.set(
                    list,
                    entries.filter((_entry, at) => at !== index),
                  )
                }
              />
            )}
          </div>
        )
      })}
      {entries.at(-1)?.value ? (
        <div>
          <Button size="small" look="quiet" icon="plus" onClick={() => form.set(list, [...entries, emptyEntry])}>
            {t(list === 'emails' ? 'contacts.another-email' : 'contacts.another-phone')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

/** Everything else: addresses, birthday, language, taxes, and facts of one's own. */
export function MoreFields({ form }: Props) {
  const { t, language } = useTexts()
  const { kind } = form.values
  const nameOf = new Intl.DisplayNames([language], { type: 'language' })
  return (
    <>
      <AddressFields form={form} />
      <FieldRow>
        {kind === 'organisation' ? null : (
          <DayField label={t(kind === 'thing' ? 'contacts.born' : 'contacts.field-birthDay')} prefersPast {...form.field('birthDay')} />
        )}
        {kind === 'person' ? <TextField label={t('contacts.field-jobTitle')} {...form.field('jobTitle')} /> : null}
      </FieldRow>
      {kind === 'thing' ? null : (
        <>
          <FieldRow>
            <Select
              label={t('contacts.field-language')}
              emptyLabel={t('contacts.as-company')}
              choices={languages.map((value) => ({ value, label: nameOf.of(value) ?? value }))}
              {...form.field('language')}
            />
            <Select
              label={t('contacts.field-currency')}
              emptyLabel={t('contacts.as-company')}
              choices={['CHF', 'EUR', 'USD', 'GBP'].map((value) => ({ value, label: value }))}
              {...form.field('currency')}
            />
            <Select
              label={t('contacts.field-zone')}
              emptyLabel={t('contacts.as-company')}
              choices={Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value.replaceAll('_', ' ') }))}
              {...form.field('zone')}
            />
          </FieldRow>
          <FieldRow>
            <TextField label={t('contacts.field-vatNumber')} {...form.field('vatNumber')} />
            <TextField label={t('contacts.field-buyerReference')} hint={t('contacts.buyer-reference-hint')} {...form.field('buyerReference')} />
          </FieldRow>
        </>
      )}
      <AttributeFields form={form} />
      <TextArea label={t('contacts.field-remark')} {...form.field('remark')} />
    </>
  )
}

function AddressFields({ form }: Props) {
  const { t, language } = useTexts()
  const { addresses } = form.values
  const nameOf = new Intl.DisplayNames([language], { type: 'region' })
  const countries = countryCodes
    .map((value) => ({ value, label: nameOf.of(value) ?? value }))
    .sort((left, right) => left.label.localeCompare(right.label, language))
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t('contacts.field-addresses')}</legend>
      {addresses.map((_address, index) => (
        <div className={styles.address} key={index}>
          <TextArea label={t('contacts.field-street')} rows={1} {...form.field(`addresses.${index}.street`)} />
          <FieldRow>
            <TextField label={t('contacts.field-postalCode')} width="short" {...form.field(`addresses.${index}.postalCode`)} />
            <TextField label={t('contacts.field-city')} {...form.field(`addresses.${index}.city`)} />
          </FieldRow>
          <FieldRow>
            <Select label={t('contacts.field-country')} emptyLabel="–" choices={countries} {...form.field(`addresses.${index}.country`)} />
            <LabelField form={form} path={`addresses.${index}.label`} of={t('contacts.field-addressLabel')} isLabelHidden={false} />
          </FieldRow>
          {addresses.length === 1 ? null : (
            <div>
              <Button
                size="small"
                look="quiet"
                icon="close"
                onClick={() =>
                  form.set(
                    'addresses',
                    addresses.filter((_each, at) => at !== index),
                  )
                }
              >
                {t('kit.remove')}
              </Button>
            </div>
          )}
        </div>
      ))}
      <div>
        <Button size="small" look="quiet" icon="plus" onClick={() => form.set('addresses', [...addresses, emptyAddress(addresses[0]?.country ?? '')])}>
          {t('contacts.another-address')}
        </Button>
      </div>
    </fieldset>
  )
}

function AttributeFields({ form }: Props) {
  const { t } = useTexts()
  const { attributes } = form.values
  return (
    <div className={styles.group} role="group" aria-label={t('contacts.field-attributes')}>
      {attributes.map((attribute, index) => (
        <div className={styles.entry} key={index}>
          <TextField label={t('contacts.attribute-name')} {...form.field(`attributes.${index}.name`)} />
          <TextField label={t('contacts.attribute-value')} {...form.field(`attributes.${index}.value`)} />
          <IconButton
            icon="close"
            label={`${t('kit.remove')}: ${attribute.name}`}
            onClick={() =>
              form.set(
                'attributes',
                attributes.filter((_each, at) => at !== index),
              )
            }
          />
        </div>
      ))}
      <div>
        <Button size="small" look="quiet" icon="plus" onClick={() => form.set('attributes', [...attributes, { name: '', value: '' }])}>
          {t('contacts.another-attribute')}
        </Button>
      </div>
    </div>
  )
}

const labels = ['home', 'work', 'mobile', 'fax', 'other']

/** Home, work, mobile, …; a word of the file that it was imported from stays choosable. */
function LabelField({ form, path, of, isLabelHidden = true }: Props & { readonly path: string; readonly of: string; readonly isLabelHidden?: boolean }) {
  const { t } = useTexts()
  const field = form.field<string>(path)
  const choices = labels.includes(field.value) ? labels : [...labels, field.value]
  return (
    <Select
      label={isLabelHidden ? t('contacts.label-of', { what: of }) : of}
      isLabelHidden={isLabelHidden}
      {...field}
      choices={choices.map((value) => ({ value, label: labels.includes(value) ? t(`contacts.label-${value}`) : value }))}
    />
  )
}
