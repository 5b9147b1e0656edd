import { resolve } from 'node:path';
import type { ConnectorKind } from '../../platform/result.js';
import { jsonText } from '../../registry/json/json-text.js';
import type { JsonNode } from '../../registry/json/nodes.js';
import { parseTime } from '../../text/time.js';
import type { CaseRequest, CaseUpstream, TestCase } from '../model.js';
import type { ReadingContext } from './context.js';
import { membersOf, scalarText, textAt, valueAt } from './members.js';
import type { ProblemList } from './problems.js';
import { readUpstream } from './read-upstream.js';

/** What may stand at the top of a file and in each of its cases. Null where nothing is said of it. */
export interface Settings
  extends Pick<TestCase, 'kind' | 'user' | 'env' | 'request' | 'now' | 'variables' | 'secrets'> {
  readonly connector: TestCase['connector'] | null;
  readonly upstream: CaseUpstream | null;
}

export function readSettings(node: JsonNode, context: ReadingContext): Settings {
  const { problems } = context;
  const upstream = valueAt(node, 'upstream');
  const secrets = readTexts(valueAt(node, 'secrets'));
  for (const value of secrets.values()) {
    // As in the configuration: `@path` reads a file, `@@` begins a value with an at sign.
    if (/^@[^@]/.test(value)) context.usedFiles.add(resolve(context.directory, value.slice(1)));
  }
  return {
    connector: textAt(node, 'connector'),
    kind: (textAt(node, 'kind')?.value ?? null) as ConnectorKind | null,
    user: textAt(node, 'user'),
    env: textAt(node, 'env'),
    request: readRequest(valueAt(node, 'request'), problems),
    now: readNow(valueAt(node, 'now'), problems),
    variables: readTexts(valueAt(node, 'variables')),
    secrets,
    upstream: upstream ? readUpstream(upstream, context) : null,
  };
}

/** A case over its file: groups of the request replace each other, variables and secrets go by their name. */
export function mergeSettings(file: Settings, own: Settings): Settings {
  return {
    connector: own.connector ?? file.connector,
    kind: own.kind ?? file.kind,
    user: own.user ?? file.user,
    env: own.env ?? file.env,
    request: {
      payload: own.request.payload ?? file.request.payload,
      query: own.request.query ?? file.request.query,
      headers: own.request.headers ?? file.request.headers,
      pathParams: own.request.pathParams ?? file.request.pathParams,
      method: own.request.method ?? file.request.method,
    },
    now: own.now ?? file.now,
    variables: new Map([...file.variables, ...own.variables]),
    secrets: new Map([...file.secrets, ...own.secrets]),
    upstream: own.upstream ?? file.upstream,
  };
}

function readRequest(node: JsonNode | undefined, problems: ProblemList): CaseRequest {
  const payload = valueAt(node, 'payload');
  const group = (key: string): Map<string, string> | null => {
    const values = valueAt(node, key);
    return values ? readValues(values, problems.source.text) : null;
  };
  return {
    // A text is the body itself, as in the configuration.
    payload: payload && (payload.type === 'string' ? payload.value : jsonText(payload)),
    query: group('query'),
    headers: group('headers'),
    pathParams: group('pathParams'),
    method: textAt(node, 'method')?.value.toUpperCase() ?? null,
  };
}

const readValues = (node: JsonNode, text: string): Map<string, string> =>
  new Map(membersOf(node).map(({ key, value }) => [key.value, scalarText(value, text)]));

const readTexts = (node: JsonNode | undefined): Map<string, string> =>
  new Map(membersOf(node).map(({ key, value }) => [key.value, value.type === 'string' ? value.value : '']));

function readNow(node: JsonNode | undefined, problems: ProblemList): number | null {
  if (!node) return null;
  const time = parseTime(node.type === 'number' ? String(Number(node.source)) : scalarText(node, ''));
  if (time !== undefined) return time;
  problems.add(node.start, {
    code: 'time',
    message: 'This is no time.',
    hint: 'Write it as Unix seconds or as an ISO 8601 time, 2026-01-02T03:04:05Z.',
  });
  return null;
}
