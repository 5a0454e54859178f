import type { companyContract } from '../modules/company/contract.ts'

/**
 * Names every contract that the browser may call, as types only. One line per module: add yours when its contract exists.
 */
declare module './kit/operations.ts' {
  interface OperationRegistry extends CompanyOperations {}
}

type CompanyOperations = typeof companyContract
