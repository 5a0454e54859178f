import { keyLabel } from './keys.tsx'
import styles from './key-hint.module.css'

/** Shows which key does it: `<KeyHint keys="Mod+k" />`, `<KeyHint keys="g t" />`. Hidden where there is no keyboard. */
export function KeyHint({ keys }: { readonly keys: string }) {
  return (
    <span className={styles.hint} aria-hidden="true">
      {keys.split(' ').map((key, index) => (
        <kbd key={index}>{keyLabel(key)}</kbd>
      ))}
    </span>
  )
}
