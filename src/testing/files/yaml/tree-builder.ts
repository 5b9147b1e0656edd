import type { Alias, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { JsonMember, JsonNode, JsonObject, JsonString } from '../../../registry/json/nodes.js';
import type { ProblemList } from '../problems.js';
import type { Library } from './document.js';
import { yamlNumber } from './number.js';

/** How many characters aliases may add to a file where each is written out. */
const mostRepeated_chars = 16 * 1024 * 1024;

interface Anchored {
  readonly node: JsonNode;
  /** Characters of it, with its aliases written out. */
  readonly size: number;
}

/**
 * JSON values of a YAML document. An alias gives the very node that its anchor stands before, so that a value has one
 * place; how much would be read through aliases is bounded.
 */
export class TreeBuilder {
  readonly #text: string;
  readonly #anchors = new Map<string, Anchored | 'open'>();
  #repeated_chars = 0;

  constructor(
    private readonly library: Library,
    private readonly problems: ProblemList,
  ) {
    this.#text = problems.source.text;
  }

  node(node: unknown): JsonNode {
    const { isAlias, isMap, isSeq, isScalar } = this.library;
    if (isAlias(node)) return this.#alias(node);
    if (!isMap(node) && !isSeq(node) && !isScalar(node)) return nothing(0);
    const { anchor } = node;
    if (anchor === undefined) return this.#value(node);
    this.#anchors.set(anchor, 'open');
    const before = this.#repeated_chars;
    const value = this.#value(node);
    const size = value.end - value.start + this.#repeated_chars - before;
    this.#anchors.set(anchor, { node: value, size });
    return value;
  }

  #value(node: YAMLMap | YAMLSeq | Scalar): JsonNode {
    const { isMap, isSeq } = this.library;
    const start = node.range?.[0] ?? 0;
    if (isMap(node)) return this.#map(node, start);
    if (!isSeq(node)) return this.#scalar(node, start, node.range?.[1] ?? start);
    const items = node.items.map((item) => this.node(item));
    return { type: 'array', items, start, end: this.#trimmedEnd(node) };
  }

  /** Block collections of the library end where the next thing begins. */
  #trimmedEnd({ range }: YAMLMap | YAMLSeq): number {
    const [start, valueEnd] = range ?? [0, 0];
    let end = valueEnd;
    while (end > start && /\s/.test(this.#text[end - 1] ?? '')) end -= 1;
    return end;
  }

  #scalar({ value, source = '' }: Scalar, start: number, end: number): JsonNode {
    switch (typeof value) {
      case 'string':
        return { type: 'string', value, start, end };
      case 'boolean':
        return { type: 'boolean', value, start, end };
      case 'number':
      case 'bigint': {
        const number = yamlNumber(source);
        if (number !== undefined) return { type: 'number', source: number, start, end };
        this.problems.add(start, {
          code: 'number',
          message: 'JSON has no such number.',
          hint: 'Put it in quotes where it is meant as text.',
        });
        return nothing(start);
      }
      default:
        return { type: 'null', start, end };
    }
  }

  #alias({ source, range }: Alias): JsonNode {
    const start = range?.[0] ?? 0;
    const found = this.#anchors.get(source);
    if (found === undefined || found === 'open') {
      const message = found
        ? `The alias \`*${source}\` stands inside the value that it stands for.`
        : `No anchor \`&${source}\` stands before this alias.`;
      this.problems.add(start, { code: 'alias', message });
      return nothing(start);
    }
    this.#repeated_chars += found.size;
    if (this.#repeated_chars <= mostRepeated_chars) return found.node;
    this.problems.add(start, {
      code: 'alias',
      message: 'The aliases of this file repeat more than 16 million characters.',
    });
    return nothing(start);
  }

  #map(node: YAMLMap, start: number): JsonObject {
    const members: JsonMember[] = [];
    const own = new Map<string, JsonString>();
    const merged: JsonMember[] = [];
    for (const pair of node.items) {
      if (this.#isMerge(pair)) {
        merged.push(...this.#merged(this.node(pair.value)));
        continue;
      }
      const key = this.#key(pair.key, start);
      if (!key) continue;
      const value = pair.value === null ? nothing(key.end) : this.node(pair.value);
      const first = own.get(key.value);
      if (first) this.#reportRepeated(key, first);
      own.set(key.value, key);
      members.push({ key, value });
    }
    for (const member of merged) {
      if (own.has(member.key.value)) continue;
      own.set(member.key.value, member.key);
      members.push(member);
    }
    return { type: 'object', members, repeatsKeys: false, start, end: this.#trimmedEnd(node) };
  }

  #isMerge({ key }: Pair): boolean {
    return this.library.isScalar(key) && key.type === 'PLAIN' && key.value === '<<';
  }

  /** YAML's merge key: the members of a mapping, or of several; what comes first wins. */
  #merged(value: JsonNode): readonly JsonMember[] {
    if (value.type === 'object') return value.members;
    const items = value.type === 'array' ? value.items : [];
    if (items.length > 0 && items.every((item) => item.type === 'object')) {
      return items.flatMap((item) => (item.type === 'object' ? item.members : []));
    }
    this.problems.add(value.start, {
      code: 'merge',
      message: 'The merge key `<<` takes a mapping, or a list of mappings.',
      hint: 'Put it in quotes where it is meant as a key.',
    });
    return [];
  }

  #key(key: unknown, mapStart: number): JsonString | undefined {
    const { isAlias, isScalar } = this.library;
    if (isAlias(key)) {
      const node = this.node(key);
      if (node.type === 'string') return node;
    }
    if (isScalar(key)) {
      const node = this.node(key);
      const { start, end } = node;
      if (node.type === 'string') return node;
      // A status as a key, for example: it is the text that stands there.
      if (key.source) return { type: 'string', value: key.source, start, end };
    }
    const at = this.library.isNode(key) ? (key.range?.[0] ?? mapStart) : mapStart;
    this.problems.add(at, { code: 'key', message: 'A key has to be text.' });
    return undefined;
  }

  #reportRepeated(key: JsonString, first: JsonString): void {
    const { line } = this.problems.source.positionAt(first.start);
    this.problems.add(key.start, {
      code: 'duplicate-key',
      message: `The key \`${key.value}\` stands here a second time; the first is on line ${line}.`,
    });
  }
}

const nothing = (at: number): JsonNode => ({ type: 'null', start: at, end: at });
