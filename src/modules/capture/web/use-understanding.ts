import { useDeferredValue, useMemo, useState } from 'react'
import type { Day } from '../../../kernel/day.ts'
import { useFormat } from '../../../web/kit/format.ts'
import { useOperation } from '../../../web/kit/query.ts'
import { useCompany, useMay, useSession } from '../../../web/kit/session.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { revise } from '../revise.ts'
import { understand } from '../understand.ts'
import type { ChipValue, Choice, FieldName, Situation, Understanding } from '../understanding.ts'
import { commandNames } from './commands.ts'
import { noWords, readLexicon } from './read-lexicon.ts'

/** What is typed, what it means, and the changes made to the chosen meaning. */
export interface Line {
  readonly text: string
  readonly setText: (text: string) => void
  readonly situation: Situation
  readonly readings: readonly Understanding[]
  readonly chosen: number
  readonly choose: (index: number) => void
  /** The chosen reading with the chips as they were changed. */
  readonly reading: Understanding | undefined
  readonly change: (field: FieldName, value: ChipValue | Choice) => void
}

/** The words are fetched once per company and read again after every change; the grammar runs in the browser. */
export function useLine(): Line {
  const [text, setTyped] = useState('')
  const [chosen, setChosen] = useState(0)
  const [changes, setChanges] = useState<readonly { field: FieldName; value: ChipValue | Choice }[]>([])
  const words = useWords()
  const { language } = useTexts()
  const { today, zone } = useFormat()
  const mayChange = useMay('owner', 'staff')
  const situation = useMemo<Situation>(
    () => ({ text, language, today, zone, ...words, ...(mayChange ? {} : { operations: noOperations }) }),
    [text, language, today, zone, words, mayChange],
  )
  const readings = useMemo(() => (text.trim() === '' ? [] : understand(situation)), [situation, text])
  const chosenReading = readings[chosen] ?? readings[0]
  const reading = useMemo(
    () => chosenReading && changes.reduce((before, { field, value }) => revise(before, field, value), chosenReading),
    [chosenReading, changes],
  )
  return {
    text,
    situation,
    readings,
    chosen: Math.min(chosen, Math.max(0, readings.length - 1)),
    reading,
    setText: (next) => {
      // The slash that opens the field is not part of the line.
      setTyped(next.replace(/^\/+/, ''))
      setChosen(0)
      setChanges([])
    },
    choose: (index) => {
      setChosen(index)
      setChanges([])
    },
    change: (field, value) => setChanges((before) => [...before, { field, value }]),
  }
}

/** Whoever only reads finds and goes; nothing else is offered. */
const noOperations: ReadonlySet<string> = new Set()

function useWords(): Pick<Situation, 'lexicon' | 'history'> {
  const answer = useOperation('capture.lexicon', {})
  const company = useCompany()
  const { companies } = useSession()
  const translator = useTexts()
  const mayChange = useMay('owner', 'staff')
  const { today } = useFormat()
  const wire = useDeferredValue(answer.data ?? noWords)
  return useMemo(
    () =>
      readLexicon(wire, {
        today: today as Day,
        currency: company.currency,
        companies: companies.filter((each) => each.id !== company.id).map(({ id, name }) => ({ id, name })),
        commands: mayChange ? commandNames(translator) : [],
      }),
    [wire, company, companies, translator, today, mayChange],
  )
}
