/**
 * The keystroke-level model (Card, Moran and Newell 1980) with the constants of the effort budget: what an expert needs
 * who makes no errors. Waiting for the machine is not part of it.
 */
export const secondsOf = { key: 0.2, click: 1.3, handMove: 0.4, mentalStep: 1.35 } as const

export interface Effort {
  readonly keys: number
  readonly clicks: number
  readonly pages: number
  readonly seconds: number
}

/** Adds up what the hands and the head do. Hands start on the keyboard; to begin is a mental step, to do nothing is none. */
export class Tally {
  #keys = 0
  #clicks = 0
  #pages = 0
  #handMoves = 0
  #mentalSteps = 0
  #hand: 'keyboard' | 'mouse' = 'keyboard'

  press(keys: number): void {
    this.#begin()
    this.#moveTo('keyboard')
    this.#keys += keys
  }

  /** Pointing at something and clicking it, or dragging something onto it. */
  click(): void {
    this.#begin()
    this.#moveTo('mouse')
    this.#clicks += 1
  }

  /** A decision, or reading what the next act depends on. */
  think(): void {
    this.#begin()
    this.#mentalSteps += 1
  }

  /** Another page has to be taken in, also when the task ends on it. */
  turnPage(): void {
    this.#pages += 1
    this.think()
  }

  effort(): Effort {
    const total = this.#keys * secondsOf.key + this.#clicks * secondsOf.click + this.#handMoves * secondsOf.handMove + this.#mentalSteps * secondsOf.mentalStep
    return { keys: this.#keys, clicks: this.#clicks, pages: this.#pages, seconds: Math.round(total * 100) / 100 }
  }

  #begin(): void {
    if (this.#mentalSteps === 0) this.#mentalSteps = 1
  }

  #moveTo(device: 'keyboard' | 'mouse'): void {
    if (this.#hand !== device) this.#handMoves += 1
    this.#hand = device
  }
}

/**
 * How many keys a character or a named key takes. A character with Shift or AltGr counts as two, the modifier being a
 * key that a finger goes to; so does each modifier of a combination: Control+k is two. Which characters are shifted is
 * read from the US layout; on a Swiss one the slash needs Shift, but the at-sign and the colon cost the same.
 */
export function keysFor(key: string): number {
  if (key.length === 1) return /[A-Z~!@#$%^&*()_+{}|:"<>?À-ÖØ-Þ]/.test(key) ? 2 : 1
  return key.split('+').length
}
