/** The class `dict`: calling it makes a dict. */
import type { Arguments, Runtime } from './calls.js';
import { typeError } from './errors.js';
import { hasInternalMember } from './values/internal-names.js';
import { type DictMethod, dictMethods, fillDict } from './values/methods/dict.js';
import { bindMethod } from './values/methods/method.js';
import { Callable, Dict, PyObject, Tuple, type Value } from './values/model.js';
import { reprValue } from './values/repr.js';
import { typeName } from './values/types.js';

export function makeDict(args: Arguments, runtime: Runtime): Dict {
  const dict = new Dict();
  fillDict(dict, 'dict', args, runtime);
  return dict;
}

/** The class `dict`, which Python also lets be subscripted: `dict[str]`. */
class DictType extends Callable {
  constructor() {
    super('dict', makeDict, "class 'dict'", 'type');
  }
  override getAttribute(name: string): Value | undefined {
    // What every dict has of Python's workings, the class has; the sandbox refuses it by its name.
    if (hasInternalMember(new Dict(), name)) return null;
    const method = dictMethods.get(name);
    if (!method) return undefined;
    return name === 'fromkeys' ? bindMethod(name, method, new Dict()) : unbound(name, method);
  }
  override getItem(key: Value): Value {
    return new GenericAlias(key);
  }
}

/** `dict[key]`: prints itself, and makes dicts when it is called. */
class GenericAlias extends PyObject {
  readonly typeName = 'GenericAlias';
  constructor(private readonly key: Value) {
    super();
  }
  override get moduleName(): string {
    return 'types';
  }
  override getAttribute(name: string): Value | undefined {
    return dictType.getAttribute(name);
  }
  override call(args: Arguments, runtime: Runtime): Value {
    return makeDict(args, runtime);
  }
  override repr(runtime: Runtime): string {
    const keys = this.key instanceof Tuple ? this.key.items : [this.key];
    const shown = keys.map((key) => (key instanceof DictType ? 'dict' : reprValue(key, runtime)));
    return `dict[${shown.length === 0 ? '()' : shown.join(', ')}]`;
  }
}

/** A method of the class: it takes the dict as its first argument. */
function unbound(name: string, method: DictMethod): Callable {
  const invoke = ({ positional, keyword }: Arguments, runtime: Runtime) => {
    const [self, ...rest] = positional;
    if (self === undefined) throw typeError(`unbound method dict.${name}() needs an argument`);
    if (!(self instanceof Dict)) {
      throw typeError(
        `descriptor '${name}' for 'dict' objects doesn't apply to a '${typeName(self)}' object`,
      );
    }
    return bindMethod(name, method, self).invoke({ positional: rest, keyword }, runtime);
  };
  return new Callable(name, invoke, `method '${name}' of 'dict' objects`, 'method');
}

export const dictType = new DictType();
