/** `urlize`: links for what looks like a URL or an e-mail address. */
import type { Runtime } from '../calls.js';
import { slice } from '../values/attributes.js';
import { compare } from '../values/compare.js';
import { iterate } from '../values/iteration.js';
import { Markup, type Value } from '../values/model.js';
import { truthy } from '../values/operators.js';
import type { Bound } from '../values/signatures.js';
import { codePointLength, compareText } from '../values/strings/codepoints.js';
import { splitSpace } from '../values/strings/split.js';
import { SPACE } from '../values/strings/unicode.js';
import { escapeText, escapeValue, repr, toText } from '../values/text.js';
import { isText, textOf } from '../values/types.js';
import { filterArgumentError, missingAttribute } from './errors.js';

const W = '\\p{L}\\p{N}_';
const NOT_SPACE = `[^${SPACE}]`;

/** A whole word that is a URL: by its scheme or "www.", by a well-known ending, or by its address. */
const url = new RegExp(
  '^(?:(?:https?://|www\\.)' +
    `(?:(?:[${W}%\\-]+\\.)+)?(?:[a-z]{2,63}|xn--[${W}%]{2,59})` +
    `|(?:[${W}%\\-]{2,63}\\.)+(?:com|net|int|edu|gov|org|info|mil)` +
    '|https?://(?:\\p{Nd}{1,3}(?:\\.\\p{Nd}{1,3}){3}|\\[(?:[\\p{Nd}a-f]{0,4}:){2}(?:[\\p{Nd}a-f]{0,4}:?){1,6}\\]))' +
    `(?::\\p{Nd}{1,5})?(?:[/?#]${NOT_SPACE}*)?\\n?$`,
  'iu',
);
const email = new RegExp(`^${NOT_SPACE}+@[${W}][${W}.\\-]*\\.[${W}]+\\n?$`, 'u');
const schemePrefix = new RegExp(`^[${W}.+\\-]{2,}:/{0,2}$`, 'u');
const wordBreak = new RegExp(`([${SPACE}]+)`);

const opening = /^(?:[(<]|&lt;)+/;
const closing = /(?:[)>.,\n]|&gt;)+$/;
const closingEnds = [')', '>', '.', ',', '\n', '&gt;'];
const brackets = [
  ['(', ')'],
  ['<', '>'],
  ['&lt;', '&gt;'],
] as const;

interface LinkOptions {
  readonly attributes: string;
  readonly schemes: readonly string[];
  readonly shown: (url: string) => string;
}

export function urlize(value: Value, args: Bound, runtime: Runtime): Value {
  const [limit, noFollow, target, rel, extraSchemes] = args as [Value, Value, Value, Value, Value];
  const schemes = extraSchemes === null ? [] : Array.from(iterate(extraSchemes, runtime));
  for (const scheme of schemes) {
    if (!isText(scheme) || !schemePrefix.test(textOf(scheme))) {
      throw filterArgumentError(`${repr(scheme, runtime)} is not a valid URI scheme prefix.`);
    }
  }
  const options: LinkOptions = {
    attributes: attributes(rel, noFollow, target, runtime),
    schemes: schemes.map((scheme) => textOf(scheme as string)),
    shown: shortener(limit, runtime),
  };
  const words = escapeValue(value, runtime).text.split(wordBreak);
  runtime.budget.step(words.length);
  const text = words.map((word) => linkWord(word, options)).join('');
  runtime.budget.allocate(text.length);
  return runtime.autoescape ? new Markup(text) : text;
}

/** `rel` holds "noopener" in any case. */
function attributes(rel: Value, noFollow: Value, target: Value, runtime: Runtime): string {
  const relations = new Set<string>();
  if (truthy(rel)) {
    if (!isText(rel)) throw missingAttribute(rel, 'split');
    for (const each of splitSpace(textOf(rel), -1)) relations.add(each);
  }
  if (truthy(noFollow)) relations.add('nofollow');
  relations.add('noopener');
  const sorted = Array.from(relations).sort(compareText).join(' ');
  const targetAttribute = truthy(target) ? ` target="${escapeValue(target, runtime).text}"` : '';
  return ` rel="${escapeText(sorted)}"${targetAttribute}`;
}

function shortener(limit: Value, runtime: Runtime): (url: string) => string {
  if (limit === null) return (text) => text;
  return (text) => {
    if (!compare('>', codePointLength(text), limit, runtime)) return text;
    return `${toText(slice(text, null, limit, null, runtime), runtime)}...`;
  };
}

/** One word: punctuation around it stays outside the link, brackets that belong to it inside. */
function linkWord(word: string, options: LinkOptions): string {
  const head = opening.exec(word)?.[0] ?? '';
  let middle = word.slice(head.length);
  let tail = '';
  if (closingEnds.some((end) => middle.endsWith(end))) {
    tail = trailing(middle);
    middle = middle.slice(0, middle.length - tail.length);
  }
  for (const [open, close] of brackets) {
    const opened = occurrences(middle, open);
    if (opened <= occurrences(middle, close)) continue;
    for (let moves = Math.min(opened, occurrences(tail, close)); moves > 0; moves -= 1) {
      const end = tail.indexOf(close) + close.length;
      middle += tail.slice(0, end);
      tail = tail.slice(end);
    }
  }
  return head + link(middle, options) + tail;
}

/** The run of closing punctuation at the end; looked for from the end, so that long text costs no more than its run. */
function trailing(text: string): string {
  let start = text.length;
  for (;;) {
    const end = closingEnds.find((each) => each !== '' && text.slice(0, start).endsWith(each));
    if (end === undefined) return closing.exec(text.slice(start))?.[0] ?? '';
    start -= end.length;
  }
}

const occurrences = (text: string, part: string) => text.split(part).length - 1;

function link(text: string, { attributes, schemes, shown }: LinkOptions): string {
  if (url.test(text)) {
    const address = text.startsWith('https://') || text.startsWith('http://') ? text : `https://${text}`;
    return `<a href="${address}"${attributes}>${shown(text)}</a>`;
  }
  if (text.startsWith('mailto:') && email.test(text.slice(7)))
    return `<a href="${text}">${text.slice(7)}</a>`;
  if (text.includes('@') && !text.startsWith('www.') && !text.includes(':') && email.test(text)) {
    return `<a href="mailto:${text}">${text}</a>`;
  }
  let linked = text;
  for (const scheme of schemes) {
    if (linked !== scheme && linked.startsWith(scheme))
      linked = `<a href="${linked}"${attributes}>${linked}</a>`;
  }
  return linked;
}
