import { State } from '../../../web/kit/layout.tsx'
import type { CallOutput } from '../../../web/kit/operations.ts'
import { useTexts } from '../../../web/kit/texts.tsx'

const tones = { queued: 'accent', sent: 'good', held: 'warn', failed: 'bad', received: 'plain', noted: 'plain' } as const

/** Where a message stands, in a word. */
export function MessageState({ message }: { readonly message: Pick<CallOutput<'messages.list'>['messages'][number], 'state' | 'isAnswered' | 'channel'> }) {
  const { t } = useTexts()
  if (!message.isAnswered) return <State tone="warn">{t('messages.state-unanswered')}</State>
  if (message.channel === 'phone') return <State>{t('messages.channel-phone')}</State>
  return <State tone={tones[message.state]}>{t(`messages.state-${message.state}`)}</State>
}
