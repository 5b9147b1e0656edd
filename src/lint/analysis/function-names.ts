/** Names that a template calls. */
import type { ast } from '../../jinja/index.js';
import { isVisible } from '../../platform/fields.js';
import { listNames, suggest } from '../../text/suggest.js';
import type { Report } from '../finding.js';
import type { TemplateSite } from '../rule.js';
import { definitionsOf, platformPath } from './definitions.js';
import { strengthOf } from './existence-guards.js';
import type { Facts } from './facts.js';
import { ownedNames } from './owned-names.js';
import { filterNames, globalNames, isFunctionName, visibleFunctions } from './platform-names.js';
import { isContextName } from './provenance.js';
import type { Use } from './uses.js';

/** What other languages and libraries call it. */
const foreignFunctions = new Map([
  ['secret', 'get_secret'],
  ['secrets', 'get_secret'],
  ['variable', 'get_variable'],
  ['var', 'get_variable'],
  ['env', 'get_variable'],
  ['getenv', 'get_variable'],
  ['jwt', 'jwt_encode'],
  ['sign_jwt', 'jwt_encode'],
  ['time', 'now'],
  ['timestamp', 'now'],
  ['utcnow', 'now'],
]);

/** Functions of Python and JavaScript that are filters here. */
const filtersForFunctions = new Map([
  ['len', 'length'],
  ['str', 'string'],
  ['String', 'string'],
  ['json_loads', 'from_json'],
  ['json_dumps', 'json_encode'],
  ['sorted', 'sort'],
  ['encodeURIComponent', 'urlencode'],
]);

type Fault = Pick<Report, 'message' | 'hint' | 'suggestion'>;

/** Null where the name can be called, or another rule says why it cannot. */
export function functionFault(name: string, use: Use, facts: Facts, site: TemplateSite): Fault | null {
  if (globalNames.has(name) || ownedNames.has(name)) return null;
  if (isContextName(name)) {
    const isCalledInVain = isVisible(site.kind, site.group, name) && !isFunctionName(name);
    return isCalledInVain ? { message: `\`${name}\` is a value and not a function` } : null;
  }
  if (strengthOf(use.guards, use.node) !== null) return null;
  const message = `there is no function \`${name}\``;
  if (facts.sources.has(name))
    return { message: `${message} here`, hint: 'The template defines it in another place, or later.' };
  const filter = filtersForFunctions.get(name) ?? (filterNames.has(name) ? name : undefined);
  if (filter !== undefined) return { message, hint: `It is a filter: \`value | ${filter}\`.` };
  const visible: string[] = visibleFunctions(site.kind, site.group);
  const foreign = foreignFunctions.get(name);
  const suggestion =
    foreign !== undefined && visible.includes(foreign)
      ? foreign
      : suggest(name, [...visible, ...globalNames]);
  if (suggestion === undefined)
    return { message, hint: `There are ${listNames([...visible, ...globalNames])}.` };
  return { message, suggestion, hint: `Did you mean \`${suggestion}\`?` };
}

/** Values of the platform whose type is not known, or bytes. */
const untyped: ReadonlySet<string> = new Set([
  'user.id',
  'body_raw',
  'request.body_raw',
  'response.status_code',
]);

/** The path of an attribute of the platform that certainly is no function; null for any other. */
export function calledValue(node: ast.Expression, facts: Facts, site: TemplateSite): string | null {
  if (facts.isTorn(node)) return null;
  const path = platformPath(node, definitionsOf(site));
  const [root, step, ...rest] = path ?? [];
  if (!path || typeof root !== 'string' || !isContextName(root)) return null;
  if (!isVisible(site.kind, site.group, root)) return null;
  const text = path.join('.');
  const isStatus = root === 'steps' && rest.join('.') === 'status_code' && typeof step === 'string';
  if (untyped.has(text) || isStatus) return text;
  const { kind } = facts.shapeOf(node);
  return kind === 'text' || kind === 'data' || kind === 'object' ? text : null;
}
