import { de as company } from '../../modules/company/texts/de.ts'
import { de as shell } from './de.ts'

/** What the shell needs before any page: its own words and the failures that every module may name. */
export const texts = { ...company, ...shell }
