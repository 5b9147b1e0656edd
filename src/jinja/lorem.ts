/** Placeholder text for `lipsum`. */
import type { Runtime } from './calls.js';
import { valueError } from './errors.js';
import { Markup, type Value } from './values/model.js';

const words = (
  'lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt ut labore et dolore magna aliqua ' +
  'enim ad minim veniam quis nostrud exercitation ullamco laboris nisi aliquip ex ea commodo consequat duis aute irure in ' +
  'reprehenderit voluptate velit esse cillum eu fugiat nulla pariatur excepteur sint occaecat cupidatat non proident sunt ' +
  'culpa qui officia deserunt mollit anim id est laborum'
).split(' ');

export interface LoremOptions {
  /** Paragraphs. */
  readonly count: number;
  readonly html: boolean;
  /** Words in a paragraph: at least `min`, fewer than `max`; asked for only where a paragraph is written. */
  readonly min: () => number;
  readonly max: () => number;
}

const below = (limit: number) => Math.floor(Math.random() * limit);
const between = (low: number, high: number) => low + below(high - low);

function length({ min, max }: LoremOptions): number {
  const [low, high] = [min(), max()];
  if (low >= high) throw valueError(`empty range for randrange() (${low}, ${high}, ${high - low})`);
  return between(low, high);
}

/** A paragraph of sentences with commas in them. */
function paragraph(size: number): string {
  const out: string[] = [];
  let last = '';
  let lastComma = 0;
  let lastStop = 0;
  let begins = true;
  for (let i = 0; i < size; i += 1) {
    let word = last;
    while (word === last) word = words[below(words.length)] as string;
    last = word;
    if (begins) word = word.charAt(0).toUpperCase() + word.slice(1);
    begins = false;
    if (i - between(3, 8) > lastComma) {
      lastComma = i;
      lastStop += 2;
      word += ',';
    }
    if (i - between(10, 20) > lastStop) {
      lastComma = i;
      lastStop = i;
      word += '.';
      begins = true;
    }
    out.push(word);
  }
  const text = out.join(' ');
  if (text.endsWith(',')) return `${text.slice(0, -1)}.`;
  return text.endsWith('.') ? text : `${text}.`;
}

export function loremIpsum(options: LoremOptions, runtime: Runtime): Value {
  const paragraphs: string[] = [];
  for (let i = 0; i < options.count; i += 1) {
    const size = length(options);
    runtime.budget.step(Math.max(size, 1));
    paragraphs.push(paragraph(size));
  }
  if (!options.html) return paragraphs.join('\n\n');
  return new Markup(paragraphs.map((text) => `<p>${text}</p>`).join('\n'));
}
