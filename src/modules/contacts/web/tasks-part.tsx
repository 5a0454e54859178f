import { Button } from '../../../web/kit/button.tsx'
import { call } from '../../../web/kit/client.ts'
import { RelativeDay } from '../../../web/kit/figures.tsx'
import { useAction } from '../../../web/kit/query.ts'
import { useMay } from '../../../web/kit/session.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import styles from './contacts.module.css'

interface Task {
  readonly id: string
  readonly kind: 'call' | 'task'
  readonly title: string
  readonly dueOn: string
}

/** Beside a thread: what was to be remembered about this contact, each done with one press. */
export function TasksPart({ thread }: { readonly thread: { readonly tasks: readonly Task[] } }) {
  const { t } = useTexts()
  const mayChange = useMay('owner', 'staff')
  const { tasks } = thread
  const complete = useAction('contacts.complete-task', {
    done: t('contacts.task-done'),
    undo: (_output, { taskId }) => call('contacts.reopen-task', { taskId }),
  })
  if (tasks.length === 0) return null
  return (
    <section className={styles.part} aria-label={t('contacts.tasks')}>
      <h2 className={styles.legend}>{t('contacts.tasks')}</h2>
      <ul className={styles.partList}>
        {tasks.map((task) => (
          <li className={styles.partRow} key={task.id}>
            <span>
              {task.title}
              <br />
              <span className={styles.soft}>
                {t(`contacts.task-${task.kind}`)}, <RelativeDay value={task.dueOn} />
              </span>
            </span>
            {mayChange ? (
              <Button size="small" icon="check" onClick={() => complete.run({ taskId: task.id })}>
                {t('contacts.done')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
