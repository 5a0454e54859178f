import { useEffect, useState } from 'react'
import { accentPair, applyAccent } from '../../../web/kit/accent.ts'
import { Button } from '../../../web/kit/button.tsx'
import { base64Of, FileDrop } from '../../../web/kit/file-drop.tsx'
import { Form, sendTo, useForm } from '../../../web/kit/form.tsx'
import { useFormat } from '../../../web/kit/format.ts'
import { Section } from '../../../web/kit/layout.tsx'
import { useAction } from '../../../web/kit/query.ts'
import { useCompany, useMay } from '../../../web/kit/session.tsx'
import { TextField } from '../../../web/kit/text-field.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { showToast } from '../../../web/kit/toast.tsx'
import { CompanyPage, type CompanyRead } from './company-page.tsx'
import styles from './look-page.module.css'

const suggestions = ['#1a5f4a', '#1f5f8b', '#3b4a9c', '#7a3b8f', '#a8324e', '#b4541a', '#8a6a12', '#44524a', '#2b2b2b']

/** The company's colour and logo, seen at once on a sketch of its documents. */
export function LookPage() {
  return <CompanyPage>{(read) => <Look company={read.company} />}</CompanyPage>
}

function Look({ company }: { company: CompanyRead['company'] }) {
  const { t } = useTexts()
  const isOwner = useMay('owner')
  const saved = useCompany().accent
  const form = useForm({
    name: 'company.look',
    initial: { accent: company.accent },
    send: sendTo('company.update', (values: { accent: string }) => ({ accent: values.accent.trim().toLowerCase() })),
    changesSession: true,
    onDone: () => showToast({ text: t('kit.saved') }),
  })
  const { accent } = form.values
  useEffect(() => {
    applyAccent(accentPair(accent) ? accent : saved)
    return () => applyAccent(saved)
  }, [accent, saved])
  return (
    <>
      <Sketch key={String(company.hasLogo)} company={company} accent={accentPair(accent) ? accent : company.accent} />
      {isOwner ? (
        <>
          <Section title={t('company.colour')} lead={t('company.colour-lead')}>
            <Form form={form} submitLabel={t('kit.save')}>
              <div className={styles.swatches}>
                {suggestions.map((colour) => (
                  <button
                    key={colour}
                    type="button"
                    className={styles.swatch}
                    style={{ background: colour }}
                    aria-label={colour}
                    aria-pressed={colour === accent}
                    onClick={() => form.set('accent', colour)}
                  />
                ))}
                <input
                  type="color"
                  className={styles.picker}
                  aria-label={t('company.colour-own')}
                  value={accentPair(accent) ? accent : company.accent}
                  onChange={(event) => form.set('accent', event.target.value)}
                />
              </div>
              <TextField label={t('company.colour-own')} width="short" maxLength={7} {...form.field('accent')} />
            </Form>
          </Section>
          <Logo company={company} />
        </>
      ) : null}
    </>
  )
}

function Logo({ company }: { company: CompanyRead['company'] }) {
  const { t } = useTexts()
  const set = useAction('company.set-logo', { done: t('kit.saved'), changesSession: true })
  return (
    <Section title={t('company.logo')} lead={t('company.logo-lead')}>
      <FileDrop
        label={t('company.logo-choose')}
        accept="image/png,image/jpeg"
        bytesMax={1_000_000}
        onFile={(file) => void base64Of(file).then((content) => set.run({ content }))}
      />
      {company.hasLogo ? (
        <p style={{ marginTop: 'var(--space-3)' }}>
          <Button look="danger" size="small" onClick={() => set.run({ content: null })}>
            {t('company.logo-remove')}
          </Button>
        </p>
      ) : null}
    </Section>
  )
}

function Sketch({ company, accent }: { company: CompanyRead['company']; accent: string }) {
  const { t } = useTexts()
  const format = useFormat()
  const [isLogoBroken, setIsLogoBroken] = useState(false)
  const [version] = useState(() => Date.now())
  const address = [company.street, [company.postalCode, company.city].filter(Boolean).join(' ')].filter(Boolean).join(', ')
  return (
    <figure className={styles.sketch} aria-label={t('company.sketch')}>
      <div className={styles.sheet}>
        <div className={styles.sheetHead}>
          {company.hasLogo && !isLogoBroken ? (
            <img className={styles.logo} src={`/logo/${company.id}?${version}`} alt="" onError={() => setIsLogoBroken(true)} />
          ) : (
            <strong style={{ color: accent }}>{company.name}</strong>
          )}
          <small>{address}</small>
        </div>
        <b style={{ color: accent }}>{t('company.sketch-invoice')}</b>
        <i style={{ background: accent }} />
        <p>
          <span>{t('company.sketch-line')}</span>
          <span>{format.money({ currency: company.currency, amount: '300.00' })}</span>
        </p>
      </div>
    </figure>
  )
}
