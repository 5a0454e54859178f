import type { DocumentModel } from '../document-model.ts'
import type { Face } from './fonts.ts'

/** Millimetres to points. */
export const mm = (millimetres: number) => millimetres * 2.834646

export const paper = { width: 595.28, height: 841.89 }
export const margin = { left: mm(25), right: mm(20), top: mm(20) }
export const column = { left: margin.left, right: paper.width - margin.right, width: paper.width - margin.left - margin.right }

export const ink = '#1c1b19'
export const grey = '#6d6a64'
export const hairline = '#d9d5cd'

/** How a layout sets the same parts. Sizes in points. */
export interface Layout {
  readonly face: Face
  /** How much of the usual space stands between the parts. */
  readonly spacing: number
  readonly brand: { readonly align: 'left' | 'center'; readonly size: number; readonly isRuled: boolean }
  /** A bar in the company's colour along the upper edge. */
  readonly hasBar: boolean
  readonly title: { readonly size: number; readonly weight: 'regular' | 'semibold'; readonly isColoured: boolean }
  readonly table: {
    readonly headRule: 'below' | 'both'
    readonly rowRule: 'hairline' | 'none'
    readonly padding: number
    readonly nameWeight: 'regular' | 'medium'
  }
  readonly total: { readonly size: number; readonly rule: 'single' | 'double' | 'none'; readonly isColoured: boolean }
  readonly foot: { readonly align: 'left' | 'center'; readonly isRuled: boolean }
}

const layouts: Record<DocumentModel['look']['layout'], Omit<Layout, 'face' | 'spacing'>> = {
  clear: {
    brand: { align: 'left', size: 17, isRuled: false },
    hasBar: false,
    title: { size: 20, weight: 'semibold', isColoured: false },
    table: { headRule: 'below', rowRule: 'hairline', padding: 5.5, nameWeight: 'medium' },
    total: { size: 13, rule: 'single', isColoured: false },
    foot: { align: 'left', isRuled: true },
  },
  classic: {
    brand: { align: 'center', size: 19, isRuled: true },
    hasBar: false,
    title: { size: 17, weight: 'regular', isColoured: false },
    table: { headRule: 'both', rowRule: 'none', padding: 4.5, nameWeight: 'regular' },
    total: { size: 11.5, rule: 'double', isColoured: false },
    foot: { align: 'center', isRuled: true },
  },
  airy: {
    brand: { align: 'left', size: 19, isRuled: false },
    hasBar: true,
    title: { size: 25, weight: 'regular', isColoured: true },
    table: { headRule: 'below', rowRule: 'none', padding: 7, nameWeight: 'medium' },
    total: { size: 18, rule: 'none', isColoured: true },
    foot: { align: 'left', isRuled: false },
  },
}

/** The layout that the company has chosen. */
export function layoutOf(model: DocumentModel): Layout {
  const layout = { ...layouts[model.look.layout], face: model.look.font }
  if (!model.paymentCodes.some((code) => code.kind === 'swiss')) return { ...layout, spacing: 1 }
  // A payment part takes the lower third: closer set, an invoice of some lines stays on one page with it.
  return { ...layout, spacing: 0.5, table: { ...layout.table, padding: Math.min(layout.table.padding, 4.5) } }
}
