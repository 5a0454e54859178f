/** One field of a SWIFT message: ":86:" and what follows, the lines divided by line feeds. */
export interface Field {
  readonly tag: string
  readonly value: string
}

/**
 * The tags of MT940 and MT942, and "NS" that some banks put in place of ":86:". Nothing else begins a field: a line of
 * text that was wrapped before ":26:37" or ":08 " is still text.
 */
const fieldPattern = /^:(20|21|25P?|28C?|34F|13D?|60[FM]|61|62[FM]|64|65|86|90[CD]|NS|940):/

/** Whether the text is an MT940: its first field begins one. */
export function looksLikeMt940(text: string): boolean {
  return /^:(20|25P?|28C?|60[FM]|61|940):/m.test(text.slice(0, 3000)) && !/^\s*</.test(text)
}

/** The messages of a file, each a list of fields; what a bank puts around and between them is left out. */
export function splitMessages(text: string): Field[][] {
  const messages: Field[][] = []
  let message: Field[] = []
  let lines: string[] | undefined
  let tag = ''
  const endField = () => {
    if (lines) message.push({ tag, value: lines.join('\n') })
    lines = undefined
  }
  const endMessage = () => {
    endField()
    if (message.length > 0) messages.push(message)
    message = []
  }
  for (const line of linesOf(text)) {
    const found = fieldPattern.exec(line)
    if (found) {
      if (found[1] === '940') continue
      if (found[1] === '20') endMessage()
      else endField()
      tag = found[1]!
      lines = [line.slice(found[0].length)]
    } else if (isTrailer(line)) endField()
    else if (lines) lines.push(line)
  }
  endMessage()
  return messages
}

/** SWIFT's blocks, their end "-}", "-", "-XXX" of ING and control characters. */
function isTrailer(line: string): boolean {
  return /^-(\}.*|å.*|XXX)?$/.test(line.trimEnd()) || /^\{\d:/.test(line)
}

function linesOf(text: string): string[] {
  // oxlint-disable-next-line no-control-regex -- some banks frame a message by SOH and ETX
  return text.replace(/[\u0001-\u0003]/g, '').split(/\r\n|\n|\r/)
}
