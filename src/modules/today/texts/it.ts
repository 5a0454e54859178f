import type { TextsLike } from '../../../kernel/text.ts'
import type { en } from './en.ts'

export const it: TextsLike<typeof en> = {
  'failure.snooze_not_later': 'Scegliere un giorno dopo oggi.',
  'failure.autopilot_cannot_do': 'Qui serve una persona. Cloudburo può solo ricordarlo.',
}
