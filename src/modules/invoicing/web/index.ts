import { page, type WebModule } from '../../../web/kit/module.ts'

export const web: WebModule = {
  routes: [
    { path: '/money', title: 'invoicing.title', place: 'money', page: page(() => import('./invoices-page.tsx'), 'InvoicesPage') },
    { path: '/money/unbilled', title: 'invoicing.unbilled', place: 'money', page: page(() => import('./unbilled-page.tsx'), 'UnbilledPage') },
    { path: '/money/month-end', title: 'invoicing.month-end', place: 'money', page: page(() => import('./month-end-page.tsx'), 'MonthEndPage') },
    { path: '/money/invoices/new', title: 'invoicing.new', place: 'money', page: page(() => import('./draft-page.tsx'), 'NewInvoicePage') },
    { path: '/money/invoices/$invoiceId', title: 'invoicing.one', place: 'money', page: page(() => import('./invoice-page.tsx'), 'InvoicePage') },
    { path: '/money/invoices/$invoiceId/edit', title: 'invoicing.edit', place: 'money', page: page(() => import('./draft-page.tsx'), 'EditInvoicePage') },
    {
      path: '/customers/$contactId/invoices',
      title: 'invoicing.recipient',
      place: 'customers',
      page: page(() => import('./recipient-page.tsx'), 'RecipientPage'),
    },
  ],
  slots: [
    { slot: 'thread.aside', order: 30, part: page(() => import('./customer-money.tsx'), 'CustomerMoney') },
    { slot: 'thread.actions', order: 80, part: page(() => import('./recipient-link.tsx'), 'RecipientLink') },
  ],
}
