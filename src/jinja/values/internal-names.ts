/**
 * The members that Python's objects have and the sandbox refuses. Their existence shows: `''.__class__` is refused, while
 * `data._id` on a dict finds no such attribute and reads the item.
 */
import { Callable, NamedTuple, PyIterator, PyObject, type Value } from './model.js';
import { typeName } from './types.js';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' ').map((word) => `__${word}__`));

/** What every object has. */
const common = words(
  'class delattr dir doc eq format ge getattribute getstate gt hash init init_subclass le lt ne new reduce reduce_ex repr ' +
    'setattr sizeof str subclasshook',
);

const sequence = 'add contains getitem getnewargs iter len mod mul rmod rmul';
const integer =
  'abs add and bool ceil divmod float floor floordiv getnewargs index int invert lshift mod mul neg or pos pow radd rand ' +
  'rdivmod rfloordiv rlshift rmod rmul ror round rpow rrshift rshift rsub rtruediv rxor sub truediv trunc xor';
const setLike = 'and contains iter len or rand ror rsub rxor sub xor';
const tuple = 'add class_getitem contains getitem getnewargs iter len mul rmul';

const byType: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['str', words(sequence)],
  ['Markup', words(`${sequence} html html_format module radd slots`)],
  ['int', words(integer)],
  ['bool', words(integer)],
  [
    'float',
    words(
      'abs add bool ceil divmod float floor floordiv getformat getnewargs int mod mul neg pos pow radd rdivmod rfloordiv rmod ' +
        'rmul round rpow rsub rtruediv sub truediv trunc',
    ),
  ],
  ['NoneType', words('bool')],
  ['list', words('add class_getitem contains delitem getitem iadd imul iter len mul reversed rmul setitem')],
  ['tuple', words(tuple)],
  ['dict', words('class_getitem contains delitem getitem ior iter len or reversed ror setitem')],
  ['set', words(`${setLike} class_getitem iand ior isub ixor`)],
  ['bytes', words(`${sequence} bytes`)],
  ['range', words('bool contains getitem iter len reversed')],
  ['dict_keys', words(`${setLike} reversed`)],
  ['dict_items', words(`${setLike} reversed`)],
  ['dict_values', words('iter len reversed')],
  ['generator', words('del iter name next qualname')],
  [
    'function',
    words('annotations builtins call closure code defaults dict get globals kwdefaults module name qualname'),
  ],
  ['builtin_function_or_method', words('call module name qualname self text_signature')],
  ['method', words('call func self')],
  ['type', words('call dict module name qualname bases mro base subclasses')],
]);

const iterators = words('iter length_hint next setstate');
const objects = words('dict module weakref');
const namedTuples: ReadonlySet<string> = new Set([
  ...words(`${tuple} annotations match_args module orig_bases slots`),
  ...['_asdict', '_field_defaults', '_fields', '_make', '_replace'],
]);
const generatorInternals = new Set(['gi_frame', 'gi_code']);

/** Whether Python finds a member here that the sandbox then refuses. */
export function hasInternalMember(value: Value, name: string): boolean {
  if (value instanceof PyIterator) {
    if (value.description.startsWith('generator')) {
      return generatorInternals.has(name) || isInternal('generator', name);
    }
    return common.has(name) || iterators.has(name);
  }
  if (value instanceof Callable && value.typeName === 'type' && name === 'mro') return true;
  if (name.charCodeAt(0) !== 0x5f) return false;
  if (value instanceof NamedTuple) return common.has(name) || namedTuples.has(name);
  if (value instanceof PyObject && value.moduleName !== 'builtins') return hostMember(value, name);
  return isInternal(typeName(value), name);
}

const isInternal = (type: string, name: string) => common.has(name) || byType.get(type)?.has(name) === true;

function hostMember(value: PyObject, name: string): boolean {
  // A namespace answers every look-up itself, save this one.
  if (value.typeName === 'Namespace') return name === '__class__';
  return common.has(name) || objects.has(name) || (name === '__call__' && value.call !== undefined);
}
