/**
 * A test file as it was read: every value knows its place, so that a failure can point at the line that expected
 * something else. contracts.md, Test files.
 */

import type { ConnectorKind } from '../platform/result.js';
import type { TransportError } from '../platform/transport/transport.js';
import type { JsonNode } from '../registry/json/nodes.js';
import type { SourceFile, Span } from '../text/source.js';
import type { SentCall } from './calls/sent-call.js';

export interface TestFile {
  /** The text of the file; the spans of everything below are offsets into it. */
  readonly source: SourceFile;
  readonly cases: readonly TestCase[];
  /** Answers that every case of the file with mocks may use, after its own. */
  readonly sharedUpstream: readonly MockDefinition[];
  /** Files that went into it, absolute: fixtures and recordings. A change of one touches every case of the file. */
  readonly usedFiles: readonly string[];
}

/** One case with the file's defaults in it. */
export interface TestCase {
  /** Unique in its file. */
  readonly name: string;
  readonly span: Span;
  readonly connector: Located<string>;
  /** Where a simple connector and a composite have the same permalink. */
  readonly kind: ConnectorKind | null;
  /** The configuration's default user where it is null. */
  readonly user: Located<string> | null;
  /** An environment of the configuration. */
  readonly env: Located<string> | null;
  readonly request: CaseRequest;
  /** Whole Unix seconds: what `now()` gives. Null where the case leaves it to the program. */
  readonly now: number | null;
  /** Over the configuration's; mock values. */
  readonly variables: ReadonlyMap<string, string>;
  readonly secrets: ReadonlyMap<string, string>;
  readonly upstream: CaseUpstream;
  readonly expect: Expectation;
  /** Why the case is left out; an empty text where no reason is given, null where it runs. */
  readonly skip: string | null;
  readonly only: boolean;
}

export interface Located<T> {
  readonly value: T;
  readonly span: Span;
}

/** What the widget sends. Null where the case says nothing of it: the configuration's mock request holds then. */
export interface CaseRequest {
  /** The body: JSON text with numbers as they are written, or any text. `undefined` where the case says nothing of it. */
  readonly payload: string | undefined;
  readonly query: ReadonlyMap<string, string> | null;
  readonly headers: ReadonlyMap<string, string> | null;
  readonly pathParams: ReadonlyMap<string, string> | null;
  readonly method: string | null;
}

/** The only answers there are. */
export type CaseUpstream =
  | { readonly type: 'mocks'; readonly mocks: readonly MockDefinition[] }
  /** `upstream: { replay: file }`; the path is absolute. */
  | { readonly type: 'replay'; readonly path: string; readonly span: Span };

/** One answer and the calls that it is for. Every given condition has to hold. */
export interface MockDefinition {
  readonly span: Span;
  /** As a person reads it in a message: `step contact`, `GET https://api.example.com/orders`. */
  readonly label: string;
  readonly when: MockCondition;
  readonly respond: MockResponse;
  /** Makes the answer of the call, and wins over `respond`; no file can say that, code can. */
  readonly answer?: (call: SentCall) => MockResponse;
  /** How many calls it answers; it answers any number where this is null. */
  readonly times: number | null;
}

export interface MockCondition {
  /** A call of this step, or of a simple connector by its permalink. */
  readonly step: string | null;
  /**
   * A token request to this URL, its query included; without it the condition is about calls of steps. `step` and `url`
   * are null beside it, the other conditions hold for the token request.
   */
  readonly token: TextPattern | null;
  readonly method: string | null;
  /**
   * An absolute URL as it is written, without its query, which is in `query`; a pattern is held against the whole URL.
   * Compare URLs as `new URL()` writes them: `https://a.example` is `https://a.example/`.
   */
  readonly url: TextPattern | null;
  /** These parameters have these values; others may be there. */
  readonly query: ReadonlyMap<string, ValuePattern> | null;
  /** Lower-case names; others may be there. */
  readonly headers: ReadonlyMap<string, ValuePattern> | null;
  /** The body as text. */
  readonly body: TextPattern | null;
  /** The body read as JSON; members of objects that are not named may be there. */
  readonly json: JsonNode | null;
}

/** A text that has to be the same, or a regular expression: `/^Bearer /`, with flags behind the second slash. */
export type TextPattern =
  | { readonly type: 'text'; readonly text: string; readonly span: Span }
  | { readonly type: 'pattern'; readonly pattern: RegExp; readonly span: Span };

/** Of a parameter or a header: also that there is none, which is `null` in files. */
export type ValuePattern = TextPattern | { readonly type: 'absent'; readonly span: Span };

export type MockResponse =
  | {
      readonly type: 'answer';
      readonly status: number;
      /** Names as they are written; a name may repeat. Text goes out as UTF-8. */
      readonly headers: readonly (readonly [name: string, value: string | Uint8Array])[];
      readonly body: Uint8Array;
      readonly delay_ms: number;
    }
  | { readonly type: 'network-error'; readonly code: string; readonly delay_ms: number }
  /** No answer ever. */
  | { readonly type: 'timeout' }
  /** A failure as the network reported it once. */
  | { readonly type: 'failure'; readonly error: TransportError; readonly delay_ms: number };

/** What a case asserts. Whatever is null is not looked at. */
export interface Expectation {
  readonly span: Span;
  readonly status: Located<number> | null;
  /** Exact. */
  readonly json: JsonNode | null;
  /** Part of it: members and items that are not named may be there; items keep their order, each is matched by part. */
  readonly jsonContains: JsonNode | null;
  /** The answer as text; an empty text where nothing may come. */
  readonly body: TextPattern | null;
  /** Lower-case names. */
  readonly headers: ReadonlyMap<string, ValuePattern> | null;
  /** `errors.scope` to the letter; a null value asks for an answer without one. */
  readonly scope: Located<string | null> | null;
  /** `errors.code` likewise. */
  readonly code: Located<string | null> | null;
  /** `errors.detail`. */
  readonly detail: TextPattern | null;
  /** The calls that were sent; see `SentExpectation`. */
  readonly sent: Located<readonly SentExpectation[]> | null;
  /** The codes of the warnings, in any order; an empty list asks for none. */
  readonly warnings: Located<readonly Located<string>[]> | null;
  /** Compare the answer with the snapshot file. */
  readonly snapshot: Located<boolean> | null;
}

/**
 * One call that was sent. Each expectation takes the first call, in order, that it fits and no other has taken; calls
 * that nobody expects are no failure.
 */
export interface SentExpectation extends MockCondition {
  readonly span: Span;
  /** `json` of the file, exact; its `jsonContains` is `json` here. */
  readonly exactJson: JsonNode | null;
}
