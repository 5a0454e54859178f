import { implement } from '../../../platform/operation/module.ts'
import { ensureContact } from '../../contacts/index.ts'
import { portalContract } from '../contract.ts'
import { makeLink } from '../links.ts'
import { linksOf, revokeLinks } from '../store.ts'

export const createLink = implement(portalContract['portal.create-link'], async (context, input) => {
  await ensureContact(context, input.contactId)
  return makeLink(context, input.contactId)
})

export const revokeLink = implement(portalContract['portal.revoke-link'], async (context, input) => {
  await ensureContact(context, input.contactId)
  return { count: await revokeLinks(context, input) }
})

export const listLinks = implement(portalContract['portal.links'], async (context, input) => {
  await ensureContact(context, input.contactId)
  return { links: await linksOf(context, input.contactId) }
})
