import { fork, type ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Scan, ScanRequest } from './scan.ts'

/** After so long without a receipt the process goes. */
const idleMilliseconds = 20_000
/** A page that takes longer is given up, and with it the process. */
const pageMilliseconds = 30_000
const wholeMilliseconds = 100_000
/** A process that grows beyond this is ended; where the system does not tell its size, time alone bounds it. */
const megabytesMax = 1200

/** Beside this file, as a source or as built. */
const readerFile = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? './reader.ts' : './reader.js', import.meta.url))

/** The receipt cannot be looked at: damaged, protected, too slow or too large once unpacked. */
export class Unreadable extends Error {}

let child: ChildProcess | undefined
let idle: NodeJS.Timeout | undefined
let last: Promise<unknown> = Promise.resolve()

/**
 * Looks at a receipt in a process of its own, one at a time, in the order of asking. Throws Unreadable, after 30 s for a page
 * and 100 s for all of them at the latest; the server goes on answering and loses nothing when the process dies.
 */
export function scanReceipt(request: ScanRequest): Promise<Scan> {
  const scan = last.then(() => scanNow(request))
  last = scan.catch(() => undefined)
  return scan
}

async function scanNow(request: ScanRequest): Promise<Scan> {
  clearTimeout(idle)
  child ??= start()
  const reader = child
  reader.ref()
  reader.channel?.ref()
  try {
    return await answerOf(reader, request)
  } finally {
    rest(reader)
  }
}

function answerOf(reader: ChildProcess, request: ScanRequest): Promise<Scan> {
  return new Promise<Scan>((resolve, reject) => {
    const giveUp = (problem: string) => finish(() => (stop(reader), reject(new Unreadable(problem))))
    let page = setTimeout(() => giveUp('too slow'), pageMilliseconds)
    const whole = setTimeout(() => giveUp('too slow'), wholeMilliseconds)
    const size = setInterval(() => void megabytesOf(reader).then((megabytes) => megabytes > megabytesMax && giveUp('too large')), 250)
    const onMessage = (answer: { scan?: Scan; problem?: string; isAtWork?: true }) => {
      if (answer.isAtWork) {
        clearTimeout(page)
        page = setTimeout(() => giveUp('too slow'), pageMilliseconds)
      } else finish(() => (answer.scan ? resolve(answer.scan) : reject(new Unreadable(answer.problem))))
    }
    const onExit = () => finish(() => (stop(reader), reject(new Unreadable('the reader ended'))))
    const finish = (then: () => void) => {
      clearTimeout(page)
      clearTimeout(whole)
      clearInterval(size)
      reader.off('message', onMessage).off('exit', onExit)
      then()
    }
    reader.on('message', onMessage).on('exit', onExit)
    reader.send(request, (error) => error && onExit())
  })
}

function start(): ChildProcess {
  const started = fork(readerFile, [], {
    serialization: 'advanced',
    // Nothing of the server's surroundings is needed there, its secrets least of all.
    env: { PATH: process.env['PATH'] },
    execArgv: ['--disable-warning=ExperimentalWarning', '--max-old-space-size=384'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  started.on('error', () => stop(started))
  return started
}

function stop(reader: ChildProcess): void {
  if (child === reader) child = undefined
  reader.kill('SIGKILL')
}

/** It never keeps the server alive, and goes when it has nothing to do. */
function rest(reader: ChildProcess): void {
  reader.unref()
  reader.channel?.unref()
  idle = setTimeout(() => stop(reader), idleMilliseconds)
  idle.unref()
}

async function megabytesOf(reader: ChildProcess): Promise<number> {
  const text = await readFile(`/proc/${reader.pid}/statm`, 'utf8').catch(() => '0 0')
  return (Number(text.split(' ')[1]) * 4096) / 1024 / 1024
}
