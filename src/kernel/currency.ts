/**
 * ISO 4217: the exponents that are not 2. Source: ISO 4217 list one, as maintained by SIX.
 * A currency that is not named here has two decimal places.
 */
const exponents: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
  CLF: 4,
  UYW: 4,
}

/** An ISO 4217 alphabetic code, such as CHF. */
export type Currency = string

/** The number of decimal places of a currency's minor unit: 2 for CHF, 0 for JPY, 3 for KWD. */
export function exponentOf(currency: Currency): number {
  return exponents[currency] ?? 2
}

const known = new Set(Intl.supportedValuesOf('currency'))

/** Whether the text is a currency code in use. */
export function isCurrency(text: string): text is Currency {
  return known.has(text)
}
