/**
 * Somebody fast types into the plain field that stands in the header until quick capture is loaded: nothing of it is lost.
 * This file is loaded before the bar is shown, so it sees which field was in use at the moment it is replaced.
 */
let used: HTMLInputElement | undefined = plainFieldOf(document.activeElement)

const watch = (event: FocusEvent): void => {
  used = plainFieldOf(event.target)
}
document.addEventListener('focusin', watch)

/** The plain field in use when it was replaced, with what is typed in it; asked once. */
export function takePlainField(): HTMLInputElement | undefined {
  document.removeEventListener('focusin', watch)
  const field = used
  used = undefined
  return field && !field.isConnected ? field : undefined
}

function plainFieldOf(target: EventTarget | null): HTMLInputElement | undefined {
  return target instanceof HTMLInputElement && target.matches('header label > input') ? target : undefined
}
