import type { Module } from '../../platform/operation/module.ts'
import { registerTexts } from '../texts.ts'
import { booksContract } from './contract.ts'
import { de } from './texts/de.ts'
import { en } from './texts/en.ts'
import { fr } from './texts/fr.ts'
import { it } from './texts/it.ts'

registerTexts({ en, de, fr, it })

export const booksModule: Module = {
  name: 'books',
  contract: booksContract,
  operations: [],
  migrations: [],
}
