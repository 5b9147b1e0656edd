/** Reading of recording files. */
import { describeFault } from '../../config/schema-fault.js';
import type { ConnectorKind } from '../../platform/result.js';
import type { JsonNode } from '../../registry/json/nodes.js';
import { parseJson } from '../../registry/json/parse.js';
import { readText } from '../../text/read-file.js';
import { SourceFile } from '../../text/source.js';
import { parseTime } from '../../text/time.js';
import { UserError } from '../../text/user-error.js';
import { itemsOf, numberAt, spanOf, textAt, valueAt } from '../files/members.js';
import { placeOf } from '../files/place-of.js';
import { plainValue } from '../files/plain-value.js';
import { object } from '../json/make.js';
import { validateRecording } from './generated/validate-recording.js';
import type { Recording, RecordingFile } from './model.js';
import { readExchange } from './read-exchange.js';

const largest_bytes = 256 * 1024 * 1024;

/** @throws {UserError} with the place of what is wrong */
export async function readRecordingFile(path: string): Promise<RecordingFile> {
  return parseRecordingFile(new SourceFile(path, await readText(path, 'recording', largest_bytes)));
}

/** @throws {UserError} with the place of what is wrong */
export function parseRecordingFile(source: SourceFile): RecordingFile {
  const { root, errors, duplicateKeys } = parseJson(source);
  const [error] = errors;
  if (error) throw fault(source, error.span.start, 'syntax', `Not valid JSON: ${error.message}`);
  const [twice] = duplicateKeys;
  if (twice) {
    const message = `The key \`${twice.key.value}\` stands here a second time.`;
    throw fault(source, twice.key.start, 'duplicate-key', message);
  }
  if (root === undefined) throw fault(source, 0, 'syntax', 'It is empty.');
  checkVersion(root, source);
  checkShape(root, source);
  return { source, recordings: itemsOf(valueAt(root, 'recordings')).map(readRecording) };
}

/** A later version may have another shape, of which nothing else should be said. */
function checkVersion(root: JsonNode, source: SourceFile): void {
  const version = numberAt(root, 'version');
  if (version === null || version.value === 1) return;
  const message = `This program reads recordings of version 1, and this is version ${version.value}.`;
  throw fault(source, version.span.start, 'version', message);
}

function checkShape(root: JsonNode, source: SourceFile): void {
  const document = plainValue(root);
  if (validateRecording(document)) return;
  const found = validateRecording.errors ?? [];
  const first = found.find(({ keyword }) => keyword === 'additionalProperties') ?? found[0];
  if (!first) return;
  const { kind, path, message, hint } = describeFault(first, document, 'The recording');
  const at = placeOf(root, path, kind === 'unknown-key' || kind === 'name');
  throw fault(source, at, kind, message, hint);
}

function readRecording(node: JsonNode): Recording {
  return {
    permalink: textAt(node, 'connector')?.value ?? '',
    kind: (textAt(node, 'kind')?.value ?? 'simple') as ConnectorKind,
    call: valueAt(node, 'call') ?? object([]),
    now_s: parseTime(textAt(node, 'now')?.value ?? '') ?? 0,
    exchanges: itemsOf(valueAt(node, 'exchanges')).map((each) => ({
      ...readExchange(each),
      span: spanOf(each),
    })),
    span: spanOf(node),
  };
}

function fault(
  source: SourceFile,
  offset: number,
  kind: string,
  message: string,
  hint = 'Take it from version control again, or record it anew: delete it, and `run <permalink> --record` writes it.',
): UserError {
  const place = source.positionAt(offset);
  return new UserError({ code: `recording-${kind}`, message, file: source.path, ...place, hint });
}
