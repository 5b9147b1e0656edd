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
    return Array.from(this.dict.entries.values(), this.itemOf);
  }
  /** What the view shows of an entry of the dict. */
  get itemOf(): (entry: readonly [key: Value, value: Value]) => Value {
    if (this.kind === 'keys') return ([key]) => key;
    return this.kind === 'values' ? ([, value]) => value : ([key, value]) => new Tuple([key, value]);
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
  override str(runtime: Runtime): string {
    return reprValue(this.dict, runtime);
  }
}

/** The dict behind a value that Python counts as a Mapping. */
export function mappingOf(value: Value): Dict | undefined {
  if (value instanceof Dict) return value;
  return value instanceof MappingProxy ? value.dict : undefined;
}
