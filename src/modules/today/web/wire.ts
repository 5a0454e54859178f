import type { CallOutput } from '../../../web/kit/operations.ts'

/** Today as the browser receives it. */
export type TodayAnswer = CallOutput<'today.read'>
export type WireMove = TodayAnswer['moves'][number]
export type WireSession = TodayAnswer['sessions'][number]
export type WireDone = TodayAnswer['done'][number]
export type WireFacts = WireMove['facts']
