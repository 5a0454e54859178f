import type { TextsLike } from '../../../kernel/text.ts'
import type { en } from './en.ts'

export const fr: TextsLike<typeof en> = {
  'failure.period_closed': 'Les comptes sont clos jusqu’au {until}. Choisissez un jour plus tard, ou rouvrez la période sous Argent, Comptabilité.',
}
