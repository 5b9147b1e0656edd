/** One answer in the form in which it is kept: what a widget sees of it, and nothing that changes by itself. */
import type { RunResult } from '../../platform/result.js';
import type { JsonNode } from '../../registry/json/nodes.js';
import { utf8Text } from '../../text/utf8.js';
import { array, nothing, number, object, text } from '../json/make.js';
import { readJson } from '../json/read.js';
import { membersOf } from '../json/write.js';

/** `{status, content_type, json | text | base64}`; secrets are masked in it, and keys of objects sorted. */
export function snapshotOf(run: RunResult, mask: (text: string) => string): JsonNode {
  const type = Object.entries(run.headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  return object([
    ['status', number(run.status)],
    ['content_type', type === undefined ? nothing : text(mask(type))],
    ...bodyOf(run.body, mask),
  ]);
}

function bodyOf(bytes: Uint8Array, mask: (text: string) => string): [string, JsonNode][] {
  if (bytes.length === 0) return [];
  const body = utf8Text(bytes);
  if (body === null) return [['base64', text(mask(Buffer.from(bytes).toString('base64')))]];
  const json = readJson(body);
  return json === null ? [['text', text(mask(body))]] : [['json', tidy(json, mask)]];
}

/** Keys sorted, strings masked. A number that holds a secret becomes a text. */
function tidy(node: JsonNode, mask: (text: string) => string): JsonNode {
  switch (node.type) {
    case 'object': {
      const members = [...membersOf(node)].map(([key, value]) => [mask(key), tidy(value, mask)] as const);
      return object(members.sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0)));
    }
    case 'array':
      return array(node.items.map((item) => tidy(item, mask)));
    case 'string':
      return text(mask(node.value));
    case 'number': {
      const shown = mask(node.source);
      return shown === node.source ? node : text(shown);
    }
    default:
      return node;
  }
}
