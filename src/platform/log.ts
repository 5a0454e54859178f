/** One JSON line per event on standard error. Inputs of operations are never logged, so secrets cannot be. */
export interface Log {
  info(event: string, details?: Readonly<Record<string, unknown>>): void
  error(event: string, details?: Readonly<Record<string, unknown>>): void
}

export const standardLog: Log = {
  info: (event, details) => write('info', event, details),
  error: (event, details) => write('error', event, details),
}

export const silentLog: Log = { info: () => undefined, error: () => undefined }

function write(level: string, event: string, details: Readonly<Record<string, unknown>> = {}): void {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...details })}\n`)
}

/** What may be logged of an error: its name, message and stack, never an input. */
export function describeError(error: unknown): Record<string, unknown> {
  return error instanceof Error ? { error: error.name, message: error.message, stack: error.stack } : { error: String(error) }
}
