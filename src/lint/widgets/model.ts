/** A widget's calls of connectors, as far as its source says for certain what they send. platform.md section 10. */
import type { SourceFile, Span } from '../../text/source.js';

/** `connectors.execute({...})` or `connectors.composite.execute({...})`, with an object that has a `permalink`. */
export interface WidgetCall {
  readonly file: SourceFile;
  readonly kind: 'simple' | 'composite';
  /** Of the word `execute`, or of the name that stands for it. */
  readonly execute: Span;
  readonly options: WidgetObject;
}

/** `connectors.execute('my-orders')`: a text where the object has to stand. */
export interface WidgetTextCall extends Omit<WidgetCall, 'options'> {
  readonly text: string;
  readonly textSpan: Span;
  /** The second argument, where it is an object. */
  readonly next: WidgetObject | null;
}

/** A script that no browser would run. */
export interface WidgetFault {
  readonly file: SourceFile;
  readonly span: Span;
  /** What the parser says, without a place. */
  readonly message: string;
}

export type WidgetValue =
  | WidgetLiteral
  | WidgetObject
  /** One of several: `a ? 'x' : 'y'`, `given ?? 'x'`. */
  | { readonly kind: 'choice'; readonly values: readonly WidgetValue[]; readonly span: Span }
  /** `JSON.stringify(...)`; the span is that of `JSON.stringify`. */
  | { readonly kind: 'stringified'; readonly span: Span }
  /** `user.email`, `window.currentUser.id`: names that end in a property, with nothing known of the value. */
  | { readonly kind: 'path'; readonly names: readonly string[]; readonly span: Span }
  | { readonly kind: 'unknown'; readonly span: Span };

export interface WidgetLiteral {
  readonly kind: 'literal';
  readonly value: string | number | boolean | null | undefined;
  readonly span: Span;
}

export interface WidgetObject {
  readonly kind: 'object';
  readonly entries: ReadonlyMap<string, WidgetOption>;
  /** There may be more in it: a spread, a computed key, a later assignment. */
  readonly isOpen: boolean;
  readonly span: Span;
}

export interface WidgetOption {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: WidgetValue;
}

/** The string that a value is for certain, or null. */
export function textOf(option: WidgetOption | undefined): { text: string; span: Span } | null {
  const value = option?.value;
  return value?.kind === 'literal' && typeof value.value === 'string'
    ? { text: value.value, span: value.span }
    : null;
}

/** Every string that a value is known to be able to become. */
export function possibleTexts(value: WidgetValue): { text: string; span: Span }[] {
  if (value.kind === 'choice') return value.values.flatMap(possibleTexts);
  return value.kind === 'literal' && typeof value.value === 'string'
    ? [{ text: value.value, span: value.span }]
    : [];
}

/** `undefined` and `null` are as good as no value at all. */
export const isNothing = ({ value }: WidgetOption): boolean =>
  value.kind === 'literal' && (value.value === undefined || value.value === null);
