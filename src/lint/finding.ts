/** What the linter has to say, as plain data. contracts.md, `validate --json`. */
import type { Span } from '../text/source.js';

export type Severity = 'error' | 'warning';

/** What a rule reports; the linter adds whose it is, and how bad. */
export interface Report {
  /** Where: a text field, or a part of one (`within`), or any place of the file. */
  readonly at: Place;
  /** One sentence: what is wrong, with the names in it. */
  readonly message: string;
  /** What to do, where the message does not say it. */
  readonly hint?: string;
  /** What the author most likely meant: a name, a value. */
  readonly suggestion?: string;
  readonly fix?: Fix;
  /** Where this one is worse, or less bad, than the rule's others; the configuration still wins. */
  readonly severity?: Severity;
}

export interface Place {
  /** File offsets in UTF-16 units; null where the finding is about the file as a whole. */
  readonly span: Span | null;
  /** JSON pointer (RFC 6901). */
  readonly pointer: string;
}

/** Edits that are safe to make without asking. They do not overlap. */
export interface Fix {
  /** "rename `pathParams` to `path_parameters`": what it does, as the end of a sentence. */
  readonly does: string;
  readonly edits: readonly Edit[];
}

/** Replaces a stretch of the file; `text` is written as it is, JSON's escapes included. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

export interface Finding extends Omit<Report, 'at' | 'severity'> {
  readonly rule: string;
  readonly severity: Severity;
  readonly file: string;
  readonly span: Span | null;
  readonly pointer: string;
  /** The entry's permalink, or its name where it has none; null for the file. */
  readonly connector: string | null;
  readonly step: string | null;
}
