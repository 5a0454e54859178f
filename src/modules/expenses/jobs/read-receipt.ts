import { Failure } from '../../../kernel/failure.ts'
import { dayIn } from '../../../kernel/instant.ts'
import type { Language } from '../../../kernel/language.ts'
import type { Job, JobHandler, JobServices } from '../../../platform/jobs/jobs.ts'
import type { CompanyScope } from '../../../platform/operation/context.ts'
import { companyDetails, findScope } from '../../company/index.ts'
import { proposalFor } from '../../company/countries.ts'
import { countryRateOn } from '../../company/tax-rates.ts'
import { inWords, readEInvoice, validateEInvoice, withoutRepetition, type Finding, type ReadEInvoice } from '../../invoicing/index.ts'
import { proposalOfEInvoice } from '../reading/from-e-invoice.ts'
import { proposalOf, type Proposal, type ProposalSituation } from '../reading/proposal.ts'
import { selectReadings, selectReceipts, type Receipt, type ReceiptId } from '../receipts/store.ts'
import { scanReceipt, Unreadable } from '../scanning/pool.ts'
import type { Scan } from '../scanning/scan.ts'
import { selectExpenses } from '../store.ts'

interface Read {
  readonly proposal: Proposal | null
  readonly findings: readonly Finding[]
  readonly problem: string | null
  readonly picture: Uint8Array | null
}

/** After a receipt came: reads it outside of any transaction and notes what was read. A second run finds it noted. */
export const readReceiptJob: JobHandler = async (job, services) => {
  const { receiptId } = job.payload as { receiptId: ReceiptId }
  const company = await services.database.readPlatform((transaction) => findScope(transaction, job.companyId))
  if (!company) return
  const asked = await services.database.read(company.id, async (database) => {
    const receipt = (await selectReceipts({ database, company }, { id: receiptId }))[0]
    const isRead = (await selectReadings({ database, company }, [receiptId])).size > 0
    return receipt && !isRead ? { receipt, situation: await situationOf({ database, company }, services) } : undefined
  })
  const bytes = asked && (await services.files.get(asked.receipt.file))
  if (!asked || !bytes) return
  const read = await readBytes(bytes, asked.receipt, { company, situation: asked.situation, log: (peak) => services.log.info('receipt.read', peak) })
  await noteRead(job, services, { receiptId, read, language: company.language })
}

async function noteRead(_job: Job, services: JobServices, noted: { receiptId: ReceiptId; read: Read; language: Language }): Promise<void> {
  const { receiptId, read, language } = noted
  const { proposal } = read
  await services.runOnce(`expenses.note-reading:${receiptId}`, 'expenses.note-reading', {
    receiptId,
    kind: proposal?.kind ?? 'nothing',
    proposal: proposal && proposal.kind !== 'nothing' ? inputOf(proposal) : null,
    isCertain: proposal?.isCertain ?? false,
    findings: withoutRepetition(read.findings)
      .slice(0, 20)
      .map((finding) => ({ rule: finding.rule, severity: finding.severity, text: inWords(finding, language, { isOurs: false }).slice(0, 500) })),
    problem: read.problem,
    picture: read.picture && (await services.files.put(read.picture)),
  })
}

/** The proposal as the input that says it; what is not known is left out. */
function inputOf({ details }: Proposal): unknown {
  const { currency: _currency, parts, ...rest } = details
  const said = Object.entries({ ...rest, ...(parts.length > 0 ? { parts } : {}) }).filter(([, value]) => value !== null)
  return JSON.parse(JSON.stringify(Object.fromEntries(said))) as unknown
}

async function situationOf(
  place: { database: Parameters<typeof selectReceipts>[0]['database']; company: CompanyScope },
  services: JobServices,
): Promise<ProposalSituation> {
  const { company } = place
  const today = dayIn(services.clock.now(), company.zone)
  const details = await companyDetails(place)
  return {
    country: company.country,
    currency: company.currency,
    today,
    own: [company.name, details.legalName, details.vatNumber].filter((name): name is string => name !== null),
    earlier: await selectExpenses(place, { state: 'recorded', limit: 500 }),
    ownRate: countryRateOn({ country: company.country, category: 'standard', on: today }) ?? 0,
  }
}

async function readBytes(
  bytes: Uint8Array,
  receipt: Receipt,
  options: { company: CompanyScope; situation: ProposalSituation; log: (peak: { peakMegabytes: number }) => void },
): Promise<Read> {
  if (receipt.contentType === 'application/xml') return readXml(bytes, options.situation)
  const { language, country } = options.company
  const languages = [...new Set<Language>([language, ...proposalFor(country).languages, 'en'])].slice(0, 3)
  try {
    const scan = await scanReceipt({ type: receipt.contentType as 'application/pdf', bytes, languages })
    options.log({ peakMegabytes: scan.peakMegabytes })
    return readScan(scan, options.situation)
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return { proposal: null, findings: [], problem: 'receipt_unreadable', picture: null }
  }
}

/** An invoice inside of a PDF is what counts; where it cannot be read, the pages are. */
function readScan(scan: Scan, situation: ProposalSituation): Read {
  for (const file of scan.embedded) {
    const read = readXml(file.bytes, situation)
    if (read.proposal) return { ...read, picture: scan.picture }
  }
  const proposal = proposalOf(scan, situation)
  return { proposal, findings: [], problem: proposal.kind === 'nothing' ? 'receipt_without_text' : null, picture: scan.picture }
}

function readXml(bytes: Uint8Array, situation: ProposalSituation): Read {
  let read: ReadEInvoice
  try {
    read = readEInvoice(bytes)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return { proposal: null, findings: [], problem: error.code, picture: null }
  }
  const { syntax, kind, model } = read
  const findings = [...read.findings, ...validateEInvoice(model, { syntax, kind })]
  return { proposal: proposalOfEInvoice({ ...read, findings }, situation), findings, problem: null, picture: null }
}
