import { Button } from '../../../web/kit/button.tsx'
import { call, fileAddress } from '../../../web/kit/client.ts'
import { DayText, Money } from '../../../web/kit/figures.tsx'
import { Form, FormError, sendTo, useForm } from '../../../web/kit/form.tsx'
import { Facts, Page, Progress, Section, State, Waiting } from '../../../web/kit/layout.tsx'
import { Link, useBack, usePath } from '../../../web/kit/navigation.tsx'
import type { CallOutput } from '../../../web/kit/operations.ts'
import { useAction, useOperation } from '../../../web/kit/query.ts'
import { useMay } from '../../../web/kit/session.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { showToast } from '../../../web/kit/toast.tsx'
import { CostFields } from './cost-fields.tsx'
import { fieldOf, inputOf, valuesOf, type CostValues } from './cost-values.ts'
import { Repeats } from './repeats.tsx'
import { ReceiptDrop } from './receipt-drop.tsx'
import styles from './expenses.module.css'

type Expense = CallOutput<'expenses.read'>

/** One cost: its receipt beside the form; Enter records what was proposed. */
export function CostPage() {
  const { t } = useTexts()
  const { expenseId } = usePath<'expenseId'>()
  const first = useOperation('expenses.read', { expenseId })
  const isBeingRead = first.data?.receipts.some((receipt) => receipt.reading === null) ?? false
  const again = useOperation('expenses.read', { expenseId }, isBeingRead ? { refetchEverySeconds: 1 } : {})
  const expense = again.data ?? first.data
  if (first.error) return <Page title={t('expenses.cost')}><FormError problem={first.error} /></Page> // prettier-ignore
  if (!expense) return <Waiting />
  return (
    <Page
      isWide
      title={expense.payee?.name ?? (expense.description || t('expenses.cost'))}
      titleBefore={<Link to="/money/costs">{t('expenses.costs')}</Link>}
      actions={<Deeds expense={expense} />}
    >
      {isBeingRead ? <Progress label={t('expenses.reading')} /> : null}
      <Notes expense={expense} />
      <div className={styles.side}>
        <Receipts expense={expense} />
        <div>
          <CostForm key={`${expense.id} ${expense.revision} ${expense.state}`} expense={expense} />
          <Payments expense={expense} />
          <Repeats expense={expense} />
        </div>
      </div>
    </Page>
  )
}

function CostForm({ expense }: { readonly expense: Expense }) {
  const { t } = useTexts()
  const back = useBack()
  const mayChange = useMay('owner', 'staff') && expense.state !== 'removed'
  const isToCheck = expense.state === 'to_check'
  const toInput = (values: CostValues) => ({ expenseId: expense.id, ...inputOf(values, expense) })
  const form = useForm({
    name: `expenses.cost.${expense.id}.${expense.revision}`,
    initial: valuesOf(expense),
    send: isToCheck ? sendTo('expenses.confirm', toInput) : sendTo('expenses.change', toInput),
    fieldOf,
    onDone: () => {
      const undo = isToCheck ? { undo: () => call('expenses.reopen', { expenseId: expense.id }) } : {}
      showToast({ text: isToCheck ? t('expenses.recorded-toast') : t('kit.saved'), ...undo })
      if (isToCheck) back('/money/costs')
    },
  })
  return (
    <Form form={form} submitLabel={isToCheck ? t('expenses.record') : t('kit.save')} isReadOnly={!mayChange}>
      <CostFields form={form} />
    </Form>
  )
}

