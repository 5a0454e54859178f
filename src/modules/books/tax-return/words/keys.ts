/** The key of the words of a line: lines that differ in their rate only share them. The rate is said beside it. */
export function lineWords(form: string, key: string): string {
  if (form.startsWith('ch-')) return `books.tax-ch-${swissShared[key] ?? key}`
  return `books.tax-${form}-${key.replace(/-\d+(\.\d+)?$/, '')}`
}

const swissShared: Readonly<Record<string, string>> = {
  302: 'rate',
  303: 'rate',
  312: 'rate',
  313: 'rate',
  342: 'rate',
  343: 'rate',
  322: 'flat',
  323: 'flat',
  332: 'flat',
  333: 'flat',
  382: 'acquired',
  383: 'acquired',
}
