/**
 * JSON laid out anew without being read into values: the order of keys, `1.0` and integers of twenty digits stay as the
 * upstream wrote them.
 */
import { isJson } from '../text/json.js';
import { escapeInJson, type Mask } from './text.js';

export type JsonTokenKind = 'key' | 'string' | 'number' | 'literal';

export interface JsonTextOptions {
  mask: Mask;
  /** Levels that the text stands inside of: its lines after the first are indented by them. Default 0. */
  depth?: number;
  /** Changes how a scalar looks; only for text that nobody parses again. */
  paint?: (kind: JsonTokenKind, text: string) => string;
}

/** Deeper nesting is shown as text: indentation would cost more than it says. */
export const deepestJson = 200;

const indentOf = (depth: number): string => '  '.repeat(depth);

/**
 * `text` with two spaces a level, or null where it is not JSON (RFC 8259, no comments) or nests deeper than
 * `deepestJson`. Strings and keys are masked by value, so that the result stays JSON; so is a number that holds a
 * secret. Where a secret spans tokens the text cannot be laid out without showing it: also null.
 */
export function formatJson(text: string, options: JsonTextOptions): string | null {
  if (!isJson(text)) return null;
  const writer = new JsonWriter(options);
  for (const token of tokensOf(text)) if (!writer.add(token)) return null;
  if (writer.masked === 0 && options.mask(text) !== text) return null;
  return writer.text();
}

/** The tokens of valid JSON, as they stand in it. */
function* tokensOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; ) {
    const character = text[at] ?? '';
    const start = at;
    if (' \t\r\n'.includes(character)) {
      at += 1;
      continue;
    }
    if (character === '"') at = endOfString(text, at);
    else if ('{}[]:,'.includes(character)) at += 1;
    else while (at < text.length && !' \t\r\n{}[]:,'.includes(text[at] ?? '')) at += 1;
    yield text.slice(start, at);
  }
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

class JsonWriter {
  /** Tokens that the mask changed. */
  masked = 0;
  private readonly parts: string[] = [];
  private readonly containers: string[] = [];
  private previous = '';
  private readonly options: JsonTextOptions;

  constructor(options: JsonTextOptions) {
    this.options = options;
  }

  text(): string {
    return this.parts.join('');
  }

  /** False where the nesting is too deep. */
  add(token: string): boolean {
    switch (token) {
      case '{':
      case '[':
        this.beforeValue();
        this.parts.push(token);
        this.containers.push(token);
        break;
      case '}':
      case ']':
        this.containers.pop();
        if (this.previous !== '{' && this.previous !== '[') this.newLine();
        this.parts.push(token);
        break;
      case ',':
        this.parts.push(token);
        break;
      case ':':
        this.parts.push(': ');
        break;
      default: {
        const isKey = this.containers.at(-1) === '{' && this.previous !== ':';
        this.beforeValue();
        this.parts.push(this.scalar(token, isKey));
      }
    }
    this.previous = token;
    return this.containers.length <= deepestJson;
  }

  private beforeValue(): void {
    if (this.containers.length > 0 && this.previous !== ':') this.newLine();
  }

  private newLine(): void {
    this.parts.push('\n', indentOf((this.options.depth ?? 0) + this.containers.length));
  }

  private scalar(token: string, isKey: boolean): string {
    const isString = token.startsWith('"');
    const plain = isString ? String(JSON.parse(token)) : token;
    const shown = this.options.mask(plain);
    let text = escapeInJson(token);
    if (shown !== plain) {
      this.masked += 1;
      text = jsonString(isString ? shown : '***');
    }
    const kind = isKey ? 'key' : isString ? 'string' : /^[-\d]/.test(token) ? 'number' : 'literal';
    return this.options.paint?.(kind, text) ?? text;
  }
}

/** A JSON string that is safe to print on a terminal. */
export const jsonString = (text: string): string => escapeInJson(JSON.stringify(text));

/** JSON text that is already laid out for its depth: spliced in as it stands. */
export class RawJson {
  readonly at: (depth: number) => string;

  constructor(at: (depth: number) => string) {
    this.at = at;
  }
}

export type JsonDocument =
  | null
  | boolean
  | number
  | string
  | RawJson
  | JsonDocument[]
  | { [key: string]: JsonDocument | undefined };

/** As `JSON.stringify(value, null, 2)`, with `RawJson` spliced in. Undefined members are left out. */
export function writeJson(value: JsonDocument, depth = 0): string {
  if (value instanceof RawJson) return value.at(depth);
  if (typeof value === 'string') return jsonString(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Array.isArray(value)
    ? value.map((item) => writeJson(item, depth + 1))
    : Object.entries(value).flatMap(([key, item]) =>
        item === undefined ? [] : [`${jsonString(key)}: ${writeJson(item, depth + 1)}`],
      );
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  if (entries.length === 0) return open + close;
  const inner = indentOf(depth + 1);
  return `${open}\n${inner}${entries.join(`,\n${inner}`)}\n${indentOf(depth)}${close}`;
}
