import { useState, type KeyboardEvent } from 'react'
import { Button, LinkButton } from '../../../web/kit/button.tsx'
import { Segmented } from '../../../web/kit/choice.tsx'
import { call } from '../../../web/kit/client.ts'
import { FormError } from '../../../web/kit/form.tsx'
import { EmptyState, Page, State, Waiting } from '../../../web/kit/layout.tsx'
import { List, type Row } from '../../../web/kit/list.tsx'
import { Menu } from '../../../web/kit/menu.tsx'
import { useGo, useQueryText } from '../../../web/kit/navigation.tsx'
import { useKeys } from '../../../web/kit/keys.tsx'
import type { CallOutput } from '../../../web/kit/operations.ts'
import { useAction, useOperation } from '../../../web/kit/query.ts'
import { useMay } from '../../../web/kit/session.tsx'
import { TextField } from '../../../web/kit/text-field.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import styles from './contacts.module.css'

type ContactLine = CallOutput<'contacts.list'>['contacts'][number]
type Shown = 'all' | 'customer' | 'prospect' | 'former' | 'archived'

const pageSize = 100

/** All customers: search first, the list under it; Enter opens the first one found. */
export function CustomersPage() {
  const { t } = useTexts()
  const go = useGo()
  const mayChange = useMay('owner', 'staff')
  const [text, setText] = useQueryText('q')
  const [shown, setShown] = useQueryText('show', 'all')
  const [offset, setOffset] = useState(0)
  const list = useOperation('contacts.list', { ...filterOf(text, shown as Shown), offset, limit: pageSize }, { keepPrevious: true })
  const rows = useRows(list.data?.contacts ?? [], mayChange)
  useKeys(mayChange ? [{ key: 'n', label: t('contacts.new'), act: () => go('/customers/new') }] : [])
  const show = (value: string) => {
    setOffset(0)
    setShown(value)
  }
  const search = (value: string) => {
    setOffset(0)
    setText(value)
  }
  const openFirst = (event: KeyboardEvent) => {
    const first = list.data?.contacts[0]
    if (event.key === 'Enter' && first && text !== '') go(`/customers/${first.id}`)
    if (event.key === 'ArrowDown') {
      event.preventDefault()
      document.querySelector<HTMLElement>('[data-row-main]')?.focus()
    }
  }
  return (
    <Page title={t('contacts.customers')} actions={mayChange ? <CustomersActions /> : undefined}>
      <div className={styles.filters} role="search" onKeyDown={openFirst}>
        <TextField
          label={t('contacts.search')}
          isLabelHidden
          name="search"
          type="search"
          placeholder={t('contacts.search')}
          value={text}
          onChange={search}
          error={undefined}
          autoFocus
          autoComplete="off"
        />
        <Segmented
          label={t('contacts.show')}
          isLabelHidden
          value={shown as Shown}
          onChange={show}
          choices={(['all', 'customer', 'prospect', 'former', 'archived'] as const).map((value) => ({ value, label: t(`contacts.show-${value}`) }))}
        />
      </div>
      <FormError problem={list.error} />
      {list.data ? (
        <>
          <List label={t('contacts.customers')} rows={rows} empty={<NothingHere isFiltered={text !== '' || shown !== 'all'} mayChange={mayChange} />} />
          <Pages total={list.data.total} offset={offset} onOffset={setOffset} />
        </>
      ) : list.error ? null : (
        <Waiting />
      )}
    </Page>
  )
}

function CustomersActions() {
  const { t } = useTexts()
  const go = useGo()
  return (
    <>
      <LinkButton to="/customers/new" look="primary" shortcut="n">
        {t('contacts.new')}
      </LinkButton>
      <Menu
        label={t('kit.actions')}
        entries={[
          { label: t('contacts.import'), act: () => go('/customers/import') },
          { label: t('contacts.duplicates'), act: () => go('/customers/duplicates') },
        ]}
      />
    </>
  )
}

function NothingHere({ isFiltered, mayChange }: { readonly isFiltered: boolean; readonly mayChange: boolean }) {
  const { t } = useTexts()
  if (isFiltered) return <EmptyState text={t('kit.nothing-found')} />
  return (
    <EmptyState
      text={t('contacts.none')}
      hint={t('contacts.none-hint')}
      action={
        mayChange ? (
          <>
            <LinkButton to="/customers/new" look="primary">
              {t('contacts.new')}
            </LinkButton>{' '}
            <LinkButton to="/customers/import">{t('contacts.import')}</LinkButton>
          </>
        ) : undefined
      }
    />
  )
}

function Pages({ total, offset, onOffset }: { readonly total: number; readonly offset: number; readonly onOffset: (offset: number) => void }) {
  const { t } = useTexts()
  if (total <= pageSize) return null
  return (
    <nav className={styles.pages} aria-label={t('contacts.pages')}>
      <span>{t('contacts.of', { from: offset + 1, to: Math.min(offset + pageSize, total), total })}</span>
      <Button look="quiet" disabled={offset === 0} onClick={() => onOffset(Math.max(0, offset - pageSize))}>
        {t('contacts.previous')}
      </Button>
      <Button look="quiet" disabled={offset + pageSize >= total} onClick={() => onOffset(offset + pageSize)}>
        {t('contacts.next')}
      </Button>
    </nav>
  )
}

function useRows(contacts: readonly ContactLine[], mayChange: boolean): Row[] {
  const { t } = useTexts()
  const go = useGo()
  const archive = useAction('contacts.archive', {
    done: t('contacts.archived'),
    undo: (_output, { contactId }) => call('contacts.restore', { contactId }),
    optimistic: [
      {
        operation: 'contacts.list',
        change: (before: CallOutput<'contacts.list'>, { contactId }) => ({
          total: before.total - 1,
          contacts: before.contacts.filter((contact) => contact.id !== contactId),
        }),
      },
    ],
  })
  const restore = useAction('contacts.restore', { done: t('contacts.restored') })
  return contacts.map((contact) => ({
    id: contact.id,
    title: contact.name,
    detail: [contact.thingKind, contact.email, contact.phone, contact.city].filter((part) => part !== '').join(' · '),
    figure: contact.kind === 'thing' ? undefined : <State tone={contact.state === 'customer' ? 'good' : 'plain'}>{t(`contacts.state-${contact.state}`)}</State>,
    to: `/customers/${contact.id}`,
    actions: mayChange
      ? [
          { key: 'e', label: t('kit.edit'), act: () => go(`/customers/${contact.id}/edit`) },
          contact.isArchived
            ? { key: 'a', label: t('contacts.restore'), act: () => restore.run({ contactId: contact.id }) }
            : { key: 'a', label: t('contacts.archive'), act: () => archive.run({ contactId: contact.id }) },
        ]
      : [],
  }))
}

function filterOf(text: string, shown: Shown) {
  if (shown === 'archived') return { text, isArchived: true }
  // What is searched for is mostly what was used last.
  const sort: 'recent' | 'name' = text === '' ? 'name' : 'recent'
  return shown === 'all' ? { text, sort } : { text, sort, state: shown }
}
