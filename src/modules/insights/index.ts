import type { Module } from '../../platform/operation/module.ts'
import { insightsContract } from './contract.ts'
import { readNumbers } from './operations/read-numbers.ts'

export const insightsModule: Module = {
  name: 'insights',
  contract: insightsContract,
  operations: [readNumbers],
  migrations: [],
}
