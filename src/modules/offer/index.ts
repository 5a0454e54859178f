import type { Module } from '../../platform/operation/module.ts'
import { registerTexts } from '../texts.ts'
import { offerContract } from './contract.ts'
import { offerMigration } from './migrations/0001-offer.ts'
import { archiveProduct, createProduct, restoreProduct, updateProduct } from './operations/products.ts'
import { listOffer, readProduct } from './operations/read-offer.ts'
import { archiveService, createService, restoreService, updateService } from './operations/services.ts'
import { de } from './texts/de.ts'
import { en } from './texts/en.ts'
import { fr } from './texts/fr.ts'
import { it } from './texts/it.ts'

registerTexts({ en, de, fr, it })

export const offerModule: Module = {
  name: 'offer',
  contract: offerContract,
  operations: [
    listOffer,
    readProduct,
    createService,
    updateService,
    archiveService,
    restoreService,
    createProduct,
    updateProduct,
    archiveProduct,
    restoreProduct,
  ],
  migrations: [offerMigration],
}

export { assertConsistent } from './operations/products.ts'
export { findProduct, findService, findServices, findProducts, type StoredProduct } from './store.ts'
