/** A code list out of its compact text: codes between white space. */
export function list(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/))
}
