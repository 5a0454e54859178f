import type { Module } from '../../platform/operation/module.ts'
import { registerTexts } from '../texts.ts'
import { openingContract } from './contract.ts'
import { enterOpening } from './operations/enter-opening.ts'
import { exampleOpening } from './operations/example-opening.ts'
import { previewOpening } from './operations/preview-opening.ts'
import { de } from './texts/de.ts'
import { en } from './texts/en.ts'
import { fr } from './texts/fr.ts'
import { it } from './texts/it.ts'

registerTexts({ en, de, fr, it })

/** It has no tables: everything it enters belongs to the modules before it. */
export const openingModule: Module = {
  name: 'opening',
  contract: openingContract,
  operations: [previewOpening, enterOpening, exampleOpening],
  migrations: [],
}
