import type { Module } from '../../platform/operation/module.ts'
import { captureContract } from './contract.ts'
import { answer } from './operations/answer.ts'
import { readLexicon } from './operations/read-lexicon.ts'

export const captureModule: Module = {
  name: 'capture',
  contract: captureContract,
  operations: [readLexicon, answer],
  migrations: [],
}
