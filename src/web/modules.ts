import type { WebModule } from './kit/module.ts'

/** A module's screens together with its name, under which its texts are fetched. */
export interface NamedWebModule extends WebModule {
  readonly name: string
}

const found = import.meta.glob<WebModule>('../modules/*/web/index.ts', { eager: true, import: 'web' })

/** The screens of every module, as their `web/index.ts` declares them; the pages themselves are fetched when opened. */
export const webModules: readonly NamedWebModule[] = Object.entries(found).flatMap(([path, module]) =>
  module === undefined ? [] : [{ ...module, name: path.split('/').at(-3)! }],
)
