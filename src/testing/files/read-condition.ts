import type { JsonNode } from '../../registry/json/nodes.js';
import type { MockCondition, TextPattern, ValuePattern } from '../model.js';
import { memberOf, textAt, valueAt } from './members.js';
import type { ProblemList } from './problems.js';
import { readHeaderPatterns, readPattern, readPatterns } from './text-pattern.js';

/** @param json which key of the node holds the part of the JSON body that has to be there */
export function readCondition(
  node: JsonNode,
  json: 'json' | 'jsonContains',
  problems: ProblemList,
): MockCondition {
  const pattern = (key: string): TextPattern | null => {
    const value = valueAt(node, key);
    return value ? readPattern(value, problems) : null;
  };
  const token = pattern('token');
  if (token) refuseBeside(node, problems);
  if (token?.type === 'text') checkUrl(token, problems);
  return {
    step: textAt(node, 'step')?.value ?? null,
    token,
    method: textAt(node, 'method')?.value.toUpperCase() ?? null,
    ...readUrl(pattern('url'), readPatterns(valueAt(node, 'query'), problems), problems),
    headers: readHeaderPatterns(valueAt(node, 'headers'), problems),
    body: pattern('body'),
    json: valueAt(node, json) ?? null,
  };
}

function refuseBeside(node: JsonNode, problems: ProblemList): void {
  for (const key of ['step', 'url']) {
    const member = memberOf(node, key);
    if (!member) continue;
    problems.add(member.key.start, {
      code: 'condition',
      message: `\`token\` and \`${key}\` exclude each other: a call is a token request or a step's.`,
      hint: `Remove \`${key}\`, or make two of it.`,
    });
  }
}

/** A query that stands in the URL becomes part of the query beside it. */
function readUrl(
  url: TextPattern | null,
  query: Map<string, ValuePattern> | null,
  problems: ProblemList,
): Pick<MockCondition, 'url' | 'query'> {
  if (url?.type !== 'text') return { url, query };
  checkUrl(url, problems);
  const [beforeFragment = ''] = url.text.split('#', 1);
  const at = beforeFragment.indexOf('?');
  if (at === -1) return { url: { ...url, text: beforeFragment }, query };
  const all = new Map(query);
  for (const [name, text] of new URLSearchParams(beforeFragment.slice(at + 1))) {
    if (all.has(name)) {
      problems.add(url.span.start, {
        code: 'url',
        message: `The query parameter \`${name}\` is given twice.`,
        hint: 'A parameter that is sent several times is described by a pattern of the whole URL: url: /.../.',
      });
    }
    all.set(name, { type: 'text', text, span: url.span });
  }
  return { url: { ...url, text: beforeFragment.slice(0, at) }, query: all };
}

function checkUrl({ text, span }: { text: string; span: { start: number } }, problems: ProblemList): void {
  if (/^https?:\/\/[^/]/i.test(text) && URL.canParse(text)) return;
  problems.add(span.start, {
    code: 'url',
    message: 'This is no absolute URL.',
    hint: 'Write the whole of it, https://api.example.com/orders, or a pattern: /\\/orders$/.',
  });
}
