import { page, type WebModule } from '../../../web/kit/module.ts'

export const web: WebModule = {
  routes: [
    { path: '/company', title: 'company.details', place: 'company', page: page(() => import('./details-page.tsx'), 'DetailsPage') },
    { path: '/company/members', title: 'company.members', place: 'company', page: page(() => import('./members-page.tsx'), 'MembersPage') },
    { path: '/company/look', title: 'company.look', place: 'company', page: page(() => import('./look-page.tsx'), 'LookPage') },
    { path: '/company/tax', title: 'company.tax', place: 'company', page: page(() => import('./tax-page.tsx'), 'TaxPage') },
    { path: '/company/autopilot', title: 'company.autopilot', place: 'company', page: page(() => import('./autopilot-page.tsx'), 'AutopilotPage') },
    { path: '/company/data', title: 'company.data', place: 'company', page: page(() => import('./data-page.tsx'), 'DataPage') },
  ],
}
