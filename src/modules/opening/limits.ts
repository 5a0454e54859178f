/** What one opening position may hold: a small business typed it, and it is entered in one transaction. */
export const openingLimits = {
  rowsMax: 2000,
  cellLengthMax: 200,
  /** Base64 of a megabyte. */
  base64LengthMax: 1_400_000,
  textLengthMax: 1_000_000,
  /** Nothing that runs today began earlier; it also bounds how many periods an agreement may have had. */
  yearsBackMax: 30,
} as const
