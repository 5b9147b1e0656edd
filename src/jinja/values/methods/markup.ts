/** The methods of Markup: those of str, with arguments escaped and results safe, and MarkupSafe's own. */
import type { Runtime } from '../../calls.js';
import { toList } from '../iteration.js';
import { Markup, Tuple, type Value } from '../model.js';
import { type Bound, pythonSignature } from '../signatures.js';
import { stripTags, unescapeHtml } from '../strings/html.js';
import { escapeValue } from '../text.js';
import { isText } from '../types.js';
import type { Method, MethodTable } from './method.js';
import { stringMethods, stringMethodsOf } from './string.js';

type MarkupMethod = Method<Markup>;

/** What MarkupSafe wraps: arguments that are text are escaped, the result is safe. */
const wrapped = [
  'capitalize',
  'title',
  'lower',
  'upper',
  'replace',
  'ljust',
  'rjust',
  'lstrip',
  'rstrip',
  'center',
  'strip',
  'translate',
  'expandtabs',
  'swapcase',
  'zfill',
];

const own = (signature: string, run: MarkupMethod['run']): [string, MarkupMethod] => {
  const pythonName = signature.slice(0, signature.indexOf('('));
  return [pythonName.slice('Markup.'.length), { bind: pythonSignature(signature, 1), run, pythonName }];
};

const stringMethod = (name: string): Method<string> => stringMethods.get(name) as Method<string>;

const safeList = (values: Value): Value[] => (values as string[]).map((text) => new Markup(text));
const safeTuple = (values: Value): Tuple =>
  new Tuple((values as Tuple).items.map((text) => new Markup(text as string)));

function inherit(name: string, method: Method<string>): [string, MarkupMethod] {
  if (!wrapped.includes(name)) {
    return [name, { bind: method.bind, run: (self, args, runtime) => method.run(self.text, args, runtime) }];
  }
  const run = (self: Markup, args: Bound, runtime: Runtime) => {
    const escaped = args.map((arg) => (isText(arg) ? escapeValue(arg, runtime) : arg));
    return new Markup(method.run(self.text, escaped, runtime) as string);
  };
  return [name, { bind: stringMethod(name).bind, run, pythonName: `str.${name}` }];
}

const partitioned = (name: string): [string, MarkupMethod] =>
  own(`Markup.${name}(self, sep)`, (self, [separator], runtime) =>
    safeTuple(stringMethod(name).run(self.text, [escapeValue(separator ?? null, runtime)], runtime)),
  );

const divided = (name: string): [string, MarkupMethod] =>
  own(`Markup.${name}(self, sep=None, maxsplit=-1)`, (self, args, runtime) =>
    safeList(stringMethod(name).run(self.text, args, runtime)),
  );

export const markupMethods: MethodTable<Markup> = new Map<string, MarkupMethod>([
  ...Array.from(stringMethodsOf('Markup'), ([name, method]) => inherit(name, method)),
  divided('split'),
  divided('rsplit'),
  own('Markup.splitlines(self, keepends=False)', (self, args, runtime) =>
    safeList(stringMethod('splitlines').run(self.text, args, runtime)),
  ),
  partitioned('partition'),
  partitioned('rpartition'),
  own('Markup.join(self, seq)', (self, [items], runtime) => {
    const parts = toList(items ?? null, runtime).map((item) => escapeValue(item, runtime));
    return new Markup(stringMethod('join').run(self.text, [parts], runtime) as string);
  }),
  own('Markup.escape(cls, s)', (_, [value], runtime) => escapeValue(value ?? null, runtime)),
  own('Markup.striptags(self)', (self) => stripTags(self.text)),
  own('Markup.unescape(self)', (self) => unescapeHtml(self.text)),
]);
