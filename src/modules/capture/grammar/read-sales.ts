import type { Language } from '../../../kernel/language.ts'
import { amountChip, minutesChip, missingChip, namedChip, textChip, valueChip } from '../chips.ts'
import { wayLabel } from '../labels.ts'
import type { Chip } from '../understanding.ts'
import { takeCustomer } from './customer.ts'
import { baseOf, countWords, draft, type Reader } from './drafts.ts'
import { restOf, takeDuration, takeMoney, takeName, takeUnits, type Scan } from './scan.ts'

/** `quote acme logo redesign 1200`: for whom, what, how much; a known product brings its own price. */
export const readOffer: Reader = (scan, evidence) => {
  if (!evidence) return undefined
  const marked = takeMoney(scan, { isMarkedOnly: true })
  const units = takeUnits(scan, { isMarkedOnly: true })
  const duration = takeDuration(scan, { isClockAllowed: false })
  const customer = takeCustomer(scan, { canBringThing: true })
  const product = takeName(scan, scan.situation.lexicon.products, { qualityMin: 0.95 })
  const amount = marked ?? takeMoney(scan)
  const text = restOf(scan)
  const price = amount?.amount ?? product?.item.price
  return draft(
    scan,
    'offer',
    [
      customer.chip,
      customer.thingChip,
      product ? namedChip('product', product) : undefined,
      product && text === '' ? undefined : textChip('text', text),
      product ? undefined : wayChip(units === undefined ? 'fixed' : 'goods', scan.situation.language),
      units === undefined ? undefined : valueChip('units', units),
      duration ? minutesChip(duration.minutes) : undefined,
      price ? amountChip(price, scan.situation) : missingChip('amount'),
    ],
    { base: baseOf(evidence, 0) },
  )
}

/** `retainer acme 10h 1500`, `pass bebbo 10 300`, `abo marie 49`: a product sold, by its way of selling or its name. */
export const readAgreement: Reader = (scan, evidence) => {
  const { lexicon } = scan.situation
  const product = takeProduct(scan, evidence?.word)
  if (!evidence && !product) return undefined
  const way = evidence?.cue.shade ?? undefined
  const duration = takeDuration(scan, { isClockAllowed: false })
  const marked = takeMoney(scan, { isMarkedOnly: true })
  const markedUnits = takeUnits(scan, { isMarkedOnly: true })
  const customer = takeCustomer(scan, { canBringThing: true })
  if (!evidence && !customer.contact) return undefined
  const numbers = countPlainNumbers(scan)
  const isPass = way === 'pass' || way === undefined
  const units = markedUnits ?? (isPass && (numbers > 1 || (marked && numbers > 0)) ? takeUnits(scan, { isMarkedOnly: false }) : undefined)
  const amount = marked ?? takeMoney(scan)
  const price = amount?.amount ?? product?.item.price
  const text = restOf(scan)
  const alternatives = lexicon.products.slice(0, 8).map((each) => ({ value: each.id, label: each.name }))
  return draft(
    scan,
    'agreement',
    [
      product ? namedChip('product', product) : undefined,
      way !== undefined && !product ? wayChip(way, scan.situation.language) : undefined,
      customer.chip,
      customer.thingChip,
      duration ? minutesChip(duration.minutes) : undefined,
      units === undefined ? missingUnits(way, { hasProduct: product !== undefined }) : valueChip('units', units),
      duration === undefined && way === 'retainer' && !product ? missingChip('minutes') : undefined,
      price ? amountChip(price, scan.situation) : missingChip('amount', product ? [] : alternatives),
      text === '' ? undefined : textChip('text', text),
    ],
    { base: baseOf(evidence, 0.72 + (product?.isExact === true ? 0.1 : 0)), unread: evidence ? 0 : countWords(text) },
  )
}

/** The product may be named by the very word that says it is an agreement: "10er-Abo Welpen". */
function takeProduct(scan: Scan, word: string | undefined) {
  const { products } = scan.situation.lexicon
  const at = word === undefined ? -1 : scan.tokens.findIndex((token) => token.word === word)
  if (at < 0) return takeName(scan, products, { qualityMin: 0.95 })
  scan.isTaken[at] = false
  const withWord = takeName(scan, products, { qualityMin: 1.05 })
  scan.isTaken[at] = true
  return withWord ?? takeName(scan, products, { qualityMin: 1.05 })
}

function countPlainNumbers(scan: Scan): number {
  return scan.tokens.filter((token, at) => !scan.isTaken[at] && /^\d[\d.,']*$/.test(token.word)).length
}

function missingUnits(way: string | undefined, how: { hasProduct: boolean }): Chip | undefined {
  return way === 'pass' && !how.hasProduct ? missingChip('units') : undefined
}

function wayChip(way: string, language: Language): Chip {
  const choice = (value: string) => ({ value, label: wayLabel(value, language) })
  const ways = ['fixed', 'project', 'retainer', 'pass', 'subscription', 'rate', 'goods']
  return { field: 'way', ...choice(way), alternatives: ways.filter((other) => other !== way).map(choice), isMissing: false }
}

/** `invoice acme`: all unbilled work of the customer. */
export const readInvoice: Reader = (scan, evidence) => {
  if (!evidence) return undefined
  const customer = takeCustomer(scan, { canBringThing: false })
  const rest = restOf(scan)
  return draft(scan, 'invoice', [customer.chip], { base: baseOf(evidence, 0), unread: countWords(rest) * 2 })
}
