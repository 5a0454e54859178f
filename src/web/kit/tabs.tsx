import { useLayoutEffect, useRef } from 'react'
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
  const element = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    // On a phone the row is longer than the screen: the current one is brought into sight.
    const [row, tab] = [element.current, element.current?.querySelector('[aria-current]')]
    if (row && tab) row.scrollLeft += tab.getBoundingClientRect().left - row.getBoundingClientRect().left - (row.clientWidth - tab.clientWidth) / 2
  }, [here])
  return (
    <nav ref={element} className={styles.tabs} aria-label={label}>
      {tabs.map((tab) => (
        <Link key={tab.to} to={tab.to} className={styles.tab} aria-current={tab === current ? 'page' : undefined}>
          {tab.label}
          {tab.count ? <span className={styles.count}>{tab.count}</span> : null}
        </Link>
      ))}
    </nav>
  )
}
