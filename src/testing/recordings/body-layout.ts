/** Bodies as they stand in a recording: as JSON where that gives every byte again, else as text or base64. */
import { jsonText } from '../../registry/json/json-text.js';
import type { JsonNode } from '../../registry/json/nodes.js';
import { utf8Text } from '../../text/utf8.js';
import { booleanAt, textAt, valueAt } from '../files/members.js';
import { text, yes } from '../json/make.js';
import { readJson } from '../json/read.js';
import { jsonLines, membersOf } from '../json/write.js';

/** How the JSON was laid out; the first is not named in the file. */
const layouts: ReadonlyMap<string, (node: JsonNode) => string> = new Map([
  ['compact', jsonText],
  ['spaced', spaced],
  ['indented', (node) => jsonLines(node)],
]);

/** The members of an answer or request that hold its body; none for an empty one. */
export function bodyMembers(body: Uint8Array): [string, JsonNode][] {
  if (body.length === 0) return [];
  const content = utf8Text(body);
  if (content === null) return [['base64', text(Buffer.from(body).toString('base64'))]];
  return jsonMembers(content) ?? [['body', text(content)]];
}

function jsonMembers(content: string): [string, JsonNode][] | null {
  const endsLine = content.endsWith('\n');
  const whole = endsLine ? content.slice(0, -1) : content;
  const json = /^[[{]/.test(whole) ? readJson(whole) : null;
  // Read again from what will be written: a key that is there twice is written once.
  const again = json && readJson(jsonLines(json));
  if (json === null || again === null) return null;
  for (const [layout, print] of layouts) {
    if (print(again) !== whole) continue;
    const members: [string, JsonNode][] = [['json', json]];
    if (layout !== 'compact') members.push(['layout', text(layout)]);
    if (endsLine) members.push(['final_newline', yes]);
    return members;
  }
  return null;
}

/** The bytes again; null without a body. */
export function readBody(node: JsonNode | undefined): Uint8Array | null {
  const base64 = textAt(node, 'base64');
  if (base64) return Buffer.from(base64.value, 'base64');
  const body = textAt(node, 'body');
  if (body) return Buffer.from(body.value);
  const json = valueAt(node, 'json');
  if (!json) return null;
  const print = layouts.get(textAt(node, 'layout')?.value ?? 'compact') ?? jsonText;
  return Buffer.from(print(json) + (booleanAt(node, 'final_newline')?.value ? '\n' : ''));
}

/** As Python writes it. */
function spaced(node: JsonNode): string {
  if (node.type === 'array') return `[${node.items.map(spaced).join(', ')}]`;
  if (node.type !== 'object') return jsonText(node);
  const members = [...membersOf(node)].map(([key, value]) => `${JSON.stringify(key)}: ${spaced(value)}`);
  return `{${members.join(', ')}}`;
}
