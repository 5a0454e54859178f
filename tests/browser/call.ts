import type { Page } from 'playwright-core'

/** Calls an operation with the session of the window, in the person's first company: to prepare what a test is about. */
export async function callAs(page: Page, operation: string, input: unknown): Promise<{ id: string }> {
  const { companies } = await page.evaluate(async () => {
    const answer = await fetch('/api/call/company.mine', { method: 'POST', headers: { 'content-type': 'application/json', 'x-cloudburo': '1' }, body: '{}' })
    return (await answer.json()) as { companies: { id: string }[] }
  })
  return page.evaluate(
    async ([name, body, companyId]) => {
      const headers = { 'content-type': 'application/json', 'x-cloudburo': '1', 'cloudburo-company': companyId!, 'idempotency-key': crypto.randomUUID() }
      const answer = await fetch(`/api/call/${name}`, { method: 'POST', headers, body: body! })
      if (!answer.ok) throw new Error(`${name}: ${await answer.text()}`)
      return (await answer.json()) as { id: string }
    },
    [operation, JSON.stringify(input), companies[0]!.id],
  )
}
