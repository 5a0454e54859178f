import { page, type WebModule } from '../../../web/kit/module.ts'

export const web: WebModule = {
  routes: [{ path: '/money/tax', title: 'books.tax', place: 'money', roles: ['owner', 'accountant'], page: page(() => import('./tax-page.tsx'), 'TaxPage') }],
}
