import { page, type WebModule } from '../../../web/kit/module.ts'

export const web: WebModule = {
  routes: [{ path: '/today', title: 'today.title', place: 'today', page: page(() => import('./today-page.tsx'), 'TodayPage') }],
}
