/** Objects of `authentication.config` - claims and JWT headers - with every text in them rendered. platform.md section 6. */
import { Dict, parseJson, type Value } from '../../jinja/index.js';
import type { ConfigValue, TextField } from '../../registry/model.js';

/** Deeper nesting is refused: no server reads such claims. */
const deepest = 100;

/** Every text in a value, in the order of the file. Iterative, so that no nesting exhausts the stack. */
export function* textsIn(root: ConfigValue): Iterable<TextField> {
  const pending = [root];
  for (let value = pending.pop(); value; value = pending.pop()) {
    if (value.kind === 'text') yield value.field;
    // One by one: a call has room for fewer arguments than an array has for items.
    else if (value.kind === 'array') for (const item of value.items.toReversed()) pending.push(item);
    else if (value.kind === 'object')
      for (const item of [...value.entries.values()].reverse()) pending.push(item);
  }
}

/** Where a value stands in the file. */
export function placeOf(value: ConfigValue): Pick<TextField, 'value' | 'span' | 'pointer'> {
  if (value.kind === 'text') return value.field;
  return { value: value.kind === 'number' ? value.source : '', span: value.span, pointer: value.pointer };
}

export interface ConfigRenderer {
  text(field: TextField, label: string): string;
  /** Ends the step. */
  refuse(value: ConfigValue, label: string, message: string): never;
}

/** A value as Python would hold it: numbers keep their digits, a key that comes twice its first place. */
export function renderValue(value: ConfigValue, label: string, renderer: ConfigRenderer, depth = 0): Value {
  if (depth > deepest) renderer.refuse(value, label, `is nested more than ${deepest} levels deep`);
  switch (value.kind) {
    case 'text':
      return renderer.text(value.field, label);
    case 'number':
      return number(value.source, () => renderer.refuse(value, label, 'is a number that cannot be read'));
    case 'boolean':
      return value.value;
    case 'null':
      return null;
    case 'array':
      return value.items.map((item, index) => renderValue(item, `${label}[${index}]`, renderer, depth + 1));
    case 'object': {
      const dict = new Dict();
      for (const [key, item] of value.entries) {
        dict.setString(key, renderValue(item, `${label}.${key}`, renderer, depth + 1));
      }
      return dict;
    }
  }
}

function number(source: string, refuse: () => never): Value {
  try {
    return parseJson(source);
  } catch {
    return refuse();
  }
}
