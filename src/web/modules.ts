import type { WebModule } from './kit/module.ts'

const found = import.meta.glob<WebModule>('../modules/*/web/index.ts', { eager: true, import: 'web' })

/** The screens of every module, as their `web/index.ts` declares them; the pages themselves are fetched when opened. */
export const webModules: readonly WebModule[] = Object.values(found).filter((module) => module !== undefined)
