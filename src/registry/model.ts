/** The registry as its author meant it; platform.md section 1. Parts that are broken are absent and named in `problems`. */
import type { SourceFile, Span } from '../text/source.js';
import type { Problem } from './problem.js';
import { TextField } from './text-field.js';

export type { Problem };
export { TextField };

export interface Registry {
  readonly file: SourceFile;
  readonly connectors: readonly SimpleConnector[];
  readonly composites: readonly Composite[];
  /** In the order of the file. */
  readonly problems: readonly Problem[];
  /** From this offset on, after a fault of the text, what the file means is a guess; infinite where there is none. */
  readonly firstGuess: number;
  /** Both name spaces; more than one entry in a list where the permalink is given twice. */
  find(permalink: string): { simple: readonly SimpleConnector[]; composite: readonly Composite[] };
  /** The problems inside one entry or part of it, and those of the file as a whole that leave nothing certain. */
  problemsIn(part: { readonly pointer: string }): readonly Problem[];
}

interface Part {
  readonly span: Span;
  /** JSON pointer (RFC 6901). */
  readonly pointer: string;
}

/** What simple connectors and steps share. A field that is absent or no string is null. */
export interface RequestDefinition extends Part {
  readonly url: TextField | null;
  /** As written, `GET` where it is absent; anything else than platform.md's seven has a problem. */
  readonly method: string;
  readonly methodField: TextField | null;
  readonly headers: readonly Row[];
  readonly queryParameters: readonly Row[];
  readonly authentication: Authentication | null;
  readonly requestBody: TextField | null;
  readonly responseBody: TextField | null;
  readonly responseContentType: TextField | null;
}

/** A header, query parameter or path parameter. */
export interface Row extends Part {
  readonly key: TextField;
  readonly value: TextField | null;
  readonly overridable: boolean;
  /** Of the literal `true` or `false`; null where there is none. */
  readonly overridableSpan: Span | null;
}

interface Named {
  /** Empty where the author gave none. */
  readonly name: string;
  readonly nameField: TextField | null;
  /** Given, or derived from the name; empty where neither gives one. */
  readonly permalink: string;
  readonly permalinkField: TextField | null;
  readonly permalinkDerived: boolean;
}

export interface SimpleConnector extends RequestDefinition, Named {
  readonly kind: 'simple';
  readonly pathParameters: readonly Row[];
}

export interface Composite extends Named, Part {
  readonly kind: 'composite';
  readonly steps: readonly Step[];
}

export interface Step extends RequestDefinition {
  readonly name: string;
  readonly nameField: TextField | null;
  /** Counts from 0, broken steps included. */
  readonly index: number;
}

/** A value of `authentication.config`, which keeps texts with their places and numbers as they are written. */
export type ConfigValue =
  | { readonly kind: 'text'; readonly field: TextField }
  | { readonly kind: 'number'; readonly source: string; readonly span: Span; readonly pointer: string }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly span: Span; readonly pointer: string }
  | { readonly kind: 'null'; readonly span: Span; readonly pointer: string }
  | {
      readonly kind: 'array';
      readonly items: readonly ConfigValue[];
      readonly span: Span;
      readonly pointer: string;
    }
  | {
      readonly kind: 'object';
      readonly entries: ReadonlyMap<string, ConfigValue>;
      readonly span: Span;
      readonly pointer: string;
    };

/** platform.md section 6. */
export class Authentication implements Part {
  constructor(
    readonly typeField: TextField,
    readonly config: ReadonlyMap<string, ConfigValue>,
    readonly span: Span,
    readonly pointer: string,
    /** Of the object `config`; null where there is none. */
    readonly configSpan: Span | null,
  ) {}

  /** As written. */
  get type(): string {
    return this.typeField.value;
  }

  /** A config value that is a string, or null. */
  text(name: string): TextField | null {
    const value = this.config.get(name);
    return value?.kind === 'text' ? value.field : null;
  }
}
