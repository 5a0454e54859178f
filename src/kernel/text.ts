/**
 * User-visible texts. A module keeps one file per language, `texts/en.ts` and so on; English is the source:
 *
 *     export const en = { 'work.left': { one: '{count} lesson left', other: '{count} lessons left' } } as const satisfies Texts
 *     export const de: TextsLike<typeof en> = { 'work.left': { one: '…', other: '…' } }   // a missing key does not compile
 *
 * Placeholders are `{name}`; a text that counts has the plural forms of Intl.PluralRules and reads `{count}`.
 */
export type Text = string | { readonly one: string; readonly other: string }
export type Texts = Readonly<Record<string, Text>>
export type TextsLike<Source extends Texts> = { readonly [Key in keyof Source]: Text }
export type TextParameters = Readonly<Record<string, string | number>>

/** Fills one text. A missing parameter stays visible as `{name}`, which tests find. */
export function fillText(text: Text, language: string, parameters: TextParameters = {}): string {
  const template = typeof text === 'string' ? text : text[pluralForm(language, Number(parameters['count'] ?? 0))]
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => (name in parameters ? String(parameters[name]) : whole))
}

function pluralForm(language: string, count: number): 'one' | 'other' {
  return new Intl.PluralRules(language).select(count) === 'one' ? 'one' : 'other'
}
