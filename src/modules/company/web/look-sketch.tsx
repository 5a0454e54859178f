import { useState } from 'react'
import { useFormat } from '../../../web/kit/format.ts'
import { useTexts } from '../../../web/kit/texts.tsx'
import type { CompanyRead } from './company-page.tsx'
import styles from './look-sketch.module.css'

interface SketchedLook {
  readonly accent: string
  readonly layout: 'clear' | 'classic' | 'airy'
  readonly font: 'sans' | 'serif'
  readonly showsPaymentCode: boolean
  readonly footer: string
}

/** A small invoice in the chosen look: drawn by the browser at once, in the proportions of the paper. */
export function LookSketch({ company, look }: { company: CompanyRead['company']; look: SketchedLook }) {
  const { t } = useTexts()
  const format = useFormat()
  const money = (amount: string) => format.money({ currency: company.currency, amount })
  const place = [company.postalCode, company.city].filter(Boolean).join(' ')
  const own = [company.legalName || company.name, company.street, place].filter(Boolean).join(' · ')
  return (
    <figure className={styles.ground} aria-label={t('company.sketch')}>
      <div className={styles.sheet} data-layout={look.layout} data-font={look.font} style={{ '--ink-of-company': look.accent } as object}>
        <Brand company={company} />
        <div className={styles.letter}>
          <p className={styles.address}>{t('company.sketch-customer')}</p>
          <p className={styles.facts}>{format.day(format.today)}</p>
        </div>
        <b className={styles.title}>{t('company.sketch-invoice')}</b>
        <div className={styles.table}>
          <Row left={t('company.sketch-line')} right={money('300.00')} />
          <Row left={t('company.sketch-line-more')} right={money('45.00')} />
        </div>
        <div className={styles.total}>
          <Row left={t('company.sketch-total')} right={money('345.00')} />
        </div>
        {look.showsPaymentCode ? <Code /> : null}
        <p className={styles.foot}>
          {own}
          {look.footer ? <span>{look.footer}</span> : null}
        </p>
      </div>
    </figure>
  )
}

function Brand({ company }: { company: CompanyRead['company'] }) {
  const [isLogoBroken, setIsLogoBroken] = useState(false)
  const [version] = useState(() => Date.now())
  return (
    <div className={styles.brand}>
      {company.hasLogo && !isLogoBroken ? (
        <img className={styles.logo} src={`/logo/${company.id}?${version}`} alt="" onError={() => setIsLogoBroken(true)} />
      ) : (
        <strong>{company.legalName || company.name}</strong>
      )}
    </div>
  )
}

function Row({ left, right }: { left: string; right: string }) {
  return (
    <p className={styles.row}>
      <span>{left}</span>
      <span>{right}</span>
    </p>
  )
}

/** Not a code, only the look of one: three corners and some squares, the same each time. */
function Code() {
  const squares = Array.from({ length: 15 * 15 }, (_, index) => index).filter((index) => ((index * 7919 + 31) ^ (index * 104_729)) % 7 < 3)
  return (
    <svg className={styles.code} viewBox="0 0 21 21" aria-hidden="true" shapeRendering="crispEdges">
      {squares.map((index) => (
        <rect key={index} x={3 + (index % 15)} y={3 + Math.floor(index / 15)} width="1" height="1" />
      ))}
      {[
        [0, 0],
        [14, 0],
        [0, 14],
      ].map(([x = 0, y = 0]) => (
        <g key={`${x} ${y}`}>
          <rect x={x} y={y} width="7" height="7" />
          <rect x={x + 1} y={y + 1} width="5" height="5" fill="#fff" />
          <rect x={x + 2} y={y + 2} width="3" height="3" />
        </g>
      ))}
    </svg>
  )
}
