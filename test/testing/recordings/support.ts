/** Recordings as a test writes them. */
import type { SentCall } from '../../../src/testing/calls/sent-call.js';
import { object, text } from '../../../src/testing/json/make.js';
import type { NewRecording } from '../../../src/testing/recordings/merge-recording.js';
import { mergeRecording } from '../../../src/testing/recordings/merge-recording.js';
import type {
  RecordedAnswer,
  RecordedExchange,
  RecordedRequest,
  RecordingFile,
} from '../../../src/testing/recordings/model.js';
import { parseRecordingFile } from '../../../src/testing/recordings/read-recording.js';
import { SourceFile } from '../../../src/text/source.js';

export const now_s = Date.parse('2026-01-02T03:04:05Z') / 1000;

export const call = object([['user', text('ada')]]);

export const answer = (body: string | Uint8Array, rest: Partial<RecordedAnswer> = {}): RecordedAnswer => ({
  type: 'answer',
  status: 200,
  headers: [['Content-Type', 'application/json']],
  body: typeof body === 'string' ? Buffer.from(body) : body,
  ...rest,
});

export const exchange = (
  request: Partial<RecordedRequest> = {},
  rest: Partial<RecordedExchange> = {},
): RecordedExchange => ({
  recorded_at: '2026-01-02T03:04:05Z',
  duration_ms: 12,
  request: {
    step: 'orders',
    purpose: 'call',
    method: 'GET',
    url: 'https://api.acme.io/orders',
    headers: [],
    body: null,
    ...request,
  },
  outcome: answer('{"id":1}'),
  ...rest,
});

export const recording = (exchanges: RecordedExchange[], rest: Partial<NewRecording> = {}): NewRecording => ({
  permalink: 'join',
  kind: 'composite',
  call,
  now_s,
  exchanges,
  ...rest,
});

export const parsed = (content: string): RecordingFile =>
  parseRecordingFile(new SourceFile('/project/join.recording.json', content));

/** The file that holds these, recorded one after the other. */
export function fileOf(...recordings: NewRecording[]): RecordingFile {
  let file: RecordingFile | null = null;
  for (const each of recordings) {
    const content = mergeRecording(file, each).text;
    if (content !== null) file = parsed(content);
  }
  if (file === null) throw new Error('nothing to record');
  return file;
}

/** A request as the pipeline sends it. */
export const sent = (request: Partial<SentCall> = {}): SentCall => ({
  step: 'orders',
  purpose: 'call',
  method: 'GET',
  url: 'https://api.acme.io/orders',
  query: [],
  headers: [],
  body: null,
  ...request,
});
