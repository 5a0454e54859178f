import type { Desk } from './desk.ts'
import type { Recorder } from './recorder.ts'

/** Writes a line into quick capture, at once, as fast hands do. */
export async function jot(hands: Recorder, desk: Desk, text: string): Promise<void> {
  await hands.press('/')
  await desk.page.locator('header input:focus').waitFor()
  await hands.type(text)
}

/** Waits until the chips say what was meant, as whoever reads the preview does; the words of another customer are a failure. */
export async function understood(desk: Desk, chips: Readonly<Record<string, string>>): Promise<void> {
  for (const [field, value] of Object.entries(chips)) {
    const chip = desk.page.getByRole('group', { name: 'Understood' }).getByRole('combobox', { name: field, exact: true })
    await desk.until(`"${field}" is understood as ${value}`, async () => (await chip.count()) > 0 && (await chip.inputValue()) === value)
  }
}
