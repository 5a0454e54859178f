import { notFound } from '../../../kernel/failure.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { implement } from '../../../platform/operation/module.ts'
import { companyDetails } from '../../company/index.ts'
import { offerContract, type Product } from '../contract.ts'
import { sentenceOf } from '../sentence.ts'
import { findProduct, findProducts, findServices, type StoredProduct } from '../store.ts'

export const listOffer = implement(offerContract['offer.list'], async (context, { withArchived }) => {
  const services = await findServices(context, { withArchived })
  const products = await findProducts(context, { withArchived })
  return { services, products: await withSentences(context, products) }
})

export const readProduct = implement(offerContract['offer.read-product'], async (context, { productId }) => {
  const product = (await findProduct(context, productId)) ?? notFound('product')
  return (await withSentences(context, [product]))[0]!
})

/** What the customer gets and pays, in the company's language; a small business leaves the tax unsaid. */
async function withSentences(context: Context, products: readonly StoredProduct[]): Promise<Product[]> {
  const { language, country, taxRegime } = await companyDetails(context)
  const options = { isTaxed: taxRegime === 'standard' }
  return products.map((product) => ({ ...product, sentence: sentenceOf(product.terms, { language, country }, options) }))
}
