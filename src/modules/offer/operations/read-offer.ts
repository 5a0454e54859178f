import { notFound } from '../../../kernel/failure.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { implement } from '../../../platform/operation/module.ts'
import { offerContract, type Product } from '../contract.ts'
import { sentenceOf } from '../sentence.ts'
import { findProduct, findProducts, findServices, type StoredProduct } from '../store.ts'

export const listOffer = implement(offerContract['offer.list'], async (context, { withArchived }) => {
  const services = await findServices(context, { withArchived })
  const products = await findProducts(context, { withArchived })
  return { services, products: products.map((product) => withSentence(context, product)) }
})

export const readProduct = implement(offerContract['offer.read-product'], async (context, { productId }) => {
  const product = (await findProduct(context, productId)) ?? notFound('product')
  return withSentence(context, product)
})

function withSentence(context: Context, product: StoredProduct): Product {
  return { ...product, sentence: sentenceOf(product.terms, { language: context.company.language, country: context.company.country }) }
}
