import type { ReactNode } from 'react'
import { FormError } from '../../../web/kit/form.tsx'
import { Page, Waiting } from '../../../web/kit/layout.tsx'
import type { CallOutput } from '../../../web/kit/operations.ts'
import { useOperation } from '../../../web/kit/query.ts'
import { useCompany } from '../../../web/kit/session.tsx'
import { CompanyTabs } from './company-tabs.tsx'

export type CompanyRead = CallOutput<'company.read'>

/** A page of the place Company once the company has been read. */
export function CompanyPage({
  actions,
  aside,
  children,
}: {
  readonly actions?: ReactNode
  readonly aside?: ReactNode
  readonly children: (read: CompanyRead) => ReactNode
}) {
  const company = useCompany()
  const read = useOperation('company.read', {})
  return (
    <Page title={company.name} actions={actions} tabs={<CompanyTabs />} aside={aside}>
      {read.error ? <FormError problem={read.error} /> : null}
      {read.data ? children(read.data) : read.error ? null : <Waiting />}
    </Page>
  )
}

/** Fields of texts that may be missing: "" on screen, null on the wire. */
export function orNull(text: string): string | null {
  return text.trim() === '' ? null : text
}
