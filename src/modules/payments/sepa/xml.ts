/** What stands in an element: text, or other elements; nothing at all leaves it out. */
export type Content = string | readonly (string | null)[] | null

/** One element. Without content it is left out, since a message has no empty ones. */
export function element(name: string, content: Content, attributes = ''): string | null {
  if (content === null || content === '') return null
  if (typeof content === 'string') return `<${name}${attributes}>${escape(content)}</${name}>`
  const inside = content.filter((each) => each !== null)
  return inside.length === 0 ? null : `<${name}${attributes}>${inside.join('')}</${name}>`
}

/** A whole message, one line: the bytes are the same for the same order. */
export function message(options: { namespace: string; schemaLocation?: string; content: readonly (string | null)[] }): string {
  const location = options.schemaLocation
    ? ` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${options.namespace} ${options.schemaLocation}"`
    : ''
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('Document', options.content, ` xmlns="${options.namespace}"${location}`)}\n`
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
