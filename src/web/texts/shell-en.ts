import { en as company } from '../../modules/company/texts/en.ts'
import { en as shell } from './en.ts'

/** What the shell needs before any page: its own words and the failures that every module may name. */
export const texts = { ...company, ...shell }
