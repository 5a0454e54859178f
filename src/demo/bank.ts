import type { Day } from '../kernel/day.ts'

/** A credit on the account, as the bank tells it. */
export interface BankCredit {
  readonly on: Day
  readonly amount: string
  readonly currency: string
  readonly payer: string
  readonly text: string
}

/** A camt.053 statement (ISO 20022, version 08) with these entries, as the bank would hand it over; base64. */
export function bankStatement(options: { iban: string; currency: string; on: Day; entries: readonly BankCredit[] }): string {
  const { iban, currency, on, entries } = options
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
<GrpHdr><MsgId>DEMO-${on}</MsgId><CreDtTm>${on}T06:00:00</CreDtTm></GrpHdr>
<Stmt><Id>${iban}-${on}</Id><CreDtTm>${on}T06:00:00</CreDtTm><Acct><Id><IBAN>${iban}</IBAN></Id><Ccy>${currency}</Ccy></Acct>
${entries.map(entry).join('\n')}
</Stmt></BkToCstmrStmt></Document>`
  return Buffer.from(xml).toString('base64')
}

function entry({ on, amount, currency, payer, text }: BankCredit, index: number): string {
  return `<Ntry><NtryRef>${index + 1}</NtryRef><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
<BookgDt><Dt>${on}</Dt></BookgDt><ValDt><Dt>${on}</Dt></ValDt>
<NtryDtls><TxDtls><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><RltdPties><Dbtr><Pty><Nm>${escape(payer)}</Nm></Pty></Dbtr></RltdPties>
<RmtInf><Ustrd>${escape(text)}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
