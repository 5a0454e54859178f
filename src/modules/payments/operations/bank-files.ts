import { fail, notFound } from '../../../kernel/failure.ts'
import { implement } from '../../../platform/operation/module.ts'
import { paymentsContract } from '../contract.ts'
import { selectBankFiles, type KeptFile } from '../kept/store.ts'

export const listBankFiles = implement(paymentsContract['payments.bank-files'], async (context, input) => {
  const rows = await selectBankFiles(context, { after: input.after, limit: input.limit + 1 })
  const page = rows.slice(0, input.limit)
  return { files: page.map(shown), next: rows.length > input.limit ? (page.at(-1)?.id ?? null) : null }
})

export const readBankFileKept = implement(paymentsContract['payments.bank-file'], async (context, { bankFileId }) => {
  const [kept] = await selectBankFiles(context, { id: bankFileId, limit: 1 })
  if (!kept) return notFound('bank-file')
  const bytes = (await context.files.get(kept.file)) ?? fail('bank_file_gone')
  return { fileName: kept.fileName, contentType: 'application/octet-stream', content: Buffer.from(bytes).toString('base64') }
})

function shown({ id, fileName, format, size, newCount, knownCount, skippedCount, keepUntil, importedAt, importedBy }: KeptFile) {
  return { id, fileName, format, size, newCount, knownCount, skippedCount, keepUntil, importedAt, importedBy }
}
