import type { Texts } from '../../kernel/text.ts'

/** What the shell needs before any page: its own words and the failures that every module may name. */
const files = import.meta.glob<Texts>(['./en.ts', '../../modules/company/texts/en.ts'], { eager: true, import: 'en' })

export const texts: Texts = Object.assign({}, ...Object.values(files))
