import { page, type WebModule } from '../../../web/kit/module.ts'

export const web: WebModule = {
  routes: [{ path: '/customers/$contactId', title: 'thread.title', place: 'customers', page: page(() => import('./thread-page.tsx'), 'ThreadPage') }],
}
