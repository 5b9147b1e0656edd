/**
 * Stands for the answer of a step that was not run: whatever a template reads of it prints where it comes from,
 * `<steps.contact.body.id>`, so that the rest of the template can be seen.
 */
import {
  type Arguments,
  Callable,
  Dict,
  lookupAttribute,
  PyObject,
  type Runtime,
  repr,
  Tuple,
  toText,
  Undefined,
  type Value,
} from '../../jinja/index.js';

/** What the field that is being rendered read of steps that were not run. */
export interface PlaceholderUse {
  readonly steps: Set<string>;
  /** What no answer can have, by the words in which the engine says so, with what to write instead. */
  readonly misses: Map<string, string | null>;
}

export const noUse = (): PlaceholderUse => ({ steps: new Set(), misses: new Map() });

/** Text, the mapping of headers, or anything that JSON can be. */
type Kind = 'text' | 'headers' | 'json';

const typeNames: Record<Kind, string> = { text: 'str', headers: 'dict', json: 'placeholder' };

/** Filters whose result of a text is a text. */
const textFilters = new Set(['upper', 'lower', 'trim', 'replace', 'string', 'escape', 'e', 'safe']);

/** Noncharacters: no text from outside holds them, and no filter takes them for anything but letters. */
const open = '\ufdd0';
const close = '\ufdd1';

/** In characters; nobody reads longer ones. */
const longestPath = 500;

/** What iterating over a placeholder gives: one more of its kind, or a pair as `items()` does. */
type Items = 'one' | 'pairs';

const pairMethods = new Set(['items', 'dictsort', 'groupby']);

export class Placeholder extends PyObject {
  readonly typeName: string;

  constructor(
    /** The expression that it stands for, `steps.contact.body`. */
    readonly path: string,
    private readonly step: string,
    private readonly use: PlaceholderUse,
    private readonly kind: Kind,
    private readonly items: Items = 'one',
  ) {
    super();
    this.typeName = typeNames[kind];
  }

  private child(path: string, items: Items = 'one', kind: Kind = 'json'): Placeholder {
    this.touch();
    // A loop may read ever deeper.
    return new Placeholder(path.length > longestPath ? this.path : path, this.step, this.use, kind, items);
  }

  private touch(): void {
    this.use.steps.add(this.step);
  }

  override getAttribute(name: string, runtime: Runtime): Value | undefined {
    this.touch();
    const method = lookupAttribute(this.kind === 'text' ? '' : new Dict(), name, runtime);
    if (method instanceof Callable) return this.method(name, method);
    if (this.kind === 'json') return this.child(`${this.path}.${name}`);
    return this.kind === 'headers' ? undefined : this.miss(name, runtime);
  }

  override getItem(key: Value, runtime: Runtime): Value | undefined {
    this.touch();
    if (this.kind === 'text') {
      if (typeof key === 'number') return this.child(`${this.path}[${key}]`, 'one', 'text');
      return typeof key === 'string' && !this.hasMethod(key, runtime) ? this.miss(key, runtime) : undefined;
    }
    const isPlain = typeof key === 'string' && /^[A-Za-z_]\w*$/.test(key) && !this.hasMethod(key, runtime);
    const path = isPlain
      ? `${this.path}.${key}`
      : `${this.path}[${typeof key === 'string' ? `'${key}'` : toText(key, runtime)}]`;
    if (this.kind === 'json') return this.child(path);
    if (typeof key !== 'string') return undefined;
    return key === key.toLowerCase() ? this.child(path, 'one', 'text') : this.miss(key, runtime);
  }

  private hasMethod(name: string, runtime: Runtime): boolean {
    return lookupAttribute(this.kind === 'text' ? '' : new Dict(), name, runtime) !== undefined;
  }

  /** Prints as Python's own does; only what it returns is unknown. */
  private method(name: string, { description, typeName }: Callable): Callable {
    return new Callable(name, ({ positional }) => this.called(name, positional), description, typeName, this);
  }

  private called(method: string, [key]: readonly Value[]): Placeholder {
    if (method === 'get' && typeof key === 'string') {
      const path = /^[A-Za-z_]\w*$/.test(key) ? `${this.path}.${key}` : `${this.path}['${key}']`;
      return this.child(path, 'one', this.kind === 'headers' ? 'text' : 'json');
    }
    return this.child(`${this.path}.${method}()`, pairMethods.has(method) ? 'pairs' : 'one');
  }

  /** What a text or the headers cannot have. */
  private miss(name: string, runtime: Runtime): undefined {
    const message = `'${this.typeName} object' has no attribute ${repr(name, runtime)}`;
    this.use.misses.set(message, this.adviceFor(name));
    return undefined;
  }

  private adviceFor(name: string): string | null {
    if (this.kind === 'headers') return `Header names are in lower case here: \`['${name.toLowerCase()}']\`.`;
    if (!this.path.endsWith('.body')) return null;
    const member = /^[A-Za-z_]\w*$/.test(name) ? `.${name}` : `['${name}']`;
    return `\`${this.path}\` is text, and \`from_json\` is missing: write \`(${this.path} | from_json)${member}\`.`;
  }

  override call(): Value {
    const method = /\.(\w+)$/.exec(this.path)?.[1] ?? '';
    return this.child(`${this.path}()`, pairMethods.has(method) ? 'pairs' : 'one');
  }

