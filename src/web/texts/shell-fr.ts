import { fr as company } from '../../modules/company/texts/fr.ts'
import { fr as shell } from './fr.ts'

/** What the shell needs before any page: its own words and the failures that every module may name. */
export const texts = { ...company, ...shell }
