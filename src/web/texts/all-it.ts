import type { Texts } from '../../kernel/text.ts'

const files = import.meta.glob<Texts>(['./it.ts', '../../modules/*/texts/it.ts', '../../modules/*/web/texts/it.ts'], { eager: true, import: 'it' })

export const texts: Texts = Object.assign({}, ...Object.values(files))
