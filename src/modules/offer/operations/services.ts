import { notFound } from '../../../kernel/failure.ts'
import { newId } from '../../../kernel/id.ts'
import { quantity } from '../../../kernel/quantity.ts'
import { implement } from '../../../platform/operation/module.ts'
import { indexForSearch, removeFromSearch } from '../../contacts/index.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { offerContract, type Service } from '../contract.ts'
import { findService, saveService } from '../store.ts'

export const createService = implement(offerContract['offer.create-service'], async (context, input) => {
  const isMeasured = input.unit === 'minute'
  const service: Service = {
    ...input,
    id: newId<'service'>(),
    per: input.per ?? quantity(isMeasured ? 60 : 1),
    draws: input.draws ?? quantity(isMeasured ? (input.minutes ?? 60) : 1),
    isArchived: false,
  }
  await keep(context, service)
  return { id: service.id }
})

export const updateService = implement(offerContract['offer.update-service'], async (context, { serviceId, ...changes }) => {
  const service = (await findService(context, serviceId)) ?? notFound('service')
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<Service>
  await keep(context, { ...service, ...given })
  return { id: serviceId }
})

export const archiveService = implement(offerContract['offer.archive-service'], async (context, { serviceId }) => {
  const service = (await findService(context, serviceId)) ?? notFound('service')
  await keep(context, { ...service, isArchived: true })
  return { id: serviceId }
})

export const restoreService = implement(offerContract['offer.restore-service'], async (context, { serviceId }) => {
  const service = (await findService(context, serviceId)) ?? notFound('service')
  await keep(context, { ...service, isArchived: false })
  return { id: serviceId }
})

async function keep(context: Context, service: Service): Promise<void> {
  await saveService(context, service, context.now)
  if (service.isArchived) await removeFromSearch(context, { kind: 'service', subjectId: service.id })
  else await indexForSearch(context, { kind: 'service', subjectId: service.id, title: service.name, detail: '' })
}
