import type { Texts } from '../../kernel/text.ts'

const files = import.meta.glob<Texts>(['./fr.ts', '../../modules/*/texts/fr.ts', '../../modules/*/web/texts/fr.ts'], { eager: true, import: 'fr' })

export const texts: Texts = Object.assign({}, ...Object.values(files))
