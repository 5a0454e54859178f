/** Calling codes of the countries around us; numbers of others are written with their own. */
const callingCodes: Readonly<Record<string, string>> = {
  CH: '41',
  LI: '423',
  DE: '49',
  AT: '43',
  FR: '33',
  IT: '39',
  ES: '34',
  PT: '351',
  BE: '32',
  NL: '31',
  LU: '352',
  GB: '44',
  IE: '353',
  DK: '45',
  SE: '46',
  NO: '47',
  FI: '358',
  PL: '48',
  CZ: '420',
  SK: '421',
  HU: '36',
  SI: '386',
  HR: '385',
  US: '1',
  CA: '1',
}

/**
 * What two spellings of one telephone number have in common: "+41 79 111 22 33", "0041791112233" and "079 111 22 33" in
 * Switzerland are all "41791112233". Empty for a text that is no number.
 */
export function phoneKey(text: string, country: string): string {
  const digits = text.replace(/\(0\)/, '').replace(/\D/g, '')
  if (digits.length < 6 || digits.length > 20) return ''
  if (text.trim().startsWith('+')) return digits
  if (digits.startsWith('00')) return digits.slice(2)
  const code = callingCodes[country]
  if (!code) return digits
  // Italy keeps the zero of its fixed lines after the calling code.
  if (digits.startsWith('0') && country !== 'IT') return code + digits.slice(1)
  return digits.startsWith(code) && digits.length > 10 ? digits : code + digits
}
