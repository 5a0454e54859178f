import { Button } from '../../../web/kit/button.tsx'
import { FormError } from '../../../web/kit/form.tsx'
import { useLater } from '../../../web/kit/later.ts'
import { EmptyState, Page, Progress, Section, Waiting } from '../../../web/kit/layout.tsx'
import { List } from '../../../web/kit/list.tsx'
import { Link } from '../../../web/kit/navigation.tsx'
import type { CallOutput } from '../../../web/kit/operations.ts'
import { useOperation } from '../../../web/kit/query.ts'
import { useMay } from '../../../web/kit/session.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'

type Run = NonNullable<CallOutput<'invoicing.month-end'>['run']>

/** Everything that is due, billed in one go: how much it is, how far it is, and what could not go out. */
export function MonthEndPage() {
  const { t } = useTexts()
  const mayChange = useMay('owner', 'staff')
  const read = useOperation('invoicing.month-end', {}, { refetchEverySeconds: 2 })
  const start = useLater('invoicing.start-month-end', { waiting: t('invoicing.month-end-begins'), done: t('invoicing.month-end-begun') })
  const title = t('invoicing.month-end')
  if (read.error)
    return (
      <Page title={title}>
        <FormError problem={read.error} />
      </Page>
    )
  if (!read.data) return <Waiting />
  const { due, run } = read.data
  const isRunning = run !== null && run.finishedAt === null
  return (
    <Page
      title={title}
      titleBefore={<Link to="/money/unbilled">{t('invoicing.unbilled')}</Link>}
      lead={isRunning ? undefined : due > 0 ? t('invoicing.month-end-due', { count: due }) : undefined}
      actions={
        mayChange && !isRunning && due > 0 ? (
          <Button look="primary" disabled={start.isRunning} onClick={() => start.run({})}>
            {t('invoicing.month-end-start')}
          </Button>
        ) : undefined
      }
    >
      {run === null && due === 0 ? <EmptyState text={t('invoicing.month-end-none')} /> : null}
      {run ? <RunPart run={run} isRunning={isRunning} /> : null}
    </Page>
  )
}

function RunPart({ run, isRunning }: { readonly run: Run; readonly isRunning: boolean }) {
  const { t } = useTexts()
  const figures = { billed: run.billed, kept: run.kept, total: run.total }
  return (
    <>
      <Section title={t(isRunning ? 'invoicing.month-end-running' : 'invoicing.month-end-last')}>
        <Progress
          label={t('invoicing.month-end-progress', figures)}
          value={run.total === 0 ? 1 : (run.billed + run.kept + 2 * run.refused) / (2 * run.total)}
        />
      </Section>
      {run.problems.length > 0 ? (
        <Section title={t('invoicing.month-end-refused')} lead={t('invoicing.month-end-refused-lead')}>
          <List
            label={t('invoicing.month-end-refused')}
            rows={run.problems.map((problem) => ({
              id: problem.invoiceId ?? problem.contactId,
              title: problem.contactName,
              detail: problem.says,
              to: problem.invoiceId ? (`/money/invoices/${problem.invoiceId}` as const) : (`/customers/${problem.contactId}` as const),
            }))}
          />
        </Section>
      ) : null}
    </>
  )
}
