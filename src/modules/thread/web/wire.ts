import type { CallOutput } from '../../../web/kit/operations.ts'

/** The thread as the browser receives it. */
export type ThreadAnswer = CallOutput<'thread.read'>
export type WireAgreement = ThreadAnswer['agreements'][number]
export type WireEntry = ThreadAnswer['timeline']['entries'][number]
export type WireSuggestion = ThreadAnswer['suggestions'][number]
export type WireTimeline = ThreadAnswer['timeline']
