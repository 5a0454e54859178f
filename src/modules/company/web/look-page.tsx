import { useEffect, type ReactNode } from 'react'
import { accentPair, applyAccent } from '../../../web/kit/accent.ts'
import { Button } from '../../../web/kit/button.tsx'
import { Segmented, Switch } from '../../../web/kit/choice.tsx'
import { base64Of, FileDrop } from '../../../web/kit/file-drop.tsx'
import { Form, sendTo, useForm } from '../../../web/kit/form.tsx'
import { Section } from '../../../web/kit/layout.tsx'
import { useAction } from '../../../web/kit/query.ts'
import { useCompany, useMay } from '../../../web/kit/session.tsx'
import { TextField } from '../../../web/kit/text-field.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { showToast } from '../../../web/kit/toast.tsx'
import { CompanyPage, orNull, type CompanyRead } from './company-page.tsx'
import { LookSketch } from './look-sketch.tsx'
import styles from './look-page.module.css'

const suggestions = ['#1a5f4a', '#1f5f8b', '#3b4a9c', '#7a3b8f', '#a8324e', '#b4541a', '#8a6a12', '#44524a', '#2b2b2b']

/** How documents look: layout, typeface, colour, logo, a code to pay by, a line at the foot; seen at once beside the choices. */
export function LookPage() {
  return <CompanyPage>{(read) => <Look company={read.company} />}</CompanyPage>
}

interface Values {
  accent: string
  layout: CompanyRead['company']['look']['layout']
  font: CompanyRead['company']['look']['font']
  showsPaymentCode: boolean
  footer: string
}

function Look({ company }: { company: CompanyRead['company'] }) {
  const { t } = useTexts()
  const isOwner = useMay('owner')
  const saved = useCompany().accent
  const initial: Values = { ...company.look, accent: company.accent, footer: company.look.footer ?? '' }
  const form = useForm({
    name: 'company.look',
    initial,
    send: sendTo('company.update', ({ accent, footer, ...look }: Values) => ({
      accent: accent.trim().toLowerCase(),
      look: { ...look, footer: orNull(footer) },
    })),
    changesSession: true,
    onDone: () => showToast({ text: t('kit.saved') }),
  })
  const { accent } = form.values
  const shown = accentPair(accent) ? accent : company.accent
  useEffect(() => {
    applyAccent(accentPair(accent) ? accent : saved)
    return () => applyAccent(saved)
  }, [accent, saved])
  const sketch = <LookSketch key={String(company.hasLogo)} company={company} look={{ ...form.values, accent: shown }} />
  if (!isOwner) return sketch
  return (
    <div className={styles.beside}>
      <div className={styles.seen}>{sketch}</div>
      <div className={styles.chosen}>
        <Form form={form} submitLabel={t('kit.save')}>
          <Section title={t('company.documents')} lead={t('company.documents-lead')}>
            <div className={styles.choices}>
              <Segmented
                label={t('company.layout')}
                value={form.values.layout}
                onChange={(layout) => form.set('layout', layout)}
                choices={(['clear', 'classic', 'airy'] as const).map((value) => ({ value, label: t(`company.layout.${value}`) }))}
              />
              <Segmented
                label={t('company.typeface')}
                value={form.values.font}
                onChange={(font) => form.set('font', font)}
                choices={(['sans', 'serif'] as const).map((value) => ({ value, label: t(`company.typeface.${value}`) }))}
              />
              <Switch
                label={t('company.payment-code')}
                hint={t('company.payment-code-hint')}
                value={form.values.showsPaymentCode}
                onChange={(isOn) => form.set('showsPaymentCode', isOn)}
              />
              <TextField label={t('company.footer')} hint={t('company.footer-hint')} isRequired={false} maxLength={300} {...form.field('footer')} />
            </div>
          </Section>
          <Colour value={accent} fallback={company.accent} onChange={(colour) => form.set('accent', colour)}>
            <TextField label={t('company.colour-own')} width="short" maxLength={7} {...form.field('accent')} />
          </Colour>
        </Form>
        <Logo company={company} />
      </div>
    </div>
  )
}

function Colour(props: { value: string; fallback: string; onChange: (colour: string) => void; children: ReactNode }) {
  const { t } = useTexts()
  return (
    <Section title={t('company.colour')} lead={t('company.colour-lead')}>
      <div className={styles.swatches}>
        {suggestions.map((colour) => (
          <button
            key={colour}
            type="button"
            className={styles.swatch}
            style={{ background: colour }}
            aria-label={colour}
            aria-pressed={colour === props.value}
            onClick={() => props.onChange(colour)}
          />
        ))}
        <input
          type="color"
          className={styles.picker}
          aria-label={t('company.colour-own')}
          value={accentPair(props.value) ? props.value : props.fallback}
          onChange={(event) => props.onChange(event.target.value)}
        />
      </div>
      {props.children}
    </Section>
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
