/** JSON as Python's `json` module reads and writes it. */
export { dumpJson, type JsonOptions } from './json/dump.js';
export { parseJson } from './json/parse.js';
