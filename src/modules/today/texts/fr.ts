import type { TextsLike } from '../../../kernel/text.ts'
import type { en } from './en.ts'

export const fr: TextsLike<typeof en> = {
  'failure.snooze_not_later': 'Choisissez un jour après aujourd’hui.',
  'failure.autopilot_cannot_do': 'Cela demande une personne. Cloudburo peut seulement vous le rappeler.',
}
