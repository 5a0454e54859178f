import { createWriteStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { dayIn } from '../../../kernel/instant.ts'
import { allScopes } from '../../../modules/company/index.ts'
import { allDocumentFiles, type DocumentFile } from '../../../modules/invoicing/index.ts'
import { systemClock } from '../../../platform/clock.ts'
import type { Configuration } from '../../../platform/configuration.ts'
import { openFiles } from '../../../platform/files.ts'
import type { CompanyScope } from '../../../platform/operation/context.ts'
import type { Command } from '../arguments.ts'
import { chooseCompany } from '../operator.ts'
import { openForReading, type ReadableDatabase } from '../verify.ts'

export const documents: Command = {
  usage: 'documents --out DIR [--company C]',
  summary:
    'Writes every issued document in every format that it can be had in (PDF, Factur-X, XRechnung, Peppol, UBL, CII), with index.csv; several companies in a folder each. Also while the server runs.',
  options: ['out', 'company'],
  async run({ configuration, line, print }) {
    const out = resolve(line.needed('out'))
    const database = openForReading(configuration)
    try {
      const all = await database.readPlatform(allScopes)
      const wanted = line.option('company')
      const companies = wanted === undefined ? all : [chooseCompany(all, wanted)]
      for (const company of companies) {
        const folder = companies.length === 1 ? out : join(out, folderOf(company))
        const { documentCount, fileCount } = await writeCompany({ database, configuration, company, folder })
        print(`${company.name}: ${documentCount} documents, ${fileCount} files in ${folder}`)
      }
    } finally {
      await database.close()
    }
  },
}

const columns = ['number', 'kind', 'type code', 'issued on', 'customer', 'currency', 'net', 'tax', 'total', 'format', 'as issued', 'file', 'bytes', 'sha256']

async function writeCompany(place: { database: ReadableDatabase; configuration: Configuration; company: CompanyScope; folder: string }) {
  const { database, configuration, company, folder } = place
  await mkdir(folder, { recursive: true })
  const index = createWriteStream(join(folder, 'index.csv'))
  index.write(`${columns.join(',')}\r\n`)
  const documentIds = new Set<string>()
  let fileCount = 0
  const files = openFiles(join(configuration.dataDirectory, 'files'))
  await database.read(company.id, async (transaction) => {
    const context = { database: transaction, company, files, today: dayIn(systemClock.now(), company.zone) }
    for await (const file of allDocumentFiles(context)) {
      await writeFile(join(folder, file.fileName), file.bytes)
      if (!index.write(rowOf(file))) await once(index, 'drain')
      documentIds.add(`${file.document.kind} ${file.document.number}`)
      fileCount += 1
    }
  })
  index.end()
  await once(index, 'finish')
  return { documentCount: documentIds.size, fileCount }
}

function rowOf({ document, fileName, format, isAsIssued, bytes, hash }: DocumentFile): string {
  const { net, tax, gross } = document.totals
  const cells = [
    document.number ?? '',
    document.kind,
    document.typeCode,
    document.issuedOn,
    document.buyer.name,
    document.currency,
    net.amount,
    tax.amount,
    gross.amount,
    format,
    isAsIssued ? 'yes' : 'no',
    fileName,
    String(bytes.byteLength),
    hash,
  ]
  return `${cells.map(cellOf).join(',')}\r\n`
}

/** A name that begins like a formula is told apart from one by an apostrophe, so that no table runs it. */
function cellOf(text: string): string {
  const isFormula = /^[=+@\t\r]/.test(text) || (text.startsWith('-') && !/^-\d+(\.\d+)?$/.test(text))
  return `"${(isFormula ? `'${text}` : text).replaceAll('"', '""')}"`
}

function folderOf(company: CompanyScope): string {
  return `${company.name.replace(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 60)}-${company.id.slice(-6)}`
}
