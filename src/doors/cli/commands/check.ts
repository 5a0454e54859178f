import type { Command } from '../arguments.ts'
export const check: Command = { usage: 'check', summary: '', async run() {} }
