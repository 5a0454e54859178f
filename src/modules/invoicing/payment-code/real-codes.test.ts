import { existsSync, globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseMoney } from '../../../kernel/money.ts'
import { pictureOfImage, pictureOfPage, readQr } from '../testing/picture.ts'
import { paymentCodeOf, type PaymentParty } from './payment-code.ts'
import { isQrIban } from './references.ts'

const folder = `${process.env['CLOUDBURO_FIXTURES'] ?? new URL('../../../../../shared/fixtures', import.meta.url).pathname}/qr`

test.skipIf(!existsSync(folder))('what we write equals the QR-bills of other programs, read from their pictures', { timeout: 60_000 }, async () => {
  let compared = 0
  for (const file of globSync('**/*.{png,svg,pdf}', { cwd: folder })) {
    const payload = await payloadOf(`${folder}/${file}`)
    const lines = payload?.split('\n') ?? []
    // The combined addresses (K) that older bills have are no longer allowed.
    if (lines[0] !== 'SPC' || lines.includes('K')) continue
    expect(ours(lines), file).toBe(lines.slice(0, lines[31]?.startsWith('//') ? 32 : 31).join('\n'))
    compared += 1
  }
  expect(compared).toBeGreaterThanOrEqual(10)
})

async function payloadOf(path: string): Promise<string | null> {
  const bytes = new Uint8Array(readFileSync(path))
  return readQr(path.endsWith('.pdf') ? await pictureOfPage(bytes, { page: 1, scale: 3 }) : await pictureOfImage(bytes, 1600))
}

/** The same bill, asked for with the address as people write it. */
function ours(lines: readonly string[]): string | undefined {
  const account = lines[3]!
  return paymentCodeOf({
    creditor: partyOf(lines.slice(4))!,
    debtor: partyOf(lines.slice(20)),
    iban: isQrIban(account) ? null : account,
    qrIban: isQrIban(account) ? account : null,
    bic: null,
    reference: { kind: ({ QRR: 'qr', SCOR: 'scor' } as const)[lines[27]!] ?? 'none', text: lines[28]! },
    amount: lines[18] === '' ? null : parseMoney(lines[18]!, lines[19]!)!,
    currency: lines[19]!,
    message: lines[29]!,
    billInformation: lines[31] ?? null,
    language: 'de',
    label: '',
    caption: '',
  })?.payload
}

function partyOf(lines: readonly string[]): PaymentParty | null {
  const [type, name, street, number, postalCode, city, country] = lines
  if (type !== 'S') return null
  return { name: name!, street: `${street} ${number}`.trim(), postalCode: postalCode!, city: city!, country: country! }
}
