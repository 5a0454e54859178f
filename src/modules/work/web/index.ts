import { page, type WebModule } from '../../../web/kit/module.ts'

export const web: WebModule = {
  routes: [{ path: '/calendar/time', title: 'work.week', place: 'calendar', page: page(() => import('./week-page.tsx'), 'WeekPage') }],
  slots: [{ slot: 'thread.now', order: 20, part: page(() => import('./thread-time.tsx'), 'ThreadTime') }],
}
