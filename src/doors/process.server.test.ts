import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fillPlace, Places } from '../../tests/place.ts'
import { startServer, type RunningServer } from '../../tests/server.ts'

// The doors as the world outside meets them: bin/cloudburo and the server as processes of their own.

const program = join(import.meta.dirname, '../../bin/cloudburo')
const places = new Places()
let environment: NodeJS.ProcessEnv
let companyId: string
let server: RunningServer

beforeAll(async () => {
  environment = { PATH: process.env['PATH'], HOME: process.env['HOME'], ...(await places.empty()) }
  companyId = await fillPlace(environment)
  server = await startServer({ environment })
})
afterAll(async () => {
  await server.stop()
  await places.remove()
})

interface Outcome {
  readonly code: number
  readonly out: string
  readonly problem: string
}

/** Runs bin/cloudburo; what it writes on standard output and standard error. */
function run(words: readonly string[], options: { input?: string; environment?: NodeJS.ProcessEnv } = {}): Promise<Outcome> {
  return new Promise((resolve) => {
    const env = { ...environment, PUBLIC_URL: server.url, ...options.environment }
    const child = execFile(program, [...words], { env, maxBuffer: 20_000_000 }, (error, out, problem) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out: out.trim(), problem: problem.trim() })
    })
    child.stdin?.end(options.input ?? '')
  })
}

const newToken = async (...words: string[]) => (await run(['token', '--company', 'Pfote', ...words])).out

