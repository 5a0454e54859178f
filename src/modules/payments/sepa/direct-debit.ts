import type { Day } from '../../../kernel/day.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { amountText, type Money } from '../../../kernel/money.ts'
import { identification, latin } from './characters.ts'
import { controlSum } from './credit-transfer.ts'
import { account, agent, party, type OrderParty } from './party.ts'
import { element, message } from './xml.ts'

export const collectionFormats = ['pain.008.001.08', 'pain.008.001.02'] as const
export type CollectionFormat = (typeof collectionFormats)[number]

/** CORE: from anybody. B2B: from businesses, whose bank was told; no refund. */
export const debitSchemes = ['CORE', 'B2B'] as const
export type DebitScheme = (typeof debitSchemes)[number]

/** RCUR may be said from the first one on (since November 2016); FRST, FNAL and OOFF are for who wants to say more. */
export const debitSequences = ['RCUR', 'FRST', 'OOFF', 'FNAL'] as const
export type DebitSequence = (typeof debitSequences)[number]

export interface Collection {
  readonly endToEndId: string
  /** Euro. */
  readonly amount: Money
  readonly debtor: OrderParty
  readonly iban: string
  readonly mandate: { readonly reference: string; readonly signedOn: Day; readonly scheme: DebitScheme; readonly sequence: DebitSequence }
  readonly text: string
}

export interface CollectionFile {
  readonly format: CollectionFormat
  readonly messageId: string
  readonly createdAt: Instant
  readonly collectOn: Day
  readonly creditor: OrderParty & { readonly iban: string; readonly bic: string | null; readonly creditorIdentifier: string }
  readonly collections: readonly Collection[]
}

/**
 * A file of direct debits for the bank (ISO 20022 pain.008; EPC130-08 for CORE, EPC131-08 for B2B): a batch for each
 * scheme and sequence, in the order given; the same input makes the same bytes.
 */
export function directDebitFile(file: CollectionFile): string {
  if (file.collections.length === 0) throw new Error('a file of direct debits has at least one')
  if (file.collections.some((each) => each.amount.currency !== 'EUR')) throw new Error('SEPA direct debits are in euro')
  const batches = [...Map.groupBy(file.collections, ({ mandate }) => `${mandate.scheme} ${mandate.sequence}`).values()]
  return message({
    namespace: `urn:iso:std:iso:20022:tech:xsd:${file.format}`,
    content: [
      element('CstmrDrctDbtInitn', [
        element('GrpHdr', [
          element('MsgId', identification(file.messageId)),
          element('CreDtTm', file.createdAt.slice(0, 19)),
          element('NbOfTxs', String(file.collections.length)),
          element('CtrlSum', controlSum(file.collections.map((each) => each.amount))),
          element('InitgPty', [element('Nm', latin(file.creditor.name, 70))]),
        ]),
        ...batches.map((collections, index) => batchOf(file, collections, index)),
      ]),
    ],
  })
}

function batchOf(file: CollectionFile, collections: readonly Collection[], index: number): string | null {
  const { creditor } = file
  const { scheme, sequence } = collections[0]!.mandate
  const scheme8 = element('SchmeNm', [element('Prtry', 'SEPA')])
  return element('PmtInf', [
    element('PmtInfId', identification(`${file.messageId.slice(0, 31)}-${index + 1}`)),
    element('PmtMtd', 'DD'),
    // Each collection comes as a line of its own, so that it finds its invoice.
    element('BtchBookg', 'false'),
    element('NbOfTxs', String(collections.length)),
    element('CtrlSum', controlSum(collections.map((each) => each.amount))),
    element('PmtTpInf', [element('SvcLvl', [element('Cd', 'SEPA')]), element('LclInstrm', [element('Cd', scheme)]), element('SeqTp', sequence)]),
    element('ReqdColltnDt', file.collectOn),
    party('Cdtr', creditor, addressOf(file)),
    account('CdtrAcct', creditor.iban),
    agent('CdtrAgt', creditor.bic, bicOf(file)),
    element('ChrgBr', 'SLEV'),
    element('CdtrSchmeId', [element('Id', [element('PrvtId', [element('Othr', [element('Id', creditor.creditorIdentifier), scheme8])])])]),
    ...collections.map((each) => collectionOf(file, each)),
  ])
}

function collectionOf(file: CollectionFile, each: Collection): string | null {
  return element('DrctDbtTxInf', [
    element('PmtId', [element('EndToEndId', identification(each.endToEndId))]),
    element('InstdAmt', amountText(each.amount), ' Ccy="EUR"'),
    element('DrctDbtTx', [element('MndtRltdInf', [element('MndtId', identification(each.mandate.reference)), element('DtOfSgntr', each.mandate.signedOn)])]),
    agent('DbtrAgt', null, bicOf(file)),
    party('Dbtr', each.debtor, addressOf(file)),
    account('DbtrAcct', each.iban),
    element('RmtInf', [element('Ustrd', latin(each.text, 140))]),
  ])
}

function addressOf({ format }: CollectionFile): 'structured' | 'lines' {
  return format === 'pain.008.001.08' ? 'structured' : 'lines'
}

function bicOf({ format }: CollectionFile): 'BICFI' | 'BIC' {
  return format === 'pain.008.001.08' ? 'BICFI' : 'BIC'
}
