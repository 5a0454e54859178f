import { Suspense } from 'react'
import { useSlots } from './module.ts'

/** Shows what other modules contribute: `<Slot name="thread.aside" contactId={id} />`; every part gets the same properties. */
export function Slot({ name, ...properties }: { readonly name: string } & Readonly<Record<string, unknown>>) {
  return useSlots(name).map((entry, index) => (
    <Suspense key={index} fallback={null}>
      <entry.part.Component {...properties} />
    </Suspense>
  ))
}
