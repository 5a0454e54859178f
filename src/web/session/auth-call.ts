import { request } from '../kit/client.ts'
import { asProblem, Problem } from '../kit/problem.ts'

/** The sign-in service speaks plain HTTP under /api/auth; its client library would weigh more than this whole folder. */
export async function post(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Record<string, unknown>> {
  const response = await request(`/api/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    companyId: null,
  })
  const text = await response.text()
  return text ? ((JSON.parse(text) as Record<string, unknown> | null) ?? {}) : {}
}

export async function read<Answer>(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return (await (await request(`/api/auth/${path}`, { companyId: null, headers })).json()) as Answer
}

/** Gives the service's failures our names, by their code or by their status: `named(post(…), { INVALID_CODE: 'code_wrong', 401: 'sign_in_failed' })`. */
export async function named<Answer>(work: Promise<Answer>, names: Readonly<Record<string, string | { field: string; code: string }>>): Promise<Answer> {
  try {
    return await work
  } catch (error) {
    const problem = asProblem(error)
    // The page is open under another address than the server's own, PUBLIC_URL.
    const name = problem.code === 'INVALID_ORIGIN' ? 'address_wrong' : (names[problem.code] ?? names[String(problem.status)])
    if (name === undefined) throw problem
    if (typeof name === 'string') throw new Problem({ code: name, status: problem.status })
    throw wrongFields({ [name.field]: name.code })
  }
}

/** What is wrong with an address, a name or a password before it is sent. */
export function assertFilled(values: { readonly name?: string; readonly email?: string; readonly password?: string }): void {
  const fields: Record<string, string> = {}
  if (values.name?.trim() === '') fields['name'] = 'text_missing'
  if (values.email !== undefined && !isAddress(values.email)) fields['email'] = 'email_malformed'
  if (values.password !== undefined && values.password.length < 10) fields['password'] = 'password_short'
  if (Object.keys(fields).length > 0) throw wrongFields(fields)
}

/** Something is wrong with what was typed, said at each field. */
export function wrongFields(fields: Readonly<Record<string, string>>): Problem {
  return new Problem({ code: 'input_invalid', status: 422, fields })
}

function isAddress(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim())
}
