import { Zip, ZipPassThrough } from 'fflate'
import type { Hono } from 'hono'
import { Failure } from '../../kernel/failure.ts'
import { archiveTable, type IndexedFile } from '../../modules/books/index.ts'
import { visitorOf } from './actor.ts'
import { run } from './call.ts'
import type { HttpServices } from './services.ts'

interface Page {
  readonly files: readonly (Omit<IndexedFile, 'bytes' | 'hash'> & { readonly kind: string; readonly id: string; readonly of: string })[]
  readonly next: string | null
}

/**
 * All documents of some days as one ZIP, written as fast as it is taken: one file is in memory at a time, however many there
 * are. Its last file is the table of contents with the hash of each.
 */
export function addArchiveRoutes(application: Hono, services: HttpServices): void {
  application.get('/api/books/archive', async (context) => {
    const visitor = await visitorOf(context.req.raw, services)
    const days = { from: context.req.query('from'), to: context.req.query('to') }
    const read = async <Answer>(operation: string, input: object) =>
      JSON.parse(JSON.stringify(await run(services, visitor, { operation, input, key: undefined }))) as Answer
    // The first page is read before the answer begins: whoever may not is told so, and nobody gets half a file.
    const first = await read<Page>('books.archive-index', days)
    const chunks = zipOf(
      first,
      (after) => read<Page>('books.archive-index', { ...days, after }),
      (file) => read('books.archive-file', file),
    )
    return new Response(asStream(chunks), {
      headers: {
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="documents-${days.from}-${days.to}.zip"`,
        'cache-control': 'private, no-store',
      },
    })
  })
}

/** Asked for the next piece only when the one before it was taken. */
function asStream(chunks: AsyncGenerator<Uint8Array>): ReadableStream {
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await chunks.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await chunks.return(undefined)
    },
  })
}

async function* zipOf(
  first: Page,
  pageAfter: (after: string) => Promise<Page>,
  fileOf: (file: { kind: string; id: string; of: string }) => Promise<{ content: string; hash: string }>,
): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    ready.push(chunk)
  })
  const take = () => {
    const taken = ready
    ready = []
    return taken
  }
  const listed: IndexedFile[] = []
  for (let page: Page | undefined = first; page; page = page.next === null ? undefined : await pageAfter(page.next)) {
    for (const file of page.files) {
      const answer = await fileOf({ kind: file.kind, id: file.id, of: file.of }).catch(missing)
      if (!answer) continue
      const bytes = Buffer.from(answer.content, 'base64')
      addFile(zip, file.path, bytes, file.day)
      listed.push({ ...file, bytes: bytes.length, hash: answer.hash })
      yield* take()
    }
  }
  addFile(zip, 'index.csv', Buffer.from(archiveTable(listed)), listed[0]?.day ?? '2000-01-01')
  zip.end()
  yield* take()
}

/** A file that is gone is left out, as its content went after its retention; anything else breaks the archive off. */
function missing(error: unknown): undefined {
  if (error instanceof Failure && error.kind === 'not_found') return undefined
  throw error
}

/** Stored as it is: PDFs and pictures are compressed already. The day of the document is the day of the file. */
function addFile(zip: Zip, path: string, bytes: Uint8Array, day: string): void {
  const entry = new ZipPassThrough(path)
  entry.mtime = `${day < '1980-01-01' ? '1980-01-01' : day}T12:00:00`
  zip.add(entry)
  entry.push(bytes, true)
}
