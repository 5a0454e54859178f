/**
 * Code page 850, 0x80 to 0xFF: what programs of DOS times write, and some banks still. TextDecoder does not know it.
 */
const cp850 = 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´­±‗¾¶§÷¸°¨·¹³²■ '

/**
 * The text of bytes that are not UTF-8, read in the one of five encodings that gives words: Windows-1252 (which holds
 * Latin-1), code page 850, and for the east of Europe Windows-1250 and ISO 8859-2.
 */
export function decodeWithoutMark(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, 200_000)
  const ascii = String.fromCharCode(...sample.subarray(0, 8000)).replace(/[^\x20-\x7e]/g, ' ')
  // What no letter can tell, the currency or the account's country can.
  const isEastern = /\b(CZK|PLN|HUF|RON|HRK|RSD)\b|\b(CZ|PL|HU|RO|SK|SI|HR)\d{2}[ \d]{16}/.test(ascii)
  const candidates = (isEastern ? ['windows-1250', 'iso-8859-2', 'windows-1252', 'cp850'] : ['windows-1252', 'cp850', 'windows-1250', 'iso-8859-2']).map(
    (encoding) => ({ encoding, faults: faultsIn(decodeAs(sample, encoding)) }),
  )
  const best = candidates.reduce((left, right) => (right.faults < left.faults ? right : left))
  return decodeAs(bytes, best.encoding)
}

function decodeAs(bytes: Uint8Array, encoding: string): string {
  if (encoding !== 'cp850') return new TextDecoder(encoding).decode(bytes)
  const parts: string[] = []
  for (let start = 0; start < bytes.length; start += 8192) {
    const codes = Array.from(bytes.subarray(start, start + 8192), (byte) => (byte < 0x80 ? byte : cp850.charCodeAt(byte - 0x80)))
    parts.push(String.fromCharCode(...codes))
  }
  return parts.join('')
}

/** What no text of a bank holds: control characters, signs inside or at the beginning of words, capitals after small letters. */
function faultsIn(text: string): number {
  // oxlint-disable-next-line no-control-regex -- that is what is looked for
  const controls = text.match(/[\u0080-\u009f]/g)?.length ?? 0
  const signs = text.match(/\p{L}[^\p{L}\p{N}\s\u0000-\u007f’‘´·]|[^\p{L}\p{N}\s\u0000-\u007f€£§«»“”„‘’–—°·½®©´]\p{L}/gu)?.length ?? 0
  const capitals = text.match(/\p{Ll}(?=[^\u0000-\u007f])\p{Lu}/gu)?.length ?? 0
  const boxes = text.match(/[\u2500-\u259f‗¤¦¬ª×÷]/g)?.length ?? 0
  return controls * 3 + signs * 2 + capitals + boxes
}
