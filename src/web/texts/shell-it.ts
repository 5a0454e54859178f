import { it as company } from '../../modules/company/texts/it.ts'
import { it as shell } from './it.ts'

/** What the shell needs before any page: its own words and the failures that every module may name. */
export const texts = { ...company, ...shell }
