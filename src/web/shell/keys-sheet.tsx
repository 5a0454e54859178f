import { useState } from 'react'
import { KeyHint } from '../kit/key-hint.tsx'
import { activeShortcuts, useKeys } from '../kit/keys.tsx'
import { Sheet } from '../kit/sheet.tsx'
import { useTexts } from '../kit/texts.tsx'
import styles from './keys-sheet.module.css'

/** All keys that work on this page, by heading; keys for the same thing stand on one line. */
export function KeysSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts()
  const [groups] = useState(() => grouped(t('shell.keys-everywhere')))
  useKeys([{ key: '?', act: onClose }])
  return (
    <Sheet title={t('shell.keys')} look="middle" onClose={onClose}>
      <div className={styles.groups}>
        {groups.map(([group, lines]) => (
          <section key={group}>
            <h3 className={styles.heading}>{group}</h3>
            <dl className={styles.lines}>
              {lines.map(([label, keys]) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>
                    {keys.map((key) => (
                      <KeyHint key={key} keys={key} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Sheet>
  )
}

type Line = [label: string, keys: string[]]

function grouped(fallback: string): [group: string, lines: Line[]][] {
  const groups = new Map<string, Map<string, string[]>>()
  for (const shortcut of activeShortcuts()) {
    const group = shortcut.group ?? fallback
    const lines = groups.get(group) ?? new Map<string, string[]>()
    const keys = lines.get(shortcut.label!) ?? []
    if (!keys.includes(shortcut.key)) keys.push(shortcut.key)
    lines.set(shortcut.label!, keys)
    groups.set(group, lines)
  }
  return [...groups].map(([group, lines]) => [group, [...lines]])
}
