import { page, type WebModule } from '../../../web/kit/module.ts'

export const web: WebModule = {
  routes: [
    { path: '/money/costs', title: 'expenses.costs', place: 'money', page: page(() => import('./costs-page.tsx'), 'CostsPage') },
    { path: '/money/costs/new', title: 'expenses.new', place: 'money', page: page(() => import('./new-cost-page.tsx'), 'NewCostPage') },
    { path: '/money/costs/pay', title: 'expenses.pay', place: 'money', page: page(() => import('./pay-page.tsx'), 'PayPage') },
    { path: '/money/costs/$expenseId', title: 'expenses.cost', place: 'money', page: page(() => import('./cost-page.tsx'), 'CostPage') },
  ],
  slots: [
    { slot: 'shell.silent', order: 10, part: page(() => import('./drop-anywhere.tsx'), 'DropAnywhere') },
    { slot: 'bank.after', order: 10, part: page(() => import('./went-out-part.tsx'), 'WentOutPart') },
  ],
}
