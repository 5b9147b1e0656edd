import { resolve } from 'node:path';
import { jsonText } from '../../registry/json/json-text.js';
import type { JsonMember, JsonNode } from '../../registry/json/nodes.js';
import type { MockResponse } from '../model.js';
import type { ReadingContext } from './context.js';
import { isJsonFixture } from './fixtures.js';
import { booleanAt, itemsOf, memberOf, membersOf, numberAt, scalarText, textAt, valueAt } from './members.js';
import type { ProblemList } from './problems.js';

type Header = readonly [name: string, value: string];

/** What an answer can consist of, one of them in each. */
const contents = ['json', 'body', 'file', 'base64', 'networkError', 'timeout'];

export function readResponse(node: JsonNode, context: ReadingContext): MockResponse {
  const { problems } = context;
  refuseSecondContent(node, problems);
  const delay_ms = numberAt(node, 'delayMs')?.value ?? 0;
  if (booleanAt(node, 'timeout')?.value) {
    refuseBeside(node, 'timeout', ['status', 'headers', 'delayMs'], problems);
    return { type: 'timeout' };
  }
  const networkError = textAt(node, 'networkError');
  if (networkError) {
    refuseBeside(node, 'networkError', ['status', 'headers'], problems);
    return { type: 'network-error', code: networkError.value, delay_ms };
  }
  const { body, isJson } = readBody(node, context);
  const headers = readHeaders(valueAt(node, 'headers'), problems);
  if (isJson && !headers.some(([name]) => name.toLowerCase() === 'content-type')) {
    headers.push(['Content-Type', 'application/json']);
  }
  return { type: 'answer', status: numberAt(node, 'status')?.value ?? 200, headers, body, delay_ms };
}

function refuseSecondContent(node: JsonNode, problems: ProblemList): void {
  const isContent = ({ key, value }: JsonMember) =>
    contents.includes(key.value) && !(key.value === 'timeout' && value.type === 'boolean' && !value.value);
  const [first, second] = membersOf(node).filter(isContent);
  if (!first || !second) return;
  problems.add(second.key.start, {
    code: 'answer',
    message: `\`${first.key.value}\` and \`${second.key.value}\` exclude each other in an answer.`,
    hint: `An answer has at most one of ${contents.join(', ')}.`,
  });
}

function refuseBeside(node: JsonNode, what: string, keys: readonly string[], problems: ProblemList): void {
  for (const key of keys) {
    const member = memberOf(node, key);
    if (!member) continue;
    problems.add(member.key.start, {
      code: 'answer',
      message: `\`${key}\` has no meaning beside \`${what}\`: no answer comes.`,
    });
  }
}

const utf8 = new TextEncoder();

function readBody(
  node: JsonNode,
  { problems, fixtures, directory }: ReadingContext,
): { body: Uint8Array; isJson: boolean } {
  const json = valueAt(node, 'json');
  if (json) return { body: utf8.encode(jsonText(json)), isJson: true };
  const file = textAt(node, 'file');
  if (file) {
    const path = resolve(directory, file.value);
    return { body: fixtures.get(path) ?? new Uint8Array(), isJson: isJsonFixture(path) };
  }
  const base64 = textAt(node, 'base64');
  if (!base64) return { body: utf8.encode(textAt(node, 'body')?.value ?? ''), isJson: false };
  const digits = base64.value.replace(/\s+/g, '');
  if (!/^[\w+/-]*={0,2}$/.test(digits) || digits.replace(/=+$/, '').length % 4 === 1) {
    problems.add(base64.span.start, { code: 'base64', message: 'This is no Base64.' });
  }
  return { body: Buffer.from(digits, 'base64'), isJson: false };
}

function readHeaders(node: JsonNode | undefined, problems: ProblemList): Header[] {
  const headers: Header[] = [];
  for (const { key, value } of membersOf(node)) {
    if (!/^[!#$%&'*+.^_`|~\w-]+$/.test(key.value)) {
      problems.add(key.start, {
        code: 'header',
        message: `\`${key.value}\` cannot be the name of a header.`,
      });
    }
    for (const each of value.type === 'array' ? itemsOf(value) : [value]) {
      const text = scalarText(each, problems.source.text);
      if (/[\r\n\0]/.test(text)) {
        problems.add(each.start, {
          code: 'header',
          message: `The header \`${key.value}\` cannot have a line break or NUL in its value.`,
          hint: 'Where YAML text goes over several lines, `>-` makes one of them.',
        });
      }
      headers.push([key.value, text]);
    }
  }
  return headers;
}
