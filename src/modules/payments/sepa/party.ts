import { latin } from './characters.ts'
import { element } from './xml.ts'

/** A party as people write it. */
export interface OrderParty {
  readonly name: string
  readonly street: string | null
  readonly postalCode: string | null
  readonly city: string | null
  /** "CH" */
  readonly country: string | null
}

/** Name and address; structured (EPC and SIX ask for it from November 2026 on), or as two lines for the older messages. */
export function party(name: string, given: OrderParty, address: 'structured' | 'lines'): string | null {
  return element(name, [element('Nm', latin(given.name, 70)), addressOf(given, address)])
}

/** Only with town and country, without which no structured address is one. */
function addressOf(given: OrderParty, address: 'structured' | 'lines'): string | null {
  if (!given.city || !given.country) return null
  const { street, number } = splitStreet(given.street ?? '')
  const town = latin(given.city, 35)
  if (town === '') return null
  if (address === 'lines') {
    return element('PstlAdr', [
      element('Ctry', given.country),
      element('AdrLine', latin(given.street ?? '', 70)),
      element('AdrLine', latin(`${given.postalCode ?? ''} ${given.city}`, 70)),
    ])
  }
  return element('PstlAdr', [
    element('StrtNm', latin(street, 70)),
    element('BldgNb', latin(number, 16)),
    element('PstCd', latin(given.postalCode ?? '', 16)),
    element('TwnNm', town),
    element('Ctry', given.country),
  ])
}

/** "Musterweg 12a" is a street and a number; what is written otherwise stays in the street. */
export function splitStreet(text: string): { street: string; number: string } {
  const [first = ''] = text.split('\n')
  const found = /^(.*\D)\s+(\d+\s?[a-zA-Z]?(?:[-/]\d+[a-zA-Z]?)?)$/.exec(first.trim())
  return found ? { street: found[1]!.replace(/,$/, '').trim(), number: found[2]! } : { street: first.trim(), number: '' }
}

export function account(name: string, iban: string): string | null {
  return element(name, [element('Id', [element('IBAN', iban)])])
}

/** The bank: by its BIC, or that it was not given (EPC130-08, 1.5: the IBAN is enough). */
export function agent(name: string, bic: string | null, bicElement: 'BICFI' | 'BIC'): string | null {
  return element(name, [element('FinInstnId', [bic ? element(bicElement, bic) : element('Othr', [element('Id', 'NOTPROVIDED')])])])
}
