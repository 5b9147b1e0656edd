/** The text of a recording file with one call's recording in it; whatever else stands in the file keeps its bytes. */
import type { ConnectorKind } from '../../platform/result.js';
import type { JsonNode } from '../../registry/json/nodes.js';
import { text } from '../json/make.js';
import { jsonLines } from '../json/write.js';
import { isoSeconds } from './mask-exchange.js';
import type { LocatedExchange, RecordedExchange, Recording, RecordingFile } from './model.js';
import { isSameCall } from './recorded-call.js';
import { isSameExchange } from './same-exchange.js';
import { exchangeText } from './write-exchange.js';

export interface NewRecording {
  readonly permalink: string;
  readonly kind: ConnectorKind;
  readonly call: JsonNode;
  readonly now_s: number;
  readonly exchanges: readonly RecordedExchange[];
}

export interface MergedRecording {
  /** Null where the file already says so. */
  readonly text: string | null;
  /** How many exchanges are as they were; they keep their text and their date. */
  readonly kept: number;
}

const margin = '    ';

/** @param file null where there is none yet */
export function mergeRecording(file: RecordingFile | null, recording: NewRecording): MergedRecording {
  if (file === null) {
    const whole = `{\n  "version": 1,\n  "recordings": [\n${margin}${recordingText(recording, [])}\n  ]\n}\n`;
    return { text: whole, kept: 0 };
  }
  const old = file.recordings.find((each) => isOf(each, recording) && isSameCall(each.call, recording.call));
  const kept = keptExchanges(recording.exchanges, old?.exchanges ?? []);
  const count = kept.filter((each) => each !== null).length;
  if (old && isUnchanged(kept, old)) return { text: null, kept: count };
  const source = file.source.text;
  const own = recordingText(
    recording,
    kept.map((each) => each && source.slice(each.span.start, each.span.end)),
  );
  return { text: old ? splice(source, old.span, own) : insert(file, recording, own), kept: count };
}

const isOf = (each: Recording, { permalink, kind }: NewRecording): boolean =>
  each.permalink === permalink && each.kind === kind;

/** For each new exchange the old one that says the same; none is taken twice. */
function keptExchanges(
  exchanges: readonly RecordedExchange[],
  old: readonly LocatedExchange[],
): (LocatedExchange | null)[] {
  const left = [...old];
  return exchanges.map((exchange) => {
    const at = left.findIndex((each) => isSameExchange(each, exchange));
    return at < 0 ? null : (left.splice(at, 1)[0] ?? null);
  });
}

const isUnchanged = (kept: readonly (LocatedExchange | null)[], { exchanges }: Recording): boolean =>
  kept.length === exchanges.length && kept.every((each, at) => each === exchanges[at]);

/** @param kept the text of each exchange that stays as it is, where there is one */
function recordingText(
  { permalink, kind, call, now_s, exchanges }: NewRecording,
  kept: readonly (string | null)[],
): string {
  const inner = `${margin}  `;
  const deeper = `${inner}  `;
  const items = exchanges.map((each, at) => deeper + (kept[at] ?? exchangeText(each, deeper)));
  const lines = [
    `"connector": ${jsonLines(text(permalink))}`,
    `"kind": ${jsonLines(text(kind))}`,
    `"call": ${jsonLines(call, undefined, inner)}`,
    `"now": ${jsonLines(text(isoSeconds(now_s * 1000)))}`,
    `"exchanges": [\n${items.join(',\n')}\n${inner}]`,
  ];
  return `{\n${lines.map((line) => inner + line).join(',\n')}\n${margin}}`;
}

const splice = (source: string, { start, end }: { start: number; end: number }, by: string): string =>
  source.slice(0, start) + by + source.slice(end);

/** Sorted by permalink, behind what the same connector has already. */
function insert({ source, recordings }: RecordingFile, recording: NewRecording, own: string): string {
  const next = recordings.find((each) => isBehind(each, recording));
  if (next)
    return splice(source.text, { start: next.span.start, end: next.span.start }, `${own},\n${margin}`);
  const last = recordings.at(-1);
  if (last) return splice(source.text, { start: last.span.end, end: last.span.end }, `,\n${margin}${own}`);
  return source.text.replace(
    /("recordings"\s*:\s*\[)\s*\]/,
    (_all, head: string) => `${head}\n${margin}${own}\n  ]`,
  );
}

const isBehind = (each: Recording, { permalink, kind }: NewRecording): boolean =>
  each.permalink > permalink || (each.permalink === permalink && each.kind > kind);
