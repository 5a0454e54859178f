import type { Texts } from '../../kernel/text.ts'

/** What the shell needs before any page: its own words and the failures that every module may name. */
const files = import.meta.glob<Texts>(['./it.ts', '../../modules/company/texts/it.ts'], { eager: true, import: 'it' })

export const texts: Texts = Object.assign({}, ...Object.values(files))
