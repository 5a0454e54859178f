import { page, type WebModule } from '../../../web/kit/module.ts'

export const web: WebModule = {
  routes: [
    { path: '/money/paid', title: 'payments.paid', place: 'money', page: page(() => import('./paid-page.tsx'), 'PaidPage') },
    { path: '/money/overdue', title: 'payments.overdue', place: 'money', page: page(() => import('./overdue-page.tsx'), 'OverduePage') },
    { path: '/money/bank', title: 'payments.bank', place: 'money', page: page(() => import('./bank-page.tsx'), 'BankPage') },
    { path: '/money/bank/decided', title: 'payments.decided', place: 'money', page: page(() => import('./decided-page.tsx'), 'DecidedPage') },
    { path: '/money/bank/files', title: 'payments.files', place: 'money', page: page(() => import('./files-page.tsx'), 'FilesPage') },
    { path: '/money/statements/$contactId', title: 'payments.statement', place: 'money', page: page(() => import('./statement-page.tsx'), 'StatementPage') },
    { path: '/money/payments/new', title: 'payments.record', place: 'money', page: page(() => import('./record-page.tsx'), 'RecordPage') },
  ],
  slots: [
    { slot: 'shell.silent', order: 5, part: page(() => import('./drop-statement.tsx'), 'DropStatement') },
    { slot: 'thread.aside', order: 15, part: page(() => import('./balance-part.tsx'), 'BalancePart') },
    { slot: 'thread.aside', order: 16, part: page(() => import('./mandate-part.tsx'), 'MandatePart') },
    { slot: 'invoices.before', order: 10, part: page(() => import('./collect-part.tsx'), 'CollectPart') },
    { slot: 'thread.actions', order: 40, part: page(() => import('./thread-actions.tsx'), 'PaymentActions') },
    { slot: 'company.getting-paid', order: 10, part: page(() => import('./providers-part.tsx'), 'ProvidersPart') },
    { slot: 'invoice.after', order: 20, part: page(() => import('./online-part.tsx'), 'OnlinePart') },
    { slot: 'invoice.after', order: 15, part: page(() => import('./fees-part.tsx'), 'FeesPart') },
    { slot: 'invoice.after', order: 10, part: page(() => import('./invoice-part.tsx'), 'InvoicePart') },
  ],
}
