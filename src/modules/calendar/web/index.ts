import { page, type WebModule } from '../../../web/kit/module.ts'

export const web: WebModule = {
  routes: [
    { path: '/calendar', title: 'calendar.title', place: 'calendar', page: page(() => import('./agenda-page.tsx'), 'AgendaPage') },
    { path: '/calendar/new', title: 'calendar.book', place: 'calendar', page: page(() => import('./book-page.tsx'), 'BookPage') },
    { path: '/calendar/sessions/$sessionId', title: 'calendar.session', place: 'calendar', page: page(() => import('./session-page.tsx'), 'SessionPage') },
  ],
  slots: [
    { slot: 'thread.now', order: 10, part: page(() => import('./thread-book.tsx'), 'ThreadBook') },
    { slot: 'today.attendance', order: 10, part: page(() => import('./attendance-sheet.tsx'), 'AttendanceSheet') },
  ],
}