describe('the command line, beside a running server', () => {
  test('describes every operation with its schemas as JSON', async () => {
    const operations = JSON.parse((await run(['operations', '--json'])).out) as { name: string; summary: string; input: { type?: string }; isTool: boolean }[]
    expect(operations.length).toBeGreaterThan(120)
    expect(operations.every((each) => each.summary !== '' && typeof each.input === 'object')).toBe(true)
    expect(operations.find((each) => each.name === 'contacts.create')).toMatchObject({ route: 'POST /contacts', effect: 'write', roles: ['owner', 'staff'] })
  })

  test('lists every setting with its meaning and hides secrets', async () => {
    const { out } = await run(['config'], { environment: { SMTP_URL: 'smtp://me:secret@127.0.0.1:9' } })
    for (const name of ['CLOUDBURO_DATA', 'PORT', 'HOST', 'DATABASE_URL', 'SMTP_URL', 'PUBLIC_URL']) expect(out).toMatch(new RegExp(`^${name}\\n {4}\\S`, 'm'))
    expect(out).not.toContain('secret@')
  })

  test('calls an operation with JSON from the line or from standard input', async () => {
    const made = await run(['call', 'contacts.create', '--company', 'Pfote', '--input', '{"name":"Marie Dupont"}'])
    expect(JSON.parse(made.out)).toMatchObject({ id: expect.any(String) })
    const found = await run(['call', 'contacts.find', '--company', companyId, '--input', '-'], { input: '{"text":"marie"}' })
    expect(found.out).toContain('Marie Dupont')
  })

  test('says what is wrong on standard error: 1 for a failure, 2 for a wrong use', async () => {
    const refused = await run(['call', 'contacts.create', '--company', 'Pfote', '--input', '{"name":""}'])
    expect(refused).toMatchObject({ code: 1, out: '', problem: expect.stringMatching(/input_invalid[^]*name: Please write something/) })
    expect(await run(['call', 'contacts.dance', '--company', 'Pfote'])).toMatchObject({ code: 2, problem: expect.stringContaining('contacts.dance') })
    expect(await run(['mcp', '--company', 'Pfote', '--role', 'queen'])).toMatchObject({ code: 2, problem: expect.stringContaining('queen') })
  })

  test('prints a token that REST takes, within its scopes', async () => {
    const token = await newToken('--scopes', 'read')
    const ask = (method: string, path: string, body?: object) =>
      fetch(`${server.url}/api/v1${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body ? { body: JSON.stringify(body) } : {}),
      })
    expect(await (await ask('GET', '/contacts')).json()).toMatchObject({ contacts: [{ name: 'Marie Dupont' }] })
    const refused = await ask('POST', '/contacts', { name: 'Nobody' })
    expect(refused.status).toBe(403)
    expect(await refused.json()).toMatchObject({ code: 'forbidden', status: 403 })
  })

  test('prints a link that signs a person in once', async () => {
    const { out } = await run(['sign-in-link', 'anna@example.com'])
    const opened = await fetch(out, { redirect: 'manual' })
    expect([opened.status, opened.headers.get('location')]).toEqual([302, '/'])
    const cookie = opened.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ')
    const mine = await fetch(`${server.url}/api/call/company.mine`, { method: 'POST', headers: { cookie, 'x-cloudburo': '1' }, body: '{}' })
    expect(await mine.json()).toMatchObject({ person: { email: 'anna@example.com' }, companies: [{ id: companyId }] })
    const again = await fetch(out, { redirect: 'manual' })
    expect(again.headers.get('location')).toBe('/sign-in?error=INVALID_TOKEN')
    expect(again.headers.getSetCookie().join()).not.toContain('session_token')
  })
})

/** What a tool answers, read from its text. */
async function use(client: Client, name: string, input: Record<string, unknown> = {}) {
  const result = (await client.callTool({ name, arguments: input })) as CallToolResult
  const [content] = result.content
  return { isError: result.isError ?? false, answer: JSON.parse(content?.type === 'text' ? content.text : 'null') as Record<string, unknown> }
}

describe('MCP over standard input and output', () => {
  const open = async (...words: string[]) => {
    const client = new Client({ name: 'test', version: '1' })
    const env = Object.fromEntries(Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined))
    await client.connect(new StdioClientTransport({ command: program, args: ['mcp', '--company', 'Pfote', ...words], env, stderr: 'ignore' }))
    return client
  }

  test('offers a curated list of tools, reads, writes, and names what failed', async () => {
    const client = await open()
    try {
      expect(client.getServerVersion()).toMatchObject({ name: 'cloudburo' })
      const { tools } = await client.listTools()
      expect(tools.length).toBeGreaterThanOrEqual(20)
      expect(tools.length).toBeLessThanOrEqual(32)
      for (const tool of tools) expect(tool.name).toMatch(/^[a-z]+_[a-z-]+$/)
      expect(tools.find((tool) => tool.name === 'thread_read')).toMatchObject({
        annotations: { readOnlyHint: true },
        inputSchema: { type: 'object', required: ['contactId'] },
      })
      expect(tools.find((tool) => tool.name === 'invoicing_issue')?.annotations?.destructiveHint).toBe(true)
      const { answer } = await use(client, 'contacts_create', { name: 'Kurt Bergmann', email: 'kurt@example.com' })
      expect(await use(client, 'thread_read', { contactId: answer['id'] })).toMatchObject({ isError: false })
      expect(JSON.stringify((await use(client, 'contacts_find', { text: 'bergm' })).answer)).toContain('Kurt Bergmann')
      expect(await use(client, 'contacts_create', { name: 'Kurt', email: 'nonsense' })).toMatchObject({
        isError: true,
        answer: { code: 'input_invalid', fields: { email: { code: 'email_malformed', text: 'This is no e-mail address.' } } },
      })
      expect(await use(client, 'company_update', { name: 'Mine' })).toMatchObject({ isError: true, answer: { code: 'operation_unknown' } })
    } finally {
      await client.close()
    }
  })

  test('gives a model no more than the role it was started with', async () => {
    const client = await open('--role', 'accountant')
    try {
      const names = (await client.listTools()).tools.map((tool) => tool.name)
      expect(names).toContain('invoicing_list')
      expect(names).not.toContain('contacts_create')
      expect(await use(client, 'contacts_create', { name: 'Nobody' })).toMatchObject({
        isError: true,
        answer: { code: 'forbidden', text: expect.stringContaining('role') },
      })
      expect(await use(client, 'today_read')).toMatchObject({ isError: false })
    } finally {
      await client.close()
    }
  })
})

describe('MCP over HTTP', () => {
  const open = async (token: string) => {
    const client = new Client({ name: 'test', version: '1' })
    const transport = new StreamableHTTPClientTransport(new URL(`${server.url}/api/mcp`), { requestInit: { headers: { authorization: `Bearer ${token}` } } })
    await client.connect(transport as never)
    return client
  }

  test('does the same with a token', async () => {
    const client = await open(await newToken('--role', 'staff'))
    const names = (await client.listTools()).tools.map((tool) => tool.name)
    expect(names).toContain('contacts_create')
    expect(names).not.toContain('insights_read')
    const { answer } = await use(client, 'contacts_create', { name: 'Lea Moser' })
    expect(await use(client, 'contacts_add-note', { contactId: answer['id'], text: 'Likes mornings' })).toMatchObject({ isError: false })
    expect(await use(client, 'contacts_add-note', { contactId: '01900000-0000-7000-8000-000000000000', text: 'x' })).toMatchObject({
      isError: true,
      answer: { code: 'not_found' },
    })
    expect(await use(client, 'insights_read')).toMatchObject({ isError: true, answer: { code: 'forbidden' } })
    await client.close()
  })

  test('reads and no more with a token that may only read', async () => {
    const client = await open(await newToken('--scopes', 'read'))
    expect(await use(client, 'invoicing_unbilled')).toMatchObject({ isError: false })
    expect(await use(client, 'contacts_create', { name: 'Nobody' })).toMatchObject({ isError: true, answer: { code: 'forbidden' } })
    await client.close()
  })

  test('knows nobody without a token', async () => {
    await expect(open('cb_'.padEnd(46, 'x'))).rejects.toThrow(/401|token_invalid/)
    const plain = await fetch(`${server.url}/api/mcp`, { method: 'POST', headers: { 'x-cloudburo': '1', 'content-type': 'application/json' }, body: '{}' })
    expect(plain.status).toBe(401)
  })
})
