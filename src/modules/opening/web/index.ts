import { page, type WebModule } from '../../../web/kit/module.ts'

export const web: WebModule = {
  routes: [{ path: '/company/opening', title: 'opening.title', place: 'company', page: page(() => import('./opening-page.tsx'), 'OpeningPage') }],
}
