import { page, type WebModule } from '../../../web/kit/module.ts'

export const web: WebModule = {
  routes: [
    { path: '/customers', title: 'contacts.customers', place: 'customers', page: page(() => import('./customers-page.tsx'), 'CustomersPage') },
    { path: '/customers/new', title: 'contacts.new', place: 'customers', page: page(() => import('./contact-page.tsx'), 'NewContactPage') },
    { path: '/customers/import', title: 'contacts.import', place: 'customers', page: page(() => import('./import-page.tsx'), 'ImportPage') },
    { path: '/customers/duplicates', title: 'contacts.duplicates', place: 'customers', page: page(() => import('./duplicates-page.tsx'), 'DuplicatesPage') },
    { path: '/customers/$contactId/edit', title: 'contacts.edit', place: 'customers', page: page(() => import('./contact-page.tsx'), 'EditContactPage') },
  ],
  slots: [
    { slot: 'thread.aside', order: 30, part: page(() => import('./tasks-part.tsx'), 'TasksPart') },
    { slot: 'thread.actions', order: 90, part: page(() => import('./thread-actions.tsx'), 'ThreadActions') },
    { slot: 'company.data', order: 10, part: page(() => import('./import-part.tsx'), 'ImportPart') },
  ],
}
