import type { TextsLike } from '../../../kernel/text.ts'
import type { en } from './en.ts'

export const de: TextsLike<typeof en> = {
  'failure.snooze_not_later': 'Wählen Sie einen Tag nach heute.',
  'failure.autopilot_cannot_do': 'Das braucht einen Menschen. Cloudburo kann Sie nur daran erinnern.',
}
