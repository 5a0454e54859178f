import { State } from '../../../web/kit/layout.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'

const tones: Readonly<Record<string, 'plain' | 'good' | 'warn' | 'bad' | 'accent'>> = {
  offered: 'accent',
  active: 'good',
  upcoming: 'accent',
  paused: 'warn',
  declined: 'bad',
}

export function AgreementState({ state }: { state: string }) {
  const { t } = useTexts()
  return <State tone={tones[state] ?? 'plain'}>{t(`agreements.state-${state}`)}</State>
}
