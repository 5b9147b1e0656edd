/** Which entry of a registry a widget's call means. */
import type { Registry, SimpleConnector } from '../../registry/model.js';
import { oncePer } from '../../text/once.js';
import { textOf, type WidgetCall } from './model.js';

/** The connector of a simple call; null where it is not certain, or where there is none. */
export function calledConnector(call: WidgetCall, registry: Registry): SimpleConnector | null {
  const permalink = call.kind === 'simple' ? textOf(call.options.entries.get('permalink')) : null;
  const [connector, ...others] = permalink ? registry.find(permalink.text).simple : [];
  return connector && others.length === 0 ? connector : null;
}

export interface Permalinks {
  readonly simple: readonly string[];
  readonly composite: readonly string[];
}

/** Every permalink there is, or null where the registry is too broken to tell. */
export const permalinksOf = oncePer((registry: Registry): Permalinks | null => {
  const { connectors, composites, problems } = registry;
  const isBroken = problems.some(
    ({ code, pointer }) =>
      (code !== 'byte-order-mark' && /^(?:\/[^/]*)?$/.test(pointer)) ||
      (code === 'wrong-type' && /^\/[^/]*\/\d+$/.test(pointer)),
  );
  const simple = connectors.map(({ permalink }) => permalink);
  const composite = composites.map(({ permalink }) => permalink);
  return isBroken || simple.includes('') || composite.includes('') ? null : { simple, composite };
});
