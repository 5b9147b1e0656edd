/** Which fields are broken or misnamed: what follows from their absence is no fault of its own. */
import type { Registry } from '../../registry/model.js';
import { oncePer } from '../../text/once.js';

const faultyPointers = oncePer(({ problems }: Registry): ReadonlySet<string> => {
  const pointers = new Set<string>();
  for (const { pointer, suggestion, code } of problems) {
    pointers.add(pointer);
    if (code !== 'unknown-field' || suggestion === undefined) continue;
    pointers.add(`${pointer.slice(0, pointer.lastIndexOf('/'))}/${suggestion}`);
  }
  return pointers;
});

/** Whether the field has a problem itself, or another field was most likely meant to be it. */
export const isFaulty = (registry: Registry, part: { readonly pointer: string }, field: string): boolean =>
  faultyPointers(registry).has(`${part.pointer}/${field}`);
