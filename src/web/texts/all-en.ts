import type { Texts } from '../../kernel/text.ts'

const files = import.meta.glob<Texts>(['./en.ts', '../../modules/*/texts/en.ts', '../../modules/*/web/texts/en.ts'], { eager: true, import: 'en' })

export const texts: Texts = Object.assign({}, ...Object.values(files))
