/** What `dict.keys()`, `dict.values()` and `dict.items()` return: live views of the dict. */
import type { Runtime } from '../calls.js';
import { Dict, PyObject, Tuple, type Value } from './model.js';
import { reprValue } from './repr.js';

export type ViewKind = 'keys' | 'values' | 'items';

export class DictView extends PyObject {
  constructor(
    readonly dict: Dict,
    readonly kind: ViewKind,
  ) {
    super();
  }
  get typeName(): string {
    return `dict_${this.kind}`;
  }
  /** Views of keys and items compare by content, so Python cannot hash them. */
  override get hashable(): boolean {
    return this.kind === 'values';
  }
  override length(): number {
    return this.dict.size;
  }
  override iterate(): Value[] {
    const { dict, kind } = this;
    if (kind === 'keys') return Array.from(dict.keys());
    if (kind === 'values') return Array.from(dict.values());
    return Array.from(dict.entries.values(), ([key, value]) => new Tuple([key, value]));
  }
  override repr(runtime: Runtime): string {
    return `${this.typeName}(${reprValue(this.iterate(), runtime)})`;
  }
}

/** `dict.keys().mapping`: a read-only face of the dict. */
export class MappingProxy extends PyObject {
  readonly typeName = 'mappingproxy';
  constructor(readonly dict: Dict) {
    super();
  }
  override get hashable(): boolean {
    return false;
  }
  override length(): number {
    return this.dict.size;
  }
  override iterate(): Value[] {
    return Array.from(this.dict.keys());
  }
  override repr(runtime: Runtime): string {
    return `mappingproxy(${reprValue(this.dict, runtime)})`;
  }
}

/** The dict behind a value that Python counts as a Mapping. */
export function mappingOf(value: Value): Dict | undefined {
  if (value instanceof Dict) return value;
  return value instanceof MappingProxy ? value.dict : undefined;
}
