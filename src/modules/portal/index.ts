import type { Module } from '../../platform/operation/module.ts'
import { registerTexts } from '../texts.ts'
import { portalContract } from './contract.ts'
import { portalMigration } from './migrations/0001-portal.ts'
import { createLink, listLinks, revokeLink } from './operations/links.ts'
import { viewPortal } from './operations/view.ts'
import { portalPages } from './pages/pages.ts'
import { de } from './texts/de.ts'
import { en } from './texts/en.ts'
import { fr } from './texts/fr.ts'
import { it } from './texts/it.ts'

registerTexts({ en, de, fr, it })

export const portalModule: Module = {
  name: 'portal',
  contract: portalContract,
  operations: [createLink, revokeLink, listLinks, viewPortal],
  migrations: [portalMigration],
  pages: portalPages,
}

export { portalAddress } from './links.ts'
