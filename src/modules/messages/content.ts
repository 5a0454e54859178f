/** What a mail says, apart from how it looks: the plain text and the HTML are made from it. */
export interface MailContent {
  readonly paragraphs: readonly string[]
  /** Label and value, such as the amount and the due day. */
  readonly facts: readonly (readonly [string, string])[]
  readonly action: { readonly label: string; readonly url: string } | null
  /** After the facts: how to pay, the greeting's end. */
  readonly closing: readonly string[]
}

/** A text as a person types it: an empty line begins a paragraph. */
export function contentOfText(text: string): MailContent {
  return { paragraphs: text.trim().split(/\n\s*\n/), facts: [], action: null, closing: [] }
}

/** The plain text of a mail. */
export function plainText(content: MailContent): string {
  const facts = content.facts.map(([label, value]) => `${label}: ${value}`).join('\n')
  const action = content.action ? `${content.action.label}:\n${content.action.url}` : ''
  return [...content.paragraphs, facts, action, ...content.closing].filter((part) => part !== '').join('\n\n')
}
