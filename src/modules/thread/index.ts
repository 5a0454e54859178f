import type { Module } from '../../platform/operation/module.ts'
import { threadContract } from './contract.ts'
import { readThread, readThreadTimeline } from './operations/read-thread.ts'

export const threadModule: Module = {
  name: 'thread',
  contract: threadContract,
  operations: [readThread, readThreadTimeline],
  migrations: [],
}