  /** What a filter makes of it: the same, but for filters that pick or pair. */
  filtered(filter: string, args: Arguments): Placeholder {
    if (filter === 'attr') {
      const [name] = args.positional;
      if (typeof name === 'string') return this.child(`${this.path}.${name}`);
    }
    if (filter === 'first') return this.child(`${this.path}[0]`);
    if (filter === 'last') return this.child(`${this.path}[-1]`);
    if (filter === 'length' || filter === 'count') return this.child(`${this.path} | length`);
    const kind = this.kind === 'text' && textFilters.has(filter) ? 'text' : 'json';
    return this.child(this.path, pairMethods.has(filter) ? 'pairs' : this.items, kind);
  }

  override operate(operator: string, other: Value, reflected: boolean, runtime: Runtime): Value | undefined {
    this.touch();
    if (other instanceof Undefined) return undefined;
    if (Array.isArray(other)) return reflected ? [...other, this] : [this, ...other];
    const own = this.str();
    const text = toText(other, runtime);
    if (operator === '+' && typeof other !== 'number') return reflected ? text + own : own + text;
    const term = (part: string) => part.replaceAll(/[\ufdd0\ufdd1]/g, '');
    return this.child(
      reflected ? `${term(text)} ${operator} ${this.path}` : `${this.path} ${operator} ${term(text)}`,
    );
  }

  /** Guards are to let it pass. */
  override order(): boolean {
    this.touch();
    return true;
  }

  override iterate(): Iterable<Value> {
    const item = this.child(`${this.path}[0]`);
    if (this.items === 'one') return [item];
    return [new Tuple([this.child(`${item.path}[0]`), this.child(`${item.path}[1]`)])];
  }

  override length(): number {
    this.touch();
    return 1;
  }

  override contains(): boolean {
    this.touch();
    return true;
  }

  override truthy(): boolean {
    this.touch();
    return true;
  }

  override repr(): string {
    return this.str();
  }

  override str(): string {
    this.touch();
    return open + this.path + close;
  }
}

/** A step that fails ends the run: what reads of it may count on success, and guards are to let it pass. */
export const assumedStatus = 200;

/** The answer of a step that was not run: `body`, `status_code` and `headers`, as every step has them. */
export class UnknownStep extends PyObject {
  readonly typeName = 'dict';

  constructor(
    private readonly step: string,
    private readonly use: PlaceholderUse,
  ) {
    super();
  }

  override getAttribute(name: string): Value | undefined {
    if (name !== 'body' && name !== 'status_code' && name !== 'headers') {
      this.use.misses.set(`'dict object' has no attribute '${name}'`, null);
      return undefined;
    }
    this.use.steps.add(this.step);
    if (name === 'status_code') return assumedStatus;
    return new Placeholder(`${this.path}.${name}`, this.step, this.use, name === 'body' ? 'text' : 'headers');
  }

  private get path(): string {
    return /^[A-Za-z_]\w*$/.test(this.step) ? `steps.${this.step}` : `steps['${this.step}']`;
  }

  override getItem(key: Value): Value | undefined {
    return typeof key === 'string' ? this.getAttribute(key) : undefined;
  }

  override str(): string {
    this.use.steps.add(this.step);
    return open + this.path + close;
  }

  override repr(): string {
    return this.str();
  }
}

// As they are, in the escapes of ASCII JSON, and percent-encoded.
const opened = String.raw`(?:\ufdd0|\\ufdd0|%EF%B7%90)`;
const closed = String.raw`(?:\ufdd1|\\ufdd1|%EF%B7%91)`;
const whole = new RegExp(`${opened}(.{0,3000}?)${closed}`, 'gis');
const anyMark = new RegExp(`${opened}|${closed}`, 'i');

export const holdsPlaceholder = (text: string): boolean => anyMark.test(text);

/** The text as people read it: `<steps.contact.body.id>`. */
export function revealPlaceholders(text: string): string {
  if (!holdsPlaceholder(text)) return text;
  return text
    .replaceAll(
      whole,
      (found: string, inner: string) => `<${plainPath(found.startsWith('%') ? decoded(inner) : inner)}>`,
    )
    .replaceAll(new RegExp(opened, 'gi'), '<')
    .replaceAll(new RegExp(closed, 'gi'), '>');
}

/** Filters have escaped the quotes in it. */
const plainPath = (path: string): string => path.replaceAll(/&#39;|\\u0027/g, "'").replaceAll('&#34;', '"');

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

/** The text with letters in the place of placeholders, where only its other characters are of interest. */
export function neutralPlaceholders(text: string): { text: string; changed: boolean } {
  if (!holdsPlaceholder(text)) return { text, changed: false };
  const neutral = text.replaceAll(whole, 'placeholder').replaceAll(new RegExp(anyMark.source, 'gi'), '');
  return { text: neutral, changed: true };
}

/** The text with letters in the place of placeholders; every other character stays where it is. */
export const padPlaceholders = (text: string): string =>
  text.replaceAll(whole, (found) => 'p'.repeat(found.length));

/** The text of a placeholder, for values that are text and nothing else. */
export const placeholderText = (path: string): string => open + path + close;
