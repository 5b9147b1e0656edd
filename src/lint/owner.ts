/** Whose a place of the registry is. */
import type { Composite, Registry, SimpleConnector } from '../registry/model.js';
import type { Finding } from './finding.js';

export type Owner = Pick<Finding, 'connector' | 'step'>;

/** As findings call an entry. */
export const nameOf = ({ permalink, name }: { permalink: string; name: string }): string | null =>
  permalink || name || null;

/** The entry and the step that a JSON pointer leads into; null where it leads into none. */
export function ownerByPointer(registry: Registry): (pointer: string) => Owner {
  let entries: Map<string, SimpleConnector | Composite> | undefined;
  return (pointer) => {
    const [, array, index, field, step] = pointer.split('/', 5);
    entries ??= new Map([...registry.connectors, ...registry.composites].map((each) => [each.pointer, each]));
    const entry = entries.get(`/${array}/${index}`);
    if (!entry) return { connector: null, step: null };
    const steps = entry.kind === 'composite' && field === 'steps' ? entry.steps : [];
    const found = steps.find((each) => String(each.index) === step);
    return { connector: nameOf(entry), step: found?.name || null };
  };
}
