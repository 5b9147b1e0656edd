/** What templates can reach of a generator. */
import type { PyIterator, Value } from '../model.js';
import type { PropertyTable } from './method.js';

/** Only generators have more than `__next__`. */
export const isGenerator = (self: PyIterator): boolean => self.description.startsWith('generator object');

export const iteratorProperties: PropertyTable<PyIterator> = new Map([
  ['gi_running', (): Value => false],
  ['gi_suspended', (): Value => false],
  ['gi_yieldfrom', (): Value => null],
]);
