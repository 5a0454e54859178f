/** Whether the bytes are a PNG picture of a sensible size (RFC 2083: signature, then the IHDR chunk). */
export function parsePng(bytes: Uint8Array): boolean {
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
  if (bytes.length < 33 || signature.some((byte, index) => bytes[index] !== byte)) return false
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return isSensible(view.getUint32(16), view.getUint32(20))
}

/** Whether the bytes are a JPEG picture of a sensible size (the first start-of-frame segment tells it). */
export function parseJpeg(bytes: Uint8Array): boolean {
  if (bytes.length < 4 || bytes[0] !== 0xff || bytes[1] !== 0xd8) return false
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let offset = 2; offset + 9 < bytes.length;) {
    if (bytes[offset] !== 0xff) return false
    const marker = bytes[offset + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame) return isSensible(view.getUint16(offset + 7), view.getUint16(offset + 5))
    offset += 2 + view.getUint16(offset + 2)
  }
  return false
}

/** A picture that claims to be enormous would be unpacked into enormous memory by whoever draws it. */
function isSensible(width: number, height: number): boolean {
  return width > 0 && height > 0 && width <= 6000 && height <= 6000
}
