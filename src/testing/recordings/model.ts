/** What upstreams answered to the calls of connectors, as it is kept in a file. Everything here is masked. */
import type { ConnectorKind } from '../../platform/result.js';
import type { NetworkPhase, RequestSender, TransportFailure } from '../../platform/transport/transport.js';
import type { JsonNode } from '../../registry/json/nodes.js';
import type { SourceFile, Span } from '../../text/source.js';

export interface RecordingFile {
  readonly source: SourceFile;
  /** In the order of the file. */
  readonly recordings: readonly Recording[];
}

/** One call of a connector, with all that it asked upstreams. */
export interface Recording {
  readonly permalink: string;
  readonly kind: ConnectorKind;
  /** What the widget sent, and who: tells the calls of a connector apart. See `callNode`. */
  readonly call: JsonNode;
  /** Whole Unix seconds: what `now()` gave, and gives again when it is replayed. */
  readonly now_s: number;
  /** In the order in which they were sent. */
  readonly exchanges: readonly LocatedExchange[];
  readonly span: Span;
}

export interface LocatedExchange extends RecordedExchange {
  readonly span: Span;
}

export interface RecordedExchange {
  /** Seconds of precision, UTC, as ISO 8601. */
  readonly recorded_at: string;
  /** From the start of the exchange to its end, in whole milliseconds. */
  readonly duration_ms: number;
  readonly request: RecordedRequest;
  readonly outcome: RecordedOutcome;
}

/** What has to be the same for an answer to be given again. */
export interface RecordedRequest extends RequestSender {
  readonly method: string;
  /** As the template rendered it, before routes. */
  readonly url: string;
  /** Lower-case names, in the order of the alphabet; only those that belong to the request itself. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string | null;
}

export type RecordedOutcome = RecordedAnswer | RecordedFailure;

export interface RecordedAnswer {
  readonly type: 'answer';
  readonly status: number;
  /** Names as they came; a value that is not UTF-8 as its bytes. */
  readonly headers: readonly (readonly [name: string, value: string | Uint8Array])[];
  /** After content decoding. */
  readonly body: Uint8Array;
}

/** No whole answer came. */
export interface RecordedFailure {
  readonly type: 'failure';
  readonly failure: Exclude<TransportFailure, 'aborted'>;
  readonly code: string;
  readonly phase: NetworkPhase | null;
  readonly message: string;
}
