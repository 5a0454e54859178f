import type { Texts } from '../../../../kernel/text.ts'

export const en = {
  'insights.title': 'Numbers',
  'insights.received': 'Money in',
  'insights.invoiced': 'Invoiced',
  'insights.total': '{amount} in twelve months',
  'insights.today': 'Today',
  'insights.open': 'Open',
  'insights.overdue': 'Overdue',
  'insights.recurring': 'Comes again each month',
  'insights.received-in': 'Received in {currency}',
  'insights.nothing': 'Nothing',
  'insights.none': 'Here you will see how the year goes, as soon as something is invoiced.',
  'insights.customers': 'Who brings it',
  'insights.customers-lead': 'Invoiced in the last twelve months.',
  'insights.hours': 'Hours',
  'insights.hours-lead': 'Of the last thirty days.',
  'insights.billable': '{percent} % can be billed',
  'insights.somebody': 'Somebody',
} as const satisfies Texts
