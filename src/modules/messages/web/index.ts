import { page, type WebModule } from '../../../web/kit/module.ts'

export const web: WebModule = {
  routes: [
    { path: '/messages', title: 'messages.title', place: 'customers', page: page(() => import('./messages-page.tsx'), 'MessagesPage') },
    { path: '/messages/new', title: 'messages.write', place: 'customers', page: page(() => import('./write-page.tsx'), 'WritePage') },
    { path: '/messages/$messageId', title: 'messages.one', place: 'customers', page: page(() => import('./message-page.tsx'), 'MessagePage') },
  ],
  slots: [
    { slot: 'thread.actions', order: 20, part: page(() => import('./thread-actions.tsx'), 'MessageActions') },
    { slot: 'today.after', order: 60, part: page(() => import('./waiting-part.tsx'), 'WaitingPart') },
    { slot: 'company.data', order: 40, part: page(() => import('./outbox-link.tsx'), 'OutboxLink') },
  ],
}