/** What a person should know before Enter. */
function Notes({ expense }: { readonly expense: Expense }) {
  const { t } = useTexts()
  const readings = expense.receipts.flatMap((receipt) => receipt.reading ?? [])
  const findings = readings.flatMap((reading) => reading.findings)
  const problem = expense.state === 'to_check' ? readings.find((reading) => reading.problem !== null)?.problem : undefined
  if (expense.perhapsTwice.length === 0 && findings.length === 0 && !problem) return null
  return (
    <ul className={styles.notes}>
      {expense.perhapsTwice.map((doubt) => (
        <li key={doubt.expenseId}>
          <State tone="warn">{t('expenses.perhaps-twice')}</State> <Link to={`/money/costs/${doubt.expenseId}`}>{t(`expenses.twice-${doubt.kind}`)}</Link>
        </li>
      ))}
      {problem ? <li>{problem === 'receipt_without_text' ? t('expenses.without-text') : t('expenses.unreadable')}</li> : null}
      {findings.map((finding, at) => (
        <li key={at}>
          <State tone={finding.severity === 'fatal' ? 'warn' : 'plain'}>{finding.rule}</State> {finding.text}
        </li>
      ))}
    </ul>
  )
}

function Receipts({ expense }: { readonly expense: Expense }) {
  const { t } = useTexts()
  const mayChange = useMay('owner', 'staff')
  const shown = expense.receipts.find((receipt) => receipt.hasPicture)
  return (
    <div className={styles.receipt}>
      {shown ? <img className={styles.picture} src={fileAddress('expenses.receipt-picture', { receiptId: shown.id })} alt={t('expenses.receipt')} /> : null}
      {expense.receipts.length > 0 ? (
        <p className={styles.files}>
          {expense.receipts.map((receipt) => (
            <a key={receipt.id} href={fileAddress('expenses.receipt', { receiptId: receipt.id }, { download: true })} download>
              {receipt.fileName}
            </a>
          ))}
        </p>
      ) : mayChange && expense.state !== 'removed' ? (
        <ReceiptDrop expenseId={expense.id} />
      ) : null}
    </div>
  )
}

function Payments({ expense }: { readonly expense: Expense }) {
  const { t } = useTexts()
  const mayChange = useMay('owner', 'staff')
  const undo = useAction('expenses.undo-payment', { done: t('expenses.payment-undone') })
  if (expense.state !== 'recorded') return null
  return (
    <Section title={t('expenses.payments')}>
      <Facts
        facts={[
          [t('expenses.open'), <Money key="open" value={expense.open} />],
          ...expense.payments.map(
            (payment) =>
              [
                t(`expenses.paid-by-${payment.method}`),
                <>
                  <Money value={payment.amount} /> · <DayText value={payment.on} />{' '}
                  {mayChange && !payment.isAutomatic ? (
                    <Button look="quiet" size="small" onClick={() => undo.run({ paymentId: payment.id })}>
                      {t('expenses.take-back')}
                    </Button>
                  ) : null}
                </>,
              ] as const,
          ),
        ]}
      />
    </Section>
  )
}

function Deeds({ expense }: { readonly expense: Expense }) {
  const { t } = useTexts()
  const back = useBack()
  const mayChange = useMay('owner', 'staff')
  const pay = useAction('expenses.mark-paid', { done: t('expenses.paid-toast'), undo: ({ id }) => call('expenses.undo-payment', { paymentId: id }) })
  const remove = useAction('expenses.remove', {
    done: t('expenses.removed-toast'),
    undo: (_output, { expenseId }) => call('expenses.restore', { expenseId }),
    onDone: () => back('/money/costs'),
  })
  const restore = useAction('expenses.restore', { done: t('expenses.restored-toast') })
  if (!mayChange) return null
  const { id: expenseId } = expense
  if (expense.state === 'removed') return <Button onClick={() => restore.run({ expenseId })}>{t('expenses.bring-back')}</Button>
  const isOwed = expense.open.amount.replace(/[-0.]/g, '') !== ''
  return (
    <>
      {isOwed ? <Button onClick={() => pay.run({ expenseId })}>{t(expense.paidBy === 'member' ? 'expenses.reimbursed' : 'expenses.mark-paid')}</Button> : null}
      <Button look="quiet" onClick={() => remove.run({ expenseId })}>
        {t('kit.remove')}
      </Button>
    </>
  )
}
