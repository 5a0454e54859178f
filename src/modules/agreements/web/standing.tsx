import { RelativeDay } from '../../../web/kit/figures.tsx'
import { useFormat } from '../../../web/kit/format.ts'
import { Facts, Section } from '../../../web/kit/layout.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import type { Agreement } from './agreement-page.tsx'

/** What is left, in the words of the unit: "4:30 h left of 10:00 h", "7 lessons left of 10". */
export function Standing({ standing }: { standing: Agreement['standing'] }) {
  const { t } = useTexts()
  const units = useUnits()
  if (standing.length === 0) return null
  return (
    <Section title={t('agreements.balance')}>
      <Facts
        facts={standing.map((line) => [
          line.isUnlimited ? t('agreements.unlimited') : t('agreements.left', { left: units(line.left, line.unit), granted: units(line.granted, line.unit) }),
          <>
            {t('agreements.used', { used: units(line.used, line.unit) })}
            {Number(line.reserved) > 0 ? ` · ${t('agreements.reserved', { reserved: units(line.reserved, line.unit) })}` : ''}
            {line.until ? (
              <>
                {' '}
                · {t('agreements.until')} <RelativeDay value={line.until} />
              </>
            ) : null}
          </>,
        ])}
      />
    </Section>
  )
}

/** Units as people read them: minutes as hours, the rest as a count. */
export function useUnits(): (value: string, unit: string) => string {
  const format = useFormat()
  const { t } = useTexts()
  return (value, unit) =>
    unit === 'minute'
      ? `${format.hours(Number(value))} h`
      : unit === 'money'
        ? value
        : t(`agreements.count-${unit}`, { count: Number(value), number: format.quantity(value) })
}
