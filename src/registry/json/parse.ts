import { getOrMake } from '../../text/get-or-make.js';
import type { SourceFile } from '../../text/source.js';
import type { JsonArray, JsonNode, JsonObject, JsonString } from './nodes.js';
import { describeCharacter, foreignWords, type JsonSyntaxError, syntaxError } from './syntax-error.js';
import { TokenStream } from './token-stream.js';
import { token } from './tokens.js';

/** Far beyond any registry, well below what recursive readers of the tree can bear. Deeper values are left out. */
export const deepestNesting = 500;

export interface DuplicateKey {
  readonly key: JsonString;
  readonly first: JsonString;
}

export interface JsonDocument {
  /** What could be read; undefined where there was no value at all. */
  readonly root: JsonNode | undefined;
  readonly errors: readonly JsonSyntaxError[];
  /** Nodes that end here or later may owe their shape to a guess; infinite where nothing was guessed. */
  readonly firstGuess: number;
  readonly duplicateKeys: readonly DuplicateKey[];
}

/**
 * Reads strict JSON and keeps going where it is broken: any text gives a document, none an exception. Iterative, so
 * that no nesting exhausts the stack.
 */
export function parseJson(file: SourceFile): JsonDocument {
  return new JsonParser(file).parse();
}

interface Frame {
  readonly node: JsonObject | JsonArray;
  /** Of an object's member whose value comes next. */
  key: JsonString | undefined;
  /** Where the comma stands that was read last, until something follows it. */
  comma: number | undefined;
  empty: boolean;
}

class JsonParser {
  readonly #file: SourceFile;
  readonly #tokens: TokenStream;
  readonly #frames: Frame[] = [];
  readonly #duplicateKeys: DuplicateKey[] = [];
  /** The few names that a file's objects have, each kept once: half of all its strings are keys. */
  readonly #names = new Map<string, string>();
  #root: JsonNode | undefined;

  constructor(file: SourceFile) {
    this.#file = file;
    this.#tokens = new TokenStream(file.text);
  }

  parse(): JsonDocument {
    const tokens = this.#tokens;
    if (tokens.kind === token.end) this.#report('empty-file', 'The file is empty.');
    else this.#value();
    for (let frame = this.#frames.at(-1); frame; frame = this.#frames.at(-1)) this.#inside(frame);
    if (tokens.kind !== token.end) this.#reportExtraText();
    return {
      root: this.#root,
      errors: [...tokens.errors].sort((a, b) => a.span.start - b.span.start),
      firstGuess: tokens.firstGuess,
      duplicateKeys: this.#duplicateKeys,
    };
  }

  /** Reads on inside an array or object, by one element at most. */
  #inside(frame: Frame): void {
    const tokens = this.#tokens;
    const close = frame.node.type === 'object' ? token.closeBrace : token.closeBracket;
    if (tokens.kind === close) this.#close(frame);
    else if (tokens.kind === token.end) this.#closeAtEnd(frame);
    else if (tokens.kind === token.closeBrace || tokens.kind === token.closeBracket) this.#mismatch(frame);
    else if (this.#separator(frame)) this.#element(frame);
  }

  /** Whether an element may follow: false where a comma was read instead. */
  #separator(frame: Frame): boolean {
    const tokens = this.#tokens;
    const isExpected = !frame.empty && frame.comma === undefined;
    if (tokens.kind !== token.comma) {
      if (isExpected) this.#reportMissingComma();
      return true;
    }
    if (isExpected) {
      frame.comma = tokens.start;
    } else {
      const missing = frame.node.type === 'object' ? 'missing-key' : 'missing-value';
      this.#report(missing, 'There is nothing before this comma; remove it.');
    }
    tokens.advance();
    return false;
  }

