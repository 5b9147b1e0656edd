import { resolve } from 'node:path';
import type { JsonNode } from '../../registry/json/nodes.js';
import type { CaseUpstream, MockCondition, MockDefinition, TextPattern } from '../model.js';
import type { ReadingContext } from './context.js';
import { answersOf } from './fixtures.js';
import { itemsOf, memberOf, numberAt, spanOf, textAt } from './members.js';
import { readCondition } from './read-condition.js';
import { readResponse } from './read-response.js';

export function readUpstream(node: JsonNode, context: ReadingContext): CaseUpstream {
  const replay = textAt(node, 'replay');
  if (!replay) return { type: 'mocks', mocks: itemsOf(node).flatMap((mock) => readMock(mock, context)) };
  const path = resolve(context.directory, replay.value);
  context.usedFiles.add(path);
  return { type: 'replay', path, span: replay.span };
}

/** Several where `respond` is a list: each answers once, the last one every further call. */
function readMock(node: JsonNode, context: ReadingContext): MockDefinition[] {
  const when = readCondition(node, 'json', context.problems);
  const answers = answersOf(node);
  const times = memberOf(node, 'times');
  if (times && answers.length > 1) {
    context.problems.add(times.key.start, {
      code: 'times',
      message: '`times` cannot stand beside a list of answers.',
      hint: 'Each answer of a list is for one call, the last one for every further call.',
    });
  }
  return answers.map((answer, index) => {
    const isLast = index === answers.length - 1;
    const label = describe(when);
    return {
      span: spanOf(answers.length > 1 ? answer : node),
      label: answers.length > 1 ? `${label} (answer ${index + 1} of ${answers.length})` : label,
      when,
      respond: readResponse(answer, context),
      times: isLast ? (numberAt(node, 'times')?.value ?? null) : 1,
    };
  });
}

function describe({ step, token, method, url, query }: MockCondition): string {
  if (token) return `token request to ${written(token)}`;
  const parts = step === null ? [] : [`step ${step}`];
  const search = [...(query ?? [])]
    .flatMap(([name, value]) => (value.type === 'absent' ? [] : [`${name}=${written(value)}`]))
    .join('&');
  if (url) parts.push(`${method ?? 'any method'} ${written(url)}${search && `?${search}`}`);
  else if (method !== null) parts.push(step === null ? `${method} to any URL` : method);
  if (parts.length === 0) return search ? `any call with ${search}` : 'any call';
  return parts.join(', ');
}

const written = (pattern: TextPattern): string =>
  pattern.type === 'text' ? pattern.text : String(pattern.pattern);
