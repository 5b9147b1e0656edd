/** Rendering with the context that the tables of cases share. */
import { Environment, TemplateError } from '../../../src/jinja/index.js';
import { parseJson } from '../../../src/jinja/values/json.js';

const context = JSON.stringify({
  d: { a: 1, b: [1, 2, { c: '<x>' }], items: 5 },
  l: [3, 1, 2],
  s: 'Héllo <World> & "it\'s"',
  users: [
    { name: 'Bob', age: 30, city: 'NY' },
    { name: 'alice', age: 25, city: 'LA' },
    { name: 'Carl', age: 30 },
  ],
  uni: 'naïve café ßtraße ΑΣ 😀x',
}).replace(/}$/, ', "big": 12345678901234567890123}');

const environment = new Environment({ autoescape: true });

/** What the template prints, with autoescape as on the platform; without the addresses that CPython shows. */
export const render = (source: string): string =>
  environment
    .fromString(source)
    .render(parseJson(context) as never)
    .replace(/ at 0x[0-9a-f]+/g, '');

/** How the template fails: Python's class and its message. */
export function failure(source: string): { name: string; message: string } {
  try {
    return { name: 'no error', message: render(source) };
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    return { name: error.pythonName, message: error.message };
  }
}
