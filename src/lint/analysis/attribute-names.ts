/** Attributes that the platform's objects, and text, do not have. platform.md section 4. */
import type { ast, Span } from '../../jinja/index.js';
import { listNames, suggest } from '../../text/suggest.js';
import type { Report } from '../finding.js';
import { accessTo } from './attr-of-json.js';
import type { Facts } from './facts.js';
import type { ObjectShape } from './shapes.js';
import type { Use } from './uses.js';
import { verdictOn } from './verdict.js';

export interface AttributeFault {
  /** Of the attribute's name, or of the key in its brackets. */
  readonly span: Span;
  readonly report: Omit<Report, 'at'>;
}

type Advice = Pick<Report, 'message' | 'hint' | 'suggestion'>;

/** Null where it exists or may exist, and where the author provides for its absence. */
export function attributeFault(use: Use, facts: Facts, source: string): AttributeFault | null {
  const key = keyOf(use.node);
  if (!key || use.node.kind === 'Name') return null;
  const { target } = use.node;
  const owner = facts.shapeOf(target);
  if (typeof key.value === 'number' && (owner.kind !== 'object' || owner.id !== 'profile-fields'))
    return null;
  if (owner.kind === 'object') {
    // Steps have a rule of their own, and header keys are looked at wherever they stand.
    if (owner.id === 'steps' || owner.id === 'response-headers') return null;
    if (facts.shapeOf(use.node).kind !== 'missing') return null;
    return judged(use, key.span, adviceFor(owner, key.text, pathText(target, source)));
  }
  if (owner.kind !== 'text') return null;
  const isMethod = facts.shapeOf(use.node).kind === 'method';
  if (isMethod && use.parent.kind === 'Call' && use.parent.callee === use.node) return null;
  return judged(use, key.span, adviceForText(target, key.text, pathText(target, source), isMethod));
}

function judged(use: Use, span: Span, advice: Advice): AttributeFault | null {
  // A slip stays one beside a default, which then always takes its place.
  const isSlip = use.fate === 'defaulted' && advice.suggestion !== undefined;
  const severity = isSlip ? 'warning' : verdictOn(use, advice.suggestion !== undefined);
  return severity && { span, report: { ...advice, severity } };
}

export interface Key {
  readonly text: string;
  readonly value: string | number;
  readonly span: Span;
}

/** The attribute or constant item that a node reads. */
export function keyOf(node: ast.Expression): Key | null {
  if (node.kind === 'GetAttribute') return { text: node.name, value: node.name, span: node.nameSpan };
  if (node.kind !== 'GetItem' || node.key.kind !== 'Const') return null;
  const { value, span } = node.key;
  if (typeof value === 'number') return { text: String(value), value, span };
  if (typeof value !== 'string') return null;
  return { text: value, value, span: { start: span.start + 1, end: span.end - 1 } };
}

/** `response.body`, as the author wrote it; null for what is more than a path. */
function pathText(node: ast.Expression, source: string): string | null {
  const text = source.slice(node.span.start, node.span.end);
  return text.length <= 60 && /^[\w.]+(?:\[['"][\w-]+['"]\][\w.]*)*$/.test(text) ? text : null;
}

/** What people call the members, by the object. */
const foreignMembers: Partial<Record<ObjectShape['id'], ReadonlyMap<string, string>>> = {
  user: new Map([
    ['mail', 'email'],
    ['email_address', 'email'],
    ['user_id', 'id'],
    ['uid', 'id'],
    ['user_name', 'username'],
    ['login', 'username'],
    ['firstname', 'first_name'],
    ['given_name', 'first_name'],
    ['lastname', 'last_name'],
    ['surname', 'last_name'],
    ['family_name', 'last_name'],
    ['custom_fields', 'profile_fields'],
  ]),
  request: new Map([
    ['body', 'body_text'],
    ['text', 'body_text'],
    ['payload', 'body_text'],
    ['data', 'body_text'],
    ['raw_body', 'body_raw'],
    ['query', 'query_parameters'],
    ['args', 'query_parameters'],
    ['params', 'query_parameters'],
    ['query_params', 'query_parameters'],
    ['header', 'headers'],
  ]),
  response: answerNames(),
  step: answerNames(),
};

function answerNames(): ReadonlyMap<string, string> {
  return new Map([
    ['text', 'body'],
    ['body_text', 'body'],
    ['content', 'body'],
    ['status', 'status_code'],
    ['code', 'status_code'],
    ['ok', 'status_code'],
    ['is_success', 'status_code'],
    ['header', 'headers'],
  ]);
}

/** Attributes under which other systems keep the parsed body. */
const parsedNames = new Set(['json', 'data', 'parsed', 'body_json']);

const foldName = (name: string): string => name.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();

function adviceFor(owner: ObjectShape, key: string, path: string | null): Advice {
  const { id, title } = owner;
  const message = `${title} has no \`${key}\``;
  if (id === 'request-headers') {
    return { message: `\`request.headers\` has no \`${key}\`: only Content-Type reaches templates` };
  }
  if (id === 'profile-fields') {
    return {
      message,
      suggestion: 'by_id',
      hint: 'A profile field is read by its number: `user.profile_fields.by_id(123)`.',
    };
  }
  const body = id === 'request' ? 'body_text' : 'body';
  if (id !== 'user' && path !== null && parsedNames.has(foldName(key))) {
    const suggestion = `(${path}.${body} | from_json)`;
    return { message, suggestion, hint: `Parse the body: \`${suggestion}\`.` };
  }
  const suggestion = foreignMembers[id]?.get(foldName(key)) ?? suggest(key, owner.names);
  if (suggestion !== undefined) return { message, suggestion, hint: `Did you mean \`${suggestion}\`?` };
  const names = `It has ${listNames(owner.names)}.`;
  if (id === 'user') return { message, hint: names };
  return {
    message,
    hint: `${names} A field of its JSON is \`(${path ?? '...'}.${body} | from_json)${accessTo(key)}\`.`,
  };
}

function adviceForText(target: ast.Expression, key: string, path: string | null, isMethod: boolean): Advice {
  const what = path === null ? 'this' : `\`${path}\``;
  const message = isMethod
    ? `${what} is text, and \`${key}\` is a method of text`
    : `${what} is text and has no \`${key}\``;
  const holdsBody = /(?:^|_)body(?:_text)?$/.test(
    keyOf(target)?.text ?? (target.kind === 'Name' ? target.name : ''),
  );
  if (!holdsBody || path === null) {
    return isMethod ? { message, hint: `Call it: \`${key}()\`.` } : { message };
  }
  const suggestion = `(${path} | from_json)${accessTo(key)}`;
  return { message, suggestion, hint: `A field of JSON is \`${suggestion}\`.` };
}
