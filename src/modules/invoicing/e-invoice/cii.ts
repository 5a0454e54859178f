import { ciiTypeOf, ciiTypes } from './cii-schema.ts'
import { ciiTable } from './cii-table.ts'
import type { XmlSyntax } from './xml-syntax.ts'

export const ciiNamespace = 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100'

/** Cross Industry Invoice, D16B and D22B: one document for invoices and credit notes. */
export const ciiSyntax: XmlSyntax = {
  root: 'rsm:CrossIndustryInvoice',
  prefixes: {
    [ciiNamespace]: 'rsm',
    'urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100': 'ram',
    'urn:un:unece:uncefact:data:standard:QualifiedDataType:100': 'qdt',
    'urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100': 'udt',
  },
  types: ciiTypes,
  typeOf: ciiTypeOf,
  rules: ciiTable.rules,
  isComplete: false,
}
