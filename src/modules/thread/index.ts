import type { Module } from '../../platform/operation/module.ts'
import { threadContract } from './contract.ts'
import { mergePreview } from './operations/merge-preview.ts'
import { readThread, readThreadTimeline } from './operations/read-thread.ts'

export const threadModule: Module = {
  name: 'thread',
  contract: threadContract,
  operations: [readThread, readThreadTimeline, mergePreview],
  migrations: [],
}
