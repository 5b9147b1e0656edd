import { describe, expect, test } from 'vitest';
import { Bytes, Dict, Float, fromJavaScript, Markup, PySet, Tuple } from '../../../src/jinja/index.js';
import { toJavaScript } from '../../../src/jinja/values/convert.js';

describe('values of the host', () => {
  test('integral numbers are ints, other numbers floats', () => {
    expect(fromJavaScript([1, 1.5, 10n ** 20n, 5n, 2 ** 60, -0])).toEqual([
      1,
      new Float(1.5),
      10n ** 20n,
      5,
      2n ** 60n,
      0,
    ]);
  });

  test('objects become dicts of their own enumerable keys', () => {
    const object = Object.create({ inherited: 1 }, { hidden: { value: 2, enumerable: false } });
    object.own = [null, undefined, true];
    const dict = fromJavaScript(object) as Dict;
    expect(Array.from(dict.keys())).toEqual(['own']);
    expect(dict.getString('own')).toEqual([null, null, true]);
  });

  test('maps, sets and bytes have their Python likes', () => {
    expect(fromJavaScript(new Map<unknown, unknown>([[1, 'a']]))).toBeInstanceOf(Dict);
    expect(fromJavaScript(new Set([1, 1n]))).toBeInstanceOf(PySet);
    expect((fromJavaScript(new Set([1, 1n])) as PySet).size).toBe(1);
    expect(fromJavaScript(new Uint8Array([1, 2]))).toEqual(new Bytes(new Uint8Array([1, 2])));
  });

  test('values of the engine pass as they are', () => {
    const safe = new Markup('<b>');
    expect((fromJavaScript({ safe }) as Dict).getString('safe')).toBe(safe);
  });

  test('an object met twice stays one object, a circle is refused', () => {
    const shared = { a: 1 };
    const [first, second] = fromJavaScript([shared, shared]) as unknown[];
    expect(first).toBe(second);
    const circle: unknown[] = [];
    circle.push(circle);
    expect(() => fromJavaScript(circle)).toThrow('Circular reference detected');
  });

  test('functions and symbols are no values', () => {
    expect(() => fromJavaScript(() => 1)).toThrow('a function cannot be used as a template value');
    expect(() => fromJavaScript({ a: Symbol('x') })).toThrow('a symbol cannot be used as a template value');
  });

  test('and back: plain objects without a prototype, maps where keys are not text', () => {
    const back = toJavaScript(fromJavaScript({ a: [1, 1.5, 'x'], b: null, __proto__: null })) as object;
    expect(Object.getPrototypeOf(back)).toBeNull();
    expect(back).toEqual({ a: [1, 1.5, 'x'], b: null });
    expect(toJavaScript(fromJavaScript(new Map([[1, 2]])))).toEqual(new Map([[1, 2]]));
    expect(toJavaScript(new Tuple([1, new Markup('x')]))).toEqual([1, 'x']);
  });
});
