import type { Texts } from '../../kernel/text.ts'

const files = import.meta.glob<Texts>(['./de.ts', '../../modules/*/texts/de.ts', '../../modules/*/web/texts/de.ts'], { eager: true, import: 'de' })

export const texts: Texts = Object.assign({}, ...Object.values(files))