  #element(frame: Frame): void {
    frame.comma = undefined;
    frame.empty = false;
    if (frame.node.type === 'array') this.#value();
    else this.#member(frame);
  }

  #member(frame: Frame): void {
    const tokens = this.#tokens;
    const key = this.#key();
    if (!key) return;
    if (tokens.kind === token.colon) tokens.advance();
    else this.#report('missing-colon', `A colon is missing after the key ${JSON.stringify(key.value)}.`);
    frame.key = key;
    this.#value();
  }

  #key(): JsonString | undefined {
    const tokens = this.#tokens;
    const { start, end } = tokens;
    const key: JsonString = {
      type: 'string',
      value: getOrMake(this.#names, tokens.value, itself),
      start,
      end,
    };
    if (tokens.kind !== token.string) {
      const isWord = /^[A-Za-z_$][\w$-]*$/.test(tokens.text.slice(tokens.start, tokens.end));
      if (!isWord) {
        this.#reportUnexpected('a key in double quotes');
        tokens.advance();
        return undefined;
      }
      this.#report('unquoted-key', 'Keys stand in double quotes in JSON.');
      tokens.advance();
      return { ...key, value: tokens.text.slice(key.start, key.end) };
    }
    tokens.advance();
    return key;
  }

  #value(): void {
    const tokens = this.#tokens;
    const { start, end, kind } = tokens;
    switch (kind) {
      case token.openBrace:
        this.#open({ type: 'object', members: [], repeatsKeys: false, start, end });
        break;
      case token.openBracket:
        this.#open({ type: 'array', items: [], start, end });
        break;
      case token.string:
        this.#place(tokens.stringNode());
        tokens.advance();
        break;
      case token.number:
        this.#number();
        break;
      case token.true:
      case token.false:
        this.#place({ type: 'boolean', value: kind === token.true, start, end });
        tokens.advance();
        break;
      case token.null:
        this.#place({ type: 'null', start, end });
        tokens.advance();
        break;
      case token.comma:
      case token.closeBrace:
      case token.closeBracket:
      case token.end:
        this.#report('missing-value', 'A value is missing here.');
        break;
      default:
        this.#foreignValue();
    }
  }

  #number(): void {
    const tokens = this.#tokens;
    const { start, end, value } = tokens;
    tokens.advance();
    // The scanner ends a number after a leading zero and begins the next one.
    const isSplit = tokens.kind === token.number && tokens.start === end && /^-?0$/.test(value);
    if (isSplit) {
      this.#tokens.report(
        syntaxError(
          'bad-number',
          'A number may not begin with a zero that other digits follow.',
          start,
          tokens.end,
        ),
      );
      this.#place({ type: 'number', source: tokens.text.slice(start, tokens.end), start, end: tokens.end });
      tokens.advance();
    } else {
      this.#place({ type: 'number', source: value, start, end });
    }
  }

  #foreignValue(): void {
    const tokens = this.#tokens;
    const { start, end } = tokens;
    const written = tokens.text.slice(start, end);
    const right = foreignWords.get(written);
    if (right !== undefined) {
      this.#report('not-json-value', `JSON has no ${written}; write ${right}.`);
      this.#place(
        right === 'null'
          ? { type: 'null', start, end }
          : { type: 'boolean', value: right === 'true', start, end },
      );
    } else if (/^[+.]?\d|^-?\./.test(written)) {
      this.#report('bad-number', `${written} is not written as a JSON number.`);
      this.#place({ type: 'number', source: written, start, end });
    } else {
      this.#reportUnexpected('a value');
    }
    tokens.advance();
  }

  #open(node: JsonObject | JsonArray): void {
    this.#place(node);
    if (this.#frames.length >= deepestNesting) {
      this.#report(
        'too-deep',
        `Values are nested deeper than ${deepestNesting} levels; what is inside is left out.`,
      );
      this.#skip(node);
    } else {
      this.#frames.push({ node, key: undefined, comma: undefined, empty: true });
      this.#tokens.advance();
    }
  }

  /** Passes over a bracket and all that it holds. */
  #skip(node: JsonObject | JsonArray): void {
    const tokens = this.#tokens;
    let depth = 0;
    do {
      if (tokens.kind === token.openBrace || tokens.kind === token.openBracket) depth += 1;
      if (tokens.kind === token.closeBrace || tokens.kind === token.closeBracket) depth -= 1;
      node.end = tokens.end;
      tokens.advance();
    } while (depth > 0 && tokens.kind !== token.end);
  }

  #place(node: JsonNode): void {
    const frame = this.#frames.at(-1);
    if (!frame) this.#root ??= node;
    else if (frame.node.type === 'array') frame.node.items.push(node);
    else if (frame.key) {
      frame.node.members.push({ key: frame.key, value: node });
      frame.key = undefined;
    }
  }

  #close(frame: Frame): void {
    if (frame.comma !== undefined) {
      const what = frame.node.type === 'object' ? 'object' : 'array';
      this.#tokens.report(
        syntaxError(
          'trailing-comma',
          `A comma stands before the end of the ${what}; remove it.`,
          frame.comma,
          frame.comma + 1,
        ),
      );
    }
    frame.node.end = this.#tokens.end;
    this.#finish(frame);
    this.#tokens.advance();
  }

  #closeAtEnd(frame: Frame): void {
    const { line, column } = this.#file.positionAt(frame.node.start);
    const bracket = frame.node.type === 'object' ? '{' : '[';
    this.#report(
      'unclosed',
      `The file ends, but the '${bracket}' of line ${line}, column ${column} is not closed.`,
    );
    frame.node.end = this.#tokens.end;
    this.#finish(frame);
  }

  /** A bracket of the other kind: it closes an outer value if one is open, else it is passed over. */
  #mismatch(frame: Frame): void {
    const tokens = this.#tokens;
    const closes = tokens.kind === token.closeBrace ? 'object' : 'array';
    const expected = frame.node.type === 'object' ? '}' : ']';
    const { line } = this.#file.positionAt(frame.node.start);
    this.#report(
      'mismatched-bracket',
      `'${closes === 'object' ? '}' : ']'}' stands where '${expected}' is expected, to close what line ${line} opens.`,
    );
    if (this.#frames.some((outer) => outer.node.type === closes)) {
      frame.node.end = tokens.previousEnd;
      this.#finish(frame);
    } else {
      tokens.advance();
    }
  }

  #finish(frame: Frame): void {
    this.#frames.pop();
    if (frame.node.type !== 'object' || !repeatsKeys(frame.node)) return;
    frame.node.repeatsKeys = true;
    const seen = new Map<string, JsonString>();
    for (const { key } of frame.node.members) {
      const first = seen.get(key.value);
      if (first) this.#duplicateKeys.push({ key, first });
      else seen.set(key.value, key);
    }
  }

  #reportMissingComma(): void {
    const tokens = this.#tokens;
    const afterQuote = tokens.start === tokens.previousEnd && tokens.text[tokens.start - 1] === '"';
    if (tokens.kind === token.colon) {
      this.#report('unexpected-text', "A ':' stands where a comma or the end is expected.");
      tokens.advance();
    } else if (afterQuote && (tokens.kind === token.unknown || tokens.kind === token.string)) {
      this.#report(
        'unexpected-text',
        'Text follows the closing quote; a quote inside a string is written \\".',
      );
    } else if (tokens.kind === token.unknown) {
      this.#reportUnexpected('a comma');
    } else {
      this.#report('missing-comma', 'A comma is missing before this.');
    }
  }

  #reportExtraText(): void {
    this.#report('extra-text', 'The JSON value has ended, but more text follows.');
  }

  #reportUnexpected(expected: string): void {
    const found = describeCharacter(this.#tokens.text, this.#tokens.start);
    this.#report('unexpected-text', `Here stands ${found} where ${expected} is expected.`);
  }

  #report(code: JsonSyntaxError['code'], message: string): void {
    const { start, end } = this.#tokens;
    this.#tokens.report(syntaxError(code, message, start, Math.max(end, start)));
  }
}

const itself = (name: string): string => name;

function repeatsKeys({ members }: JsonObject): boolean {
  // Comparing the few keys of a usual object costs less than a set of them.
  if (members.length > 12) return new Set(members.map(({ key }) => key.value)).size < members.length;
  return members.some(({ key }, index) => {
    for (let other = 0; other < index; other += 1) if (members[other]?.key.value === key.value) return true;
    return false;
  });
}
