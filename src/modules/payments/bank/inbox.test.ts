import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Failure } from '../../../kernel/failure.ts'
import { importBankInbox } from './inbox.ts'

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'inbox-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

const now = 1_800_000_000_000

function drop(company: string, name: string, content: string, secondsOld = 60): void {
  mkdirSync(join(directory, company), { recursive: true })
  writeFileSync(join(directory, company, name), content)
  const at = now / 1000 - secondsOld
  utimesSync(join(directory, company, name), at, at)
}

function services(outcome: (content: string) => void = () => undefined) {
  const calls: [string, string, string][] = []
  const runAs = async (company: string, operation: string, input: unknown) => {
    const { fileName, content } = input as { fileName: string; content: string }
    calls.push([company, operation, fileName])
    outcome(Buffer.from(content, 'base64').toString())
  }
  return { calls, services: { directory, runAs, now: () => now } }
}

test('each file of each company is imported once and set aside', async () => {
  drop('company-a', 'march.xml', '<a/>')
  drop('company-b', 'april.csv', 'x')
  const { calls, services: given } = services()
  expect(await importBankInbox(given)).toBe(2)
  expect(await importBankInbox(given)).toBe(0)
  expect(calls).toEqual([
    ['company-a', 'payments.import-bank-file', 'march.xml'],
    ['company-b', 'payments.import-bank-file', 'april.csv'],
  ])
  expect(readdirSync(join(directory, 'company-a', 'imported'))).toEqual(['march.xml'])
})

test('a refused file lies beside the reason, and the others still go', async () => {
  drop('company-a', 'bad.xml', 'bad')
  drop('company-a', 'good.xml', 'good')
  const { services: given } = services((content) => {
    if (content === 'bad') throw new Failure({ code: 'xml_malformed', kind: 'invalid' })
  })
  expect(await importBankInbox(given)).toBe(2)
  expect(readFileSync(join(directory, 'company-a', 'refused', 'bad.xml.txt'), 'utf8')).toBe('xml_malformed\n')
  expect(readdirSync(join(directory, 'company-a', 'imported'))).toEqual(['good.xml'])
})

test('a file that is still being written, and a hidden one, are left alone', async () => {
  drop('company-a', 'growing.xml', 'x', 0)
  drop('company-a', '.hidden', 'x')
  drop('company-a', 'half.xml.part', 'x')
  expect(await importBankInbox(services().services)).toBe(0)
})

test('a fault of ours leaves the file for the next look', async () => {
  drop('company-a', 'march.xml', 'x')
  const { services: given } = services(() => {
    throw new Error('database away')
  })
  await expect(importBankInbox(given)).rejects.toThrow('database away')
  expect(readdirSync(join(directory, 'company-a'))).toEqual(['march.xml'])
})

test('no inbox at all is an empty one', async () => {
  expect(await importBankInbox({ ...services().services, directory: join(directory, 'nowhere') })).toBe(0)
})
