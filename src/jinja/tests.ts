/** Every test there is, by name: what stands after `is`. */
import type { Arguments, Runtime } from './calls.js';
import { typeError } from './errors.js';
import { builtinFilters } from './filters/index.js';
import { type Comparison, compare, contains, equals, sameObject } from './values/compare.js';
import { Complex } from './values/complex.js';
import { hashKey } from './values/hash.js';
import { lengthOf, tryIterate } from './values/iteration.js';
import { Float, Markup, PyIterator, PyObject, PySet, Undefined, type Value } from './values/model.js';
import { modulo } from './values/operators.js';
import { type Binder, type Bound, pythonSignature, takesOne, takesPositional } from './values/signatures.js';
import { isLower, isUpper } from './values/strings/case.js';
import { toText } from './values/text.js';
import { isCallable, isIntLike, isNumeric, isText, textOf } from './values/types.js';
import { DictView, mappingOf } from './values/views.js';

export interface Test {
  readonly name: string;
  /** The Python function, as messages about its arguments name it. */
  readonly pythonName?: string;
  apply(value: Value, args: Arguments, runtime: Runtime): boolean;
}

type TestBody = (value: Value, args: Bound, runtime: Runtime) => boolean;

/** A test that Jinja2 writes in Python; the signature is the reference's own. */
function pythonTest(name: string, signature: string, body: TestBody): Test {
  const bind = pythonSignature(signature, signature.includes('(env, ') ? 2 : 1);
  const pythonName = `jinja2.tests.${signature.slice(0, signature.indexOf('('))}`;
  return { name, pythonName, apply: (value, args, runtime) => body(value, bind(args), runtime) };
}

/** A test that is a C function: it counts the tested value among its arguments. */
function nativeTest(name: string, pythonName: string, bind: Binder, body: TestBody): Test {
  const apply = (value: Value, args: Arguments, runtime: Runtime) => {
    if (args.keyword !== null && args.keyword.size > 0) {
      throw typeError(`${pythonName}() takes no keyword arguments`);
    }
    const bound = bind({ positional: [value, ...args.positional], keyword: null });
    return body(value, bound.slice(1), runtime);
  };
  return { name, pythonName, apply };
}

const comparison = (op: Comparison, pythonName: string, ...names: string[]): Test[] =>
  names.map((name) =>
    nativeTest(
      name,
      `_operator.${pythonName}`,
      takesPositional(pythonName, 2, 2),
      (value, [other], runtime) => compare(op, value, other as Value, runtime),
    ),
  );

/** It has a length and items by index or key. */
function isSequence(value: Value, runtime: Runtime): boolean {
  if (value instanceof PyObject) {
    const hasItems = value.getItem !== PyObject.prototype.getItem || mappingOf(value) !== undefined;
    return value.length !== undefined && hasItems && !(value instanceof DictView);
  }
  return !(value instanceof PySet || value instanceof PyIterator) && lengthOf(value, runtime) !== undefined;
}

/** The text, about every character of which something is asked. */
function walked(value: Value, runtime: Runtime): string {
  const text = toText(value, runtime);
  runtime.budget.step(text.length >> 5);
  return text;
}

const isInteger = (value: Value) => isIntLike(value) && typeof value !== 'boolean';

/** Looking a name up in a table, as Python's `in` does: what cannot be hashed fails. */
function isKnown(table: ReadonlyMap<string, unknown>, name: Value): boolean {
  hashKey(name);
  return isText(name) && table.has(textOf(name));
}

const all: readonly Test[] = [
  pythonTest('odd', 'test_odd(value)', (value, _args, runtime) =>
    equals(modulo(value, 2, runtime), 1, runtime),
  ),
  pythonTest('even', 'test_even(value)', (value, _args, runtime) =>
    equals(modulo(value, 2, runtime), 0, runtime),
  ),
  pythonTest('divisibleby', 'test_divisibleby(value, num)', (value, [number], runtime) =>
    equals(modulo(value, number as Value, runtime), 0, runtime),
  ),
  pythonTest('defined', 'test_defined(value)', (value) => !(value instanceof Undefined)),
  pythonTest('undefined', 'test_undefined(value)', (value) => value instanceof Undefined),
  pythonTest('filter', 'test_filter(env, value)', (value) => isKnown(builtinFilters, value)),
  pythonTest('test', 'test_test(env, value)', (value) => isKnown(builtinTests, value)),
  pythonTest('none', 'test_none(value)', (value) => value === null),
  pythonTest('boolean', 'test_boolean(value)', (value) => typeof value === 'boolean'),
  pythonTest('false', 'test_false(value)', (value) => value === false),
  pythonTest('true', 'test_true(value)', (value) => value === true),
  pythonTest('integer', 'test_integer(value)', isInteger),
  pythonTest('float', 'test_float(value)', (value) => value instanceof Float),
  pythonTest('lower', 'test_lower(value)', (value, _args, runtime) => isLower(walked(value, runtime))),
  pythonTest('upper', 'test_upper(value)', (value, _args, runtime) => isUpper(walked(value, runtime))),
  pythonTest('string', 'test_string(value)', isText),
  pythonTest('mapping', 'test_mapping(value)', (value) => mappingOf(value) !== undefined),
  pythonTest('number', 'test_number(value)', (value) => isNumeric(value) || value instanceof Complex),
  pythonTest('sequence', 'test_sequence(value)', (value, _args, runtime) => isSequence(value, runtime)),
  pythonTest(
    'iterable',
    'test_iterable(value)',
    (value, _args, runtime) => tryIterate(value, runtime) !== null,
  ),
  nativeTest('callable', 'callable', takesOne('callable'), isCallable),
  pythonTest('sameas', 'test_sameas(value, other)', (value, [other]) => sameObject(value, other as Value)),
  pythonTest('escaped', 'test_escaped(value)', (value) => value instanceof Markup),
  pythonTest('in', 'test_in(value, seq)', (value, [container], runtime) =>
    contains(container as Value, value, runtime),
  ),
  ...comparison('==', 'eq', '==', 'eq', 'equalto'),
  ...comparison('!=', 'ne', '!=', 'ne'),
  ...comparison('>', 'gt', '>', 'gt', 'greaterthan'),
  ...comparison('>=', 'ge', '>=', 'ge'),
  ...comparison('<', 'lt', '<', 'lt', 'lessthan'),
  ...comparison('<=', 'le', '<=', 'le'),
];

export const builtinTests: ReadonlyMap<string, Test> = new Map(all.map((test) => [test.name, test]));
