import type { JsonObject } from '../json/nodes.js';
import { childPointer } from '../json/pointer.js';
import type { RequestDefinition, Row, TextField } from '../model.js';
import { type RowField, rowRules } from '../rules/registry-fields.js';
import { readAuthentication } from './authentication.js';
import { type Fields, readFields, textOf } from './fields.js';
import { isNode, type Located, type Reader } from './reader.js';
import { describeType, quote } from './words.js';

/** What simple connectors and steps share. */
export function readRequest(reader: Reader, object: Located<JsonObject>, fields: Fields): RequestDefinition {
  const methodField = textOf(reader, fields, 'method');
  return {
    url: textOf(reader, fields, 'url'),
    method: methodField?.value ?? 'GET',
    methodField,
    headers: readRows(reader, fields, 'headers'),
    queryParameters: readRows(reader, fields, 'query_parameters'),
    authentication: readAuthentication(reader, fields.get('authentication')),
    requestBody: textOf(reader, fields, 'request_body'),
    responseBody: textOf(reader, fields, 'response_body'),
    responseContentType: textOf(reader, fields, 'response_content_type'),
    span: { start: object.node.start, end: object.node.end },
    pointer: object.pointer,
  };
}

/** Rows without a key are reported and left out. */
export function readRows(reader: Reader, fields: Fields, name: RowField): Row[] {
  const array = fields.get(name);
  if (!isNode(array, 'array')) return [];
  const rows: Row[] = [];
  const seen = new Map<string, TextField>();
  const { pointer, owner } = array;
  for (const [index, node] of array.node.items.entries()) {
    const at = { node, pointer: childPointer(pointer, index), owner };
    if (!isNode(at, 'object')) {
      const message = `Each of \`${name}\` must be an object with \`key\` and \`value\`, not ${describeType(node)}.`;
      reader.report(at, { code: 'wrong-type', message });
      continue;
    }
    const row = readRow(reader, at, name);
    if (!row) continue;
    rows.push(row);
    // An empty key has its own problem.
    if (row.key.value === '') continue;
    // Header names mean the same in any case.
    const identity = name === 'headers' ? row.key.value.toLowerCase() : row.key.value;
    const first = seen.get(identity);
    if (first) reportRepeatedKey(reader, at, row.key, first);
    else seen.set(identity, row.key);
  }
  return rows;
}

function readRow(reader: Reader, at: Located<JsonObject>, name: RowField): Row | undefined {
  const fields = readFields(reader, at, rowRules[name]);
  const key = textOf(reader, fields, 'key');
  if (!key) return undefined;
  const found = fields.get('overridable');
  const overridable = isNode(found, 'boolean') ? found.node : null;
  return {
    key,
    value: textOf(reader, fields, 'value'),
    overridable: overridable?.value ?? false,
    overridableSpan: overridable && { start: overridable.start, end: overridable.end },
    span: { start: at.node.start, end: at.node.end },
    pointer: at.pointer,
  };
}

function reportRepeatedKey(reader: Reader, row: Located, key: TextField, first: TextField): void {
  const { line } = reader.file.positionAt(first.span.start);
  const node = { type: 'string', value: key.value, ...key.span } as const;
  reader.report(
    { node, pointer: key.pointer, owner: row.owner },
    {
      code: 'duplicate-row-key',
      message: `The key ${quote(key.value)} stands here twice, first in line ${line}.`,
    },
  );
}
