import { Link, useHere, type Place } from './navigation.tsx'
import styles from './tabs.module.css'

export interface Tab {
  readonly to: Place
  readonly label: string
  readonly count?: number | undefined
}

/** Tabs that are links: each has its own address. The longest address that fits is the current one. */
export function Tabs({ label, tabs }: { readonly label: string; readonly tabs: readonly Tab[] }) {
  const here = useHere()
  const pathOf = (tab: Tab) => tab.to.split('?')[0]!
  const current = tabs
    .filter((tab) => here === pathOf(tab) || here.startsWith(`${pathOf(tab)}/`))
    .toSorted((left, right) => pathOf(right).length - pathOf(left).length)[0]
  return (
    <nav className={styles.tabs} aria-label={label}>
      {tabs.map((tab) => (
        <Link key={tab.to} to={tab.to} className={styles.tab} aria-current={tab === current ? 'page' : undefined}>
          {tab.label}
          {tab.count ? <span className={styles.count}>{tab.count}</span> : null}
        </Link>
      ))}
    </nav>
  )
}
