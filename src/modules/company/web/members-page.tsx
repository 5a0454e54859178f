import { useState } from 'react'
import { memberRoles, type MemberRole } from '../../../kernel/role.ts'
import { Button } from '../../../web/kit/button.tsx'
import { useKeys } from '../../../web/kit/keys.tsx'
import { EmptyState, Section, State } from '../../../web/kit/layout.tsx'
import { List } from '../../../web/kit/list.tsx'
import { useAction } from '../../../web/kit/query.ts'
import { DayText } from '../../../web/kit/figures.tsx'
import { useMay } from '../../../web/kit/session.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { CompanyPage, type CompanyRead } from './company-page.tsx'
import { InviteSheet } from './invite-sheet.tsx'
import { MemberSheet } from './member-sheet.tsx'

type Member = CompanyRead['members'][number]

/** Who works here, with which role; open invitations below. */
export function MembersPage() {
  const { t } = useTexts()
  const isOwner = useMay('owner')
  const [sheet, setSheet] = useState<'invite' | Member>()
  useKeys(isOwner ? [{ key: 'n', label: t('company.invite'), act: () => setSheet('invite') }] : [])
  const invite = (
    <Button look="primary" shortcut="n" onClick={() => setSheet('invite')}>
      {t('company.invite')}
    </Button>
  )
  return (
    <>
      <CompanyPage actions={isOwner ? invite : null}>
        {(read) => (
          <>
            <MemberList read={read} open={setSheet} isOwner={isOwner} />
            <Invitations read={read} isOwner={isOwner} />
            <RoleMeanings />
          </>
        )}
      </CompanyPage>
      {sheet === 'invite' ? <InviteSheet onClose={() => setSheet(undefined)} /> : null}
      {sheet && sheet !== 'invite' ? <MemberSheet member={sheet} onClose={() => setSheet(undefined)} /> : null}
    </>
  )
}

function MemberList({ read, open, isOwner }: { read: CompanyRead; open: (member: Member) => void; isOwner: boolean }) {
  const { t } = useTexts()
  const working = read.members.filter((member) => !member.hasLeft)
  return (
    <Section title={t('company.members')} isTitleHidden>
      <List
        label={t('company.members')}
        rows={working.map((member) => ({
          id: member.id,
          title: member.name,
          detail: member.email,
          figure: <State>{t(`shell.role-${member.role}`)}</State>,
          ...(isOwner ? { open: () => open(member) } : {}),
        }))}
        empty={<EmptyState text={t('company.members-none')} />}
      />
    </Section>
  )
}

function Invitations({ read, isOwner }: { read: CompanyRead; isOwner: boolean }) {
  const { t } = useTexts()
  const withdraw = useAction('company.withdraw-invitation', { done: t('company.invitation-withdrawn') })
  if (read.invitations.length === 0) return null
  return (
    <Section title={t('company.invitations')}>
      <List
        label={t('company.invitations')}
        isMain={false}
        rows={read.invitations.map((invitation) => ({
          id: invitation.id,
          title: invitation.email,
          detail: (
            <>
              {t('company.invitation-until')} <DayText value={invitation.expiresAt.slice(0, 10)} />
            </>
          ),
          figure: <State>{t(`shell.role-${invitation.role}`)}</State>,
          actions: isOwner ? [{ key: 'x', label: t('company.withdraw'), act: () => withdraw.run({ invitationId: invitation.id }) }] : [],
        }))}
      />
    </Section>
  )
}

function RoleMeanings() {
  const { t } = useTexts()
  return (
    <Section title={t('company.roles')}>
      <dl style={{ display: 'grid', gap: 'var(--space-2)', color: 'var(--ink-soft)', fontSize: 'var(--size-small)' }}>
        {memberRoles.map((role: MemberRole) => (
          <div key={role}>
            <dt style={{ display: 'inline', color: 'var(--ink)' }}>{t(`shell.role-${role}`)}: </dt>
            <dd style={{ display: 'inline' }}>{t(`company.role-${role}`)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
