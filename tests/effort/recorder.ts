import type { Locator, Page } from 'playwright-core'
import { keysFor, Tally, type Effort } from './tally.ts'

/**
 * Hands on the keyboard and the mouse of a real browser, counted. A task has no other way to touch the window. Mental
 * steps are taken by themselves at the start, on every change of page, and when Enter accepts what quick capture shows
 * as understood; others a task declares with `think`.
 */
export class Recorder {
  readonly #page: Page
  readonly #tally = new Tally()
  readonly #onNavigation: () => void
  #path: string

  constructor(page: Page) {
    this.#page = page
    this.#path = pathOf(page)
    this.#onNavigation = () => {
      const path = pathOf(page)
      if (path !== this.#path) this.#tally.turnPage()
      this.#path = path
    }
    page.on('framenavigated', this.#onNavigation)
  }

  /** A key by its name (Enter, Tab, Control+k) or character. */
  async press(key: string): Promise<void> {
    if (key === 'Enter' && (await this.#isPreviewShown())) this.#tally.think()
    this.#tally.press(keysFor(key))
    await this.#page.keyboard.press(key)
  }

  /** Text, character by character. */
  async type(text: string): Promise<void> {
    for (const character of text) {
      this.#tally.press(keysFor(character))
      await this.#page.keyboard.type(character)
    }
  }

  /** Points and clicks. */
  async click(target: Locator): Promise<void> {
    this.#tally.click()
    await target.click()
  }

  /** Drags a file from a folder's window onto the page: pointing at it and taking it up, pointing at the place and letting go. */
  async drop(target: Locator, file: { name: string; text: string } | { name: string; bytes: Uint8Array }): Promise<void> {
    this.#tally.click()
    this.#tally.click()
    const carried = { name: file.name, base64: Buffer.from('text' in file ? file.text : file.bytes).toString('base64') }
    const transfer = await this.#page.evaluateHandle(({ name, base64 }) => {
      const transferred = new DataTransfer()
      transferred.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name))
      return transferred
    }, carried)
    await target.dispatchEvent('drop', { dataTransfer: transfer })
  }

  /** A decision, or something read that the next act depends on; says what, for whoever reads the task. */
  think(_about: string): void {
    this.#tally.think()
  }

  /** Ends the counting, once the last page has come. */
  async finish(): Promise<Effort> {
    await this.#page.waitForTimeout(300)
    this.#page.off('framenavigated', this.#onNavigation)
    return this.#tally.effort()
  }

  #isPreviewShown(): Promise<boolean> {
    return this.#page.evaluate(() => {
      const field = document.querySelector('header [role=combobox][aria-expanded=true]')
      return field?.closest('[data-open]')?.contains(document.activeElement) ?? false
    })
  }
}

function pathOf(page: Page): string {
  return new URL(page.url()).pathname
}
