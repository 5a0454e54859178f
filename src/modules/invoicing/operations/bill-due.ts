import type { AgreementId, InvoiceId } from '../../../kernel/id.ts'
import { implement } from '../../../platform/operation/module.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { contactForDocuments } from '../../contacts/index.ts'
import { dueCharges } from '../billing.ts'
import type { Charge } from '../charge.ts'
import { unbilledOf } from '../charges/unbilled.ts'
import { invoicingContract } from '../contract.ts'
import { draftFromCharges } from '../drafting.ts'
import { issueInvoice } from '../issuing.ts'
import { isRefusal } from '../refusing.ts'
import { findInvoice } from '../store.ts'

/**
 * What agreements make due: fees, milestones, goods, settlements. Work and other deliveries wait for the owner, who
 * sees them on Today. Drafts unless the autopilot may issue; a second run on the same day finds nothing.
 */
export const billDue = implement(invoicingContract['invoicing.bill-due'], async (context) => {
  const { charges } = await unbilledOf(context)
  const due = dueCharges(charges, context.today).filter(isByAgreement)
  const drafted = await draftByAgreement(context, due)
  if (!(await mayIssue(context))) return { drafted, issued: [] }
  const waiting: InvoiceId[] = []
  const issued: InvoiceId[] = []
  for (const id of drafted) ((await issueIfComplete(context, id)) ? issued : waiting).push(id)
  return { drafted: waiting, issued }
})

/** The event `agreement.accepted`: the first invoice is made and sent by itself where the terms say so. */
export async function billAccepted(context: Context, payload: { agreementId: AgreementId }): Promise<void> {
  const { charges } = await unbilledOf(context, { agreementId: payload.agreementId })
  const due = dueCharges(charges, context.today).filter((charge) => charge.agreementId === payload.agreementId && isByAgreement(charge))
  for (const id of await draftByAgreement(context, due)) await issueIfComplete(context, id)
}

/** Today tells whether the autopilot issues recurring invoices; until it does, they wait as drafts. */
let mayIssue: (context: Context) => Promise<boolean> = async () => false

export function setIssuingAutopilot(ask: (context: Context) => Promise<boolean>): void {
  mayIssue = ask
}

function isByAgreement(charge: Charge): boolean {
  return charge.agreementId !== null && ['fee', 'milestone', 'good', 'settlement'].includes(charge.kind) && charge.amount.minor !== 0n
}

async function draftByAgreement(context: Context, charges: readonly Charge[]): Promise<InvoiceId[]> {
  const ids: InvoiceId[] = []
  for (const group of Map.groupBy(charges, (charge) => charge.agreementId).values()) ids.push(...(await draftFromCharges(context, group)))
  return ids
}

/** Issued and sent; what its receiver would refuse waits as a draft, which says what is missing. */
async function issueIfComplete(context: Context, id: InvoiceId): Promise<boolean> {
  const { contactId } = await findInvoice(context, id)
  const { email } = await contactForDocuments(context, contactId)
  try {
    await issueInvoice(context, id, { send: email !== null })
    return true
  } catch (error) {
    if (isRefusal(error)) return false
    throw error
  }
}
