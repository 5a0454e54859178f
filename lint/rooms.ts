import { cruise, type ICruiseResult, type IForbiddenRuleType, type IRegularForbiddenRuleType } from 'dependency-cruiser'

/**
 * Who may enter which room: kernel <- platform <- modules <- doors <- main, and kernel <- web/kit <- modules/x/web <- web.
 * A module enters another by its `index.ts`, `contract.ts` or `web/index.ts` only, and only those before it in this order;
 * its pages may use what a module before it shares with them in `web/shared.ts`, which is fetched when a page is opened.
 */
export const moduleOrder = [
  'company', 'currencies', 'contacts', 'offer', 'agreements', 'calendar', 'work', 'invoicing', 'payments', 'opening', 'expenses', 'books',
  'messages', 'thread', 'today', 'capture', 'portal', 'insights',
] as const // prettier-ignore

/**
 * The words and rules of a module that later modules speak too. They are pure (kernel and each other, nothing else), so
 * a contract or a property test may read them without waking a server.
 */
export const openRules = [
  '^src/modules/company/(countries|tax-rates|vat-number)\\.ts$',
  '^src/modules/offer/(discount|sentence|sentence-texts|terms|ways)\\.ts$',
  '^src/modules/agreements/(causes|claim|delivery|entitlement|facts|lifecycle|periods|rate-of)\\.ts$',
  '^src/modules/invoicing/invoice\\.ts$',
]

/** Fewer files than this and the tool has not seen the house: "no violations" would mean nothing. */
export const filesSeenMin = 250

const tests = '(\\.test\\.tsx?$|/testing/)'
const screens = ['^src/web/', '^src/modules/[^/]+/web/']

function rule(name: string, from: IForbiddenRuleType['from'], to: IRegularForbiddenRuleType['to']): IRegularForbiddenRuleType {
  return { name, severity: 'error', from: { pathNot: tests, ...from }, to }
}

const orderRules = moduleOrder.map((name, index) =>
  rule(
    `${name}-enters-only-earlier-modules`,
    { path: `^src/modules/${name}/` },
    { path: `^src/modules/(${[...moduleOrder.slice(index + 1), 'nothing-more'].join('|')})/` },
  ),
)

const rules: IForbiddenRuleType[] = [
  rule('kernel-imports-nothing', { path: '^src/kernel/' }, { pathNot: ['^src/kernel/', '^node_modules/zod/'] }),
  rule('platform-knows-no-business', { path: '^src/platform/' }, { path: '^src/(?!platform/|kernel/)' }),
  rule('modules-know-no-doors', { path: '^src/modules/' }, { path: '^src/(?!modules/|platform/|kernel/|web/kit/)' }),
  rule(
    'module-by-its-door',
    { path: '^src/modules/([^/]+)/' },
    {
      path: '^src/modules/[^/]+/',
      pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/(index|contract)\\.ts$', '^src/modules/[^/]+/web/(index|shared)\\.tsx?$', ...openRules],
    },
  ),
  rule(
    'open-rules-are-pure',
    { path: openRules },
    { pathNot: ['^src/kernel/', '^node_modules/(zod|jsvat)/', ...openRules], dependencyTypesNot: ['type-only'] },
  ),
  ...orderRules,
  rule('module-is-in-the-order', { path: `^src/modules/(?!(${moduleOrder.join('|')})/)[^/]+/` }, { path: '^src/' }),
  rule('only-web-is-react', { path: '^src/', pathNot: [tests, '/web/'] }, { path: ['/web/', 'node_modules/react/', 'node_modules/@tanstack/'] }),
  rule(
    'doors-enter-modules-by-their-door',
    { path: '^src/doors/' },
    { path: '^src/(modules/[^/]+/|web/|demo/)', pathNot: ['^src/modules/[^/]+/(index|contract)\\.ts$', '^src/demo/index\\.ts$'] },
  ),
  rule(
    'only-the-command-line-opens-the-house',
    { path: '^src/(doors|modules|platform)/', pathNot: [tests, '^src/doors/cli/'] },
    { path: '^src/(house|main|demo/.*)\\.ts$' },
  ),
  rule(
    'screens-stay-in-the-browser',
    { path: screens },
    { path: ['^src/(platform|doors|demo)/', '^src/(house|main)\\.ts$', '/store\\.ts$', '/operations/', '/migrations/', '/modules/[^/]+/index\\.ts$'] },
  ),
  rule('screens-know-contracts-as-types-only', { path: screens }, { path: ['/contract\\.ts$', '^node_modules/zod/'], dependencyTypesNot: ['type-only'] }),
  rule('kit-knows-no-business', { path: '^src/web/kit/' }, { path: '^src/(?!web/kit/|kernel/)' }),
  rule('module-screens-know-the-kit-only', { path: '^src/modules/[^/]+/web/' }, { path: '^src/web/', pathNot: ['^src/web/kit/'] }),
  rule(
    'module-screens-know-their-own-module',
    { path: '^src/modules/([^/]+)/web/' },
    { path: '^src/modules/(?!$1/)', pathNot: ['^src/modules/[^/]+/web/shared\\.tsx?$'], dependencyTypesNot: ['type-only'] },
  ),
  rule('no-circles', { path: '^src/' }, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),
]

export interface RoomReport {
  readonly filesSeen: number
  /** "module-by-its-door: src/modules/work/x.ts → src/modules/offer/store.ts" */
  readonly violations: readonly string[]
}

/** Reads every import below `src` of the directory and tells which of them enter a room by the wrong door. */
export async function checkRooms(directory: string): Promise<RoomReport> {
  const { output } = await cruise(
    ['src'],
    {
      baseDir: directory,
      parser: 'swc',
      tsPreCompilationDeps: true,
      validate: true,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '\\.(css|svg)$|/kit/gallery' },
      ruleSet: { forbidden: rules },
    },
    { extensions: ['.ts', '.tsx', '.js', '.json'], exportsFields: ['exports'], conditionNames: ['import', 'node', 'types', 'default'] },
  )
  const { summary, modules } = output as ICruiseResult
  return {
    filesSeen: modules.filter((module) => module.source.startsWith('src/')).length,
    violations: summary.violations.map((violation) => `${violation.rule.name}: ${violation.from} → ${violation.to}`),
  }
}
