import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { isLatin } from '../characters.ts'

/** Which children an element may have, in this order; `!` must be there, `*` may be there more than once. */
const shapes: Readonly<Record<string, string>> = {
  CstmrCdtTrfInitn: 'GrpHdr! PmtInf!*',
  CstmrDrctDbtInitn: 'GrpHdr! PmtInf!*',
  GrpHdr: 'MsgId! CreDtTm! NbOfTxs! CtrlSum InitgPty!',
  PmtInf:
    'PmtInfId! PmtMtd! BtchBookg NbOfTxs CtrlSum PmtTpInf ReqdExctnDt ReqdColltnDt Dbtr DbtrAcct DbtrAgt Cdtr CdtrAcct CdtrAgt ChrgBr CdtrSchmeId CdtTrfTxInf* DrctDbtTxInf*',
  PmtTpInf: 'InstrPrty SvcLvl LclInstrm SeqTp CtgyPurp',
  CdtTrfTxInf: 'PmtId! PmtTpInf Amt! ChrgBr CdtrAgt Cdtr! CdtrAcct! RmtInf',
  DrctDbtTxInf: 'PmtId! InstdAmt! DrctDbtTx! DbtrAgt! Dbtr! DbtrAcct! RmtInf',
  DrctDbtTx: 'MndtRltdInf!',
  MndtRltdInf: 'MndtId! DtOfSgntr!',
  PmtId: 'InstrId EndToEndId!',
  Amt: 'InstdAmt!',
  InitgPty: 'Nm',
  Dbtr: 'Nm! PstlAdr',
  Cdtr: 'Nm! PstlAdr',
  PstlAdr: 'StrtNm BldgNb PstCd TwnNm Ctry AdrLine*',
  FinInstnId: 'BICFI BIC ClrSysMmbId Othr',
  ClrSysMmbId: 'ClrSysId! MmbId!',
  RmtInf: 'Ustrd Strd',
  Strd: 'CdtrRefInf!',
  CdtrRefInf: 'Tp! Ref!',
  Tp: 'CdOrPrtry! Issr',
  CdtrSchmeId: 'Id!',
  PrvtId: 'Othr!',
  Othr: 'Id! SchmeNm',
}
const lengths: Readonly<Record<string, number>> = {
  MsgId: 35,
  PmtInfId: 35,
  InstrId: 35,
  EndToEndId: 35,
  MndtId: 35,
  Nm: 70,
  StrtNm: 70,
  BldgNb: 16,
  PstCd: 16,
  TwnNm: 35,
  AdrLine: 70,
  Ustrd: 140,
  Ref: 35,
}

type Node = Record<string, unknown> & { readonly ':@'?: Record<string, string> }

/** What is wrong with a message by our own reading of its schema and of the guides; empty when nothing is. */
export function structureFindings(xml: string): string[] {
  const findings: string[] = []
  if (XMLValidator.validate(xml) !== true) return ['not well-formed']
  const walk = (name: string, children: readonly Node[]) => {
    const texts = children.filter((child) => '#text' in child)
    const names = children.flatMap((child) => Object.keys(child).filter((key) => key !== ':@' && key !== '#text'))
    if (texts.length > 0) {
      const text = String(texts[0]!['#text'])
      if (lengths[name] !== undefined && text.length > lengths[name]) findings.push(`${name} is longer than ${lengths[name]}`)
      if (!isLatin(text)) findings.push(`${name} has signs that a bank does not take: ${text}`)
      if (text.trim() === '') findings.push(`${name} is empty`)
    }
    const shape = shapes[name]?.split(' ')
    if (shape) {
      const order = shape.map((each) => each.replace(/[!*]/g, ''))
      const places = names.map((each) => order.indexOf(each))
      if (places.includes(-1)) findings.push(`${name} has no place for ${names[places.indexOf(-1)]}`)
      if (places.some((place, index) => index > 0 && place < places[index - 1]!)) findings.push(`${name}: ${names.join(' ')} are out of order`)
      for (const each of shape) {
        const plain = each.replace(/[!*]/g, '')
        const count = names.filter((known) => known === plain).length
        if (each.includes('!') && count === 0) findings.push(`${name} lacks ${plain}`)
        if (!each.includes('*') && count > 1) findings.push(`${name} has ${plain} more than once`)
      }
    }
    for (const child of children) for (const key of Object.keys(child)) if (key !== ':@' && key !== '#text') walk(key, child[key] as Node[])
  }
  const parsed = new XMLParser({ preserveOrder: true, ignoreAttributes: false, parseTagValue: false }).parse(xml) as Node[]
  for (const node of parsed) for (const key of Object.keys(node)) if (key === 'Document') walk(key, node[key] as Node[])
  return findings
}

/** The texts of all elements of a name. */
export function textsOf(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`, 'g'))].map((match) => match[1]!)
}
