import { Fragment } from 'react'
import { Link } from '../../../web/kit/navigation.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import type { ThreadAnswer } from './wire.ts'

/** "Owner of Bebbo, paid by Acme": who belongs to whom, each name a thread of its own. */
export function Related({ relationships, jobTitle }: { readonly relationships: ThreadAnswer['relationships']; readonly jobTitle: string }) {
  const { t } = useTexts()
  const shown = relationships.slice(0, 6)
  if (shown.length === 0 && jobTitle === '') return null
  return (
    <>
      {jobTitle}
      {shown.map((relationship, index) => (
        <Fragment key={`${relationship.kind}${relationship.otherId}`}>
          {index > 0 || jobTitle !== '' ? ' · ' : null}
          {t(`thread.is-${relationship.kind}`)} <Link to={`/customers/${relationship.otherId}`}>{relationship.otherName}</Link>
        </Fragment>
      ))}
    </>
  )
}
