/** Which members a value of a built-in type has. */
import { Bytes, Dict, Float, Markup, PyIterator, PySet, Range, Tuple, type Value } from '../model.js';
import { DictView, MappingProxy } from '../views.js';
import { bytesMethods } from './bytes.js';
import { dictMethods, proxyMethods, viewMethods, viewProperties } from './dict.js';
import { isGenerator, iteratorProperties } from './iterator.js';
import { listMethods, rangeMethods, rangeProperties, tupleMethods } from './list.js';
import { markupMethods } from './markup.js';
import type { Method, MethodTable, PropertyTable } from './method.js';
import { boolMethods, floatMethods, floatProperties, intMethods, intProperties } from './number.js';
import { setMethods } from './set.js';
import { stringMethods } from './string.js';

interface Members {
  readonly methods: MethodTable<never>;
  readonly properties: PropertyTable<never> | null;
}

const members = <Self>(methods: MethodTable<Self>, properties: PropertyTable<Self> | null = null): Members =>
  ({ methods, properties }) as unknown as Members;

const ofString = members(stringMethods);
const ofMarkup = members(markupMethods);
const ofInt = members(intMethods, intProperties);
const ofBool = members(boolMethods, intProperties);
const ofFloat = members(floatMethods, floatProperties);
const ofList = members(listMethods);
const ofTuple = members(tupleMethods);
const ofDict = members(dictMethods);
const ofSet = members(setMethods);
const ofBytes = members(bytesMethods);
const ofRange = members(rangeMethods, rangeProperties);
const ofView = members(viewMethods, viewProperties);
const ofValuesView = members(new Map(), viewProperties);
const ofProxy = members(proxyMethods);
const ofGenerator = members(new Map(), iteratorProperties);

function membersOf(value: Value): Members | null {
  if (typeof value === 'string') return ofString;
  if (value instanceof Dict) return ofDict;
  if (Array.isArray(value)) return ofList;
  if (value instanceof Markup) return ofMarkup;
  if (typeof value === 'boolean') return ofBool;
  if (typeof value === 'number' || typeof value === 'bigint') return ofInt;
  if (value instanceof Float) return ofFloat;
  if (value instanceof Tuple) return ofTuple;
  if (value instanceof DictView) return value.kind === 'values' ? ofValuesView : ofView;
  if (value instanceof PySet) return ofSet;
  if (value instanceof Bytes) return ofBytes;
  if (value instanceof Range) return ofRange;
  if (value instanceof MappingProxy) return ofProxy;
  if (value instanceof PyIterator && isGenerator(value)) return ofGenerator;
  return null;
}

/** What templates read as a method where they mean a field. */
export const methodNames: Readonly<Record<'dict' | 'str', ReadonlySet<string>>> = {
  dict: new Set(dictMethods.keys()),
  // `format` is the sandbox's own, and much text is markup.
  str: new Set([...stringMethods.keys(), ...markupMethods.keys(), 'format', 'format_map']),
};

/** The method of a built-in type by its name. */
export function findMethod(value: Value, name: string): Method<Value> | undefined {
  return membersOf(value)?.methods.get(name) as Method<Value> | undefined;
}

/** The value of a built-in type's property. */
export function findProperty(value: Value, name: string): Value | undefined {
  const property = membersOf(value)?.properties?.get(name) as ((self: Value) => Value) | undefined;
  return property?.(value);
}
