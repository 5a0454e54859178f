declare module 'fontkit' {
  export function create(bytes: Uint8Array): unknown
}

declare module 'bidi-js' {
  export default function bidiFactory(): {
    getEmbeddingLevels(text: string, direction?: 'ltr' | 'rtl'): { readonly levels: Uint8Array }
    getMirroredCharacter(character: string): string | null
  }
}

declare module 'pdfjs-dist/image_decoders/pdf.image_decoders.mjs' {
  export class JpegImage {
    readonly width: number
    readonly height: number
    parse(bytes: Uint8Array): void
    getData(options: { width: number; height: number; forceRGB: boolean }): Uint8ClampedArray
  }
}
