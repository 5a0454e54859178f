import { invalid, notFound } from '../../../kernel/failure.ts'
import { newId } from '../../../kernel/id.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { implement } from '../../../platform/operation/module.ts'
import { indexForSearch, removeFromSearch } from '../../contacts/index.ts'
import { checkTerms } from '../check-terms.ts'
import { offerContract } from '../contract.ts'
import { findProduct, saveProduct, type StoredProduct } from '../store.ts'
import type { Terms } from '../terms.ts'

export const createProduct = implement(offerContract['offer.create-product'], async (context, input) => {
  const product: StoredProduct = { ...input, id: newId<'product'>(), isArchived: false }
  await keep(context, product)
  return { id: product.id }
})

export const updateProduct = implement(offerContract['offer.update-product'], async (context, { productId, ...changes }) => {
  const product = (await findProduct(context, productId)) ?? notFound('product')
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<StoredProduct>
  await keep(context, { ...product, ...given })
  return { id: productId }
})

export const archiveProduct = implement(offerContract['offer.archive-product'], async (context, { productId }) => {
  const product = (await findProduct(context, productId)) ?? notFound('product')
  await keep(context, { ...product, isArchived: true })
  return { id: productId }
})

export const restoreProduct = implement(offerContract['offer.restore-product'], async (context, { productId }) => {
  const product = (await findProduct(context, productId)) ?? notFound('product')
  await keep(context, { ...product, isArchived: false })
  return { id: productId }
})

async function keep(context: Context, product: StoredProduct): Promise<void> {
  assertConsistent(product.terms)
  await saveProduct(context, product, context.now)
  if (product.isArchived) await removeFromSearch(context, { kind: 'product', subjectId: product.id })
  else await indexForSearch(context, { kind: 'product', subjectId: product.id, title: product.name, detail: '' })
}

/** Fails with input_invalid and the fields below `terms` that do not fit together. */
export function assertConsistent(terms: Terms, below = 'terms'): void {
  const wrong = checkTerms(terms)
  if (Object.keys(wrong).length === 0) return
  invalid(Object.fromEntries(Object.entries(wrong).map(([field, code]) => [`${below}.${field}`, code])))
}
