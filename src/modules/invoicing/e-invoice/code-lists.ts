import { classificationSchemes, noteSubjects, referenceSchemes } from './code-lists/long-lists.ts'
import {
  allowanceReasons,
  chargeReasons,
  countries,
  creditNoteTypes,
  currencies,
  electronicAddressSchemes,
  exemptionReasons,
  identifierSchemes,
  invoiceTypes,
  mediaTypes,
  paymentMeans,
  taxCategories,
  taxPoints,
} from './code-lists/short-lists.ts'
import { unitCodes } from './code-lists/units.ts'

/** The code lists that a version of EN 16931 allows; each version of a profile names its own set. */
export interface CodeLists {
  readonly invoiceTypes: ReadonlySet<string>
  readonly creditNoteTypes: ReadonlySet<string>
  readonly currencies: ReadonlySet<string>
  readonly countries: ReadonlySet<string>
  readonly identifierSchemes: ReadonlySet<string>
  readonly electronicAddressSchemes: ReadonlySet<string>
  readonly paymentMeans: ReadonlySet<string>
  readonly taxCategories: ReadonlySet<string>
  readonly exemptionReasons: ReadonlySet<string>
  readonly allowanceReasons: ReadonlySet<string>
  readonly chargeReasons: ReadonlySet<string>
  readonly mediaTypes: ReadonlySet<string>
  readonly taxPoints: ReadonlySet<string>
  readonly referenceSchemes: ReadonlySet<string>
  readonly noteSubjects: ReadonlySet<string>
  readonly classificationSchemes: ReadonlySet<string>
  readonly unitCodes: ReadonlySet<string>
}

/** The lists of EN 16931-1:2017 as they stood at the end of 2025. */
export const codeLists2025: CodeLists = {
  invoiceTypes,
  creditNoteTypes,
  currencies,
  countries,
  identifierSchemes,
  electronicAddressSchemes,
  paymentMeans,
  taxCategories,
  exemptionReasons,
  allowanceReasons,
  chargeReasons,
  mediaTypes,
  taxPoints,
  referenceSchemes,
  noteSubjects,
  classificationSchemes,
  unitCodes,
}
