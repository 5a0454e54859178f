import { page, type WebModule } from '../../../web/kit/module.ts'

export const web: WebModule = {
  routes: [],
  slots: [{ slot: 'company.tax', order: 10, part: page(() => import('./rates-part.tsx'), 'RatesPart') }],
}
