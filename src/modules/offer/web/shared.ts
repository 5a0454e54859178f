/** What the screens of other modules use of the offer: the terms as a form. Not in index.ts, which is in the first load. */
export { TermsForm } from './terms-form.tsx'
export { newTerms } from './new-terms.ts'
export { useBasics } from './use-basics.ts'
export type { TermsOnTheWire } from '../terms.ts'
