import { Button } from '../../../web/kit/button.tsx'
import { Combobox, type Option } from '../../../web/kit/combobox.tsx'
import { FieldRow } from '../../../web/kit/form.tsx'
import { Section } from '../../../web/kit/layout.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { findContacts } from '../../contacts/web/shared.ts'

export interface ParticipantRow {
  readonly contact: Option | null
  /** The dog, the car: a contact of kind thing. */
  readonly thing: Option | null
}

/** Who takes part, each perhaps with a thing; nobody named means the payer. */
export function Participants({ rows, onChange }: { rows: readonly ParticipantRow[]; onChange: (rows: ParticipantRow[]) => void }) {
  const { t } = useTexts()
  const change = (index: number, row: ParticipantRow) => onChange(rows.with(index, row))
  return (
    <Section title={t('agreements.participants')} lead={rows.length === 0 ? t('agreements.participants-payer') : undefined}>
      {rows.map((row, index) => (
        <FieldRow key={index}>
          <Combobox
            label={t('agreements.participant')}
            name={`participants.${index}.contactId`}
            load={findContacts}
            error={undefined}
            value={row.contact}
            onChange={(contact) => change(index, { ...row, contact })}
          />
          <Combobox
            label={t('agreements.thing')}
            name={`participants.${index}.thingId`}
            load={findContacts}
            error={undefined}
            value={row.thing}
            onChange={(thing) => change(index, { ...row, thing })}
          />
          <Button look="quiet" size="small" onClick={() => onChange(rows.toSpliced(index, 1))}>
            {t('kit.remove')}
          </Button>
        </FieldRow>
      ))}
      <Button size="small" icon="plus" onClick={() => onChange([...rows, { contact: null, thing: null }])}>
        {t('agreements.add-participant')}
      </Button>
    </Section>
  )
}
