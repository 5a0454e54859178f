import { page, type WebModule } from '../../../web/kit/module.ts'

export const web: WebModule = {
  routes: [
    {
      path: '/money/numbers',
      title: 'insights.title',
      place: 'money',
      roles: ['owner', 'accountant'],
      page: page(() => import('./numbers-page.tsx'), 'NumbersPage'),
    },
  ],
}
