import { page, type WebModule } from '../../../web/kit/module.ts'

const roles = ['owner', 'accountant'] as const
const of = { place: 'money', roles } as const

export const web: WebModule = {
  routes: [
    { ...of, path: '/money/tax', title: 'books.tax', goKey: 'x', page: page(() => import('./tax-page.tsx'), 'TaxPage') },
    { ...of, path: '/money/books', title: 'books.title', goKey: 'b', page: page(() => import('./result-page.tsx'), 'ResultPage') },
    { ...of, path: '/money/books/balance', title: 'books.balance', page: page(() => import('./balance-page.tsx'), 'BalancePage') },
    { ...of, path: '/money/books/open', title: 'books.open', page: page(() => import('./open-page.tsx'), 'OpenPage') },
    { ...of, path: '/money/books/forecast', title: 'books.forecast', page: page(() => import('./forecast-page.tsx'), 'ForecastPage') },
    { ...of, path: '/money/books/entries', title: 'books.entries', page: page(() => import('./entries-page.tsx'), 'EntriesPage') },
    { ...of, path: '/money/books/accountant', title: 'books.accountant', page: page(() => import('./accountant-page.tsx'), 'AccountantPage') },
  ],
  slots: [{ slot: 'company.data', order: 30, part: page(() => import('./accountant-link.tsx'), 'AccountantLink') }],
}
