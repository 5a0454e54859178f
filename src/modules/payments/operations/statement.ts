import { implement } from '../../../platform/operation/module.ts'
import { ensureContact } from '../../contacts/index.ts'
import { renderPdf } from '../../invoicing/index.ts'
import { paymentsContract } from '../contract.ts'
import { statementLetter } from '../statement/letter.ts'
import { readStatement } from '../statement/read-statement.ts'
import { agesOf } from '../statement/statement.ts'

export const customerStatement = implement(paymentsContract['payments.statement'], async (context, input) => {
  await ensureContact(context, input.contactId)
  const found = await readStatement(context, input)
  return {
    ...found,
    statements: found.statements.map((each) => ({ ...each, lines: [...each.lines], ages: agesOf(found.openItems, each.currency) })),
    openItems: [...found.openItems],
  }
})

export const statementPdf = implement(paymentsContract['payments.statement-pdf'], async (context, input) => {
  await ensureContact(context, input.contactId)
  const { model, fileName } = await statementLetter(context, input)
  return { fileName, contentType: 'application/pdf', content: Buffer.from(await renderPdf(model)).toString('base64') }
})
