import { page, type WebModule } from '../../../web/kit/module.ts'

export const web: WebModule = {
  routes: [
    { path: '/agreements', title: 'agreements.title', place: 'customers', page: page(() => import('./agreements-page.tsx'), 'AgreementsPage') },
    { path: '/agreements/new', title: 'agreements.new', place: 'customers', page: page(() => import('./new-agreement-page.tsx'), 'NewAgreementPage') },
    { path: '/agreements/$agreementId', title: 'agreements.one', place: 'customers', page: page(() => import('./agreement-page.tsx'), 'AgreementPage') },
    { path: '/agreements/$agreementId/terms', title: 'agreements.terms', place: 'customers', page: page(() => import('./terms-page.tsx'), 'TermsPage') },
  ],
}
