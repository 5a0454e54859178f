import { implement } from '../../../platform/operation/module.ts'
import { todayContract } from '../contract.ts'
import { refreshExpected } from '../expected-moves.ts'

export const refreshToday = implement(todayContract['today.refresh'], async (context) => ({ count: await refreshExpected(context) }))
