/** Names that no field has: what was meant. */
import { visibleNames } from '../../platform/fields.js';
import { listNames, suggest } from '../../text/suggest.js';
import type { Report } from '../finding.js';
import type { TemplateSite } from '../rule.js';
import { accessTo } from './attr-of-json.js';
import type { Facts } from './facts.js';
import { ownedNames } from './owned-names.js';
import { globalNames, isFunctionName } from './platform-names.js';
import { isContextName } from './provenance.js';
import type { Use } from './uses.js';
import { verdictOn } from './verdict.js';

type Fault = Pick<Report, 'message' | 'hint' | 'suggestion' | 'severity'>;

/** What people call it, and which of these the field may have. */
const foreignNames: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    body: ['response.body', 'body_text', 'request.body_text'],
    payload: ['body_text', 'request.body_text'],
    request_body: ['body_text', 'request.body_text'],
    response_body: ['response.body'],
    status: ['response.status_code'],
    status_code: ['response.status_code'],
    headers: ['response.headers', 'request.headers'],
    query: ['request.query_parameters'],
    query_parameters: ['request.query_parameters'],
    query_params: ['request.query_parameters'],
    params: ['request.query_parameters'],
    args: ['request.query_parameters'],
    path_parameters: ['pathParams'],
    path_params: ['pathParams'],
    current_user: ['user'],
    tenant: ['tenant_id'],
    secrets: ['get_secret'],
    secret: ['get_secret'],
    variables: ['get_variable'],
    vars: ['get_variable'],
    env: ['get_variable'],
    timestamp: ['now'],
    email: ['user.email'],
    username: ['user.username'],
    first_name: ['user.first_name'],
    last_name: ['user.last_name'],
    user_id: ['user.id'],
  }),
);

/** Null for a name that exists somewhere, that the template binds anywhere, or that the author provides for. */
export function variableFault(name: string, use: Use, facts: Facts, site: TemplateSite): Fault | null {
  const { parent } = use;
  if (parent.kind === 'Call' && parent.callee === use.node) return null;
  if (isContextName(name) || globalNames.has(name) || ownedNames.has(name) || name === 'queryParams')
    return null;
  // A name that a loop binds and later text reads is another mistake.
  if (facts.sources.has(name)) return null;
  const suggestion = meant(name, site);
  const severity = verdictOn(use, suggestion !== undefined);
  if (severity === null) return null;
  const message = `there is no variable \`${name}\``;
  if (name === 'JSON' || name === 'json') {
    return {
      severity,
      message,
      hint: 'JSON is read with `text | from_json` and written with `value | tojson`.',
    };
  }
  if (suggestion !== undefined)
    return { severity, message, suggestion, hint: `Did you mean \`${suggestion}\`?` };
  return {
    severity,
    message,
    hint: `This field sees ${listNames(visibleNames(site.kind, site.group).map(written))}.`,
  };
}

const written = (name: string): string => (isFunctionName(name) ? `${name}()` : name);

function meant(name: string, { kind, group, entry, step }: TemplateSite): string | undefined {
  const visible = visibleNames(kind, group);
  const isParameter = 'pathParameters' in entry && entry.pathParameters.some(({ key }) => key.value === name);
  if (group === 'url' && isParameter) return `pathParams${accessTo(name)}`;
  if ('steps' in entry && step) {
    const earlier = entry.steps.slice(0, step.index).some((each) => each.name === name);
    if (earlier) return `steps${accessTo(name)}`;
  }
  const folded = name.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();
  const foreign = foreignNames
    .get(folded)
    ?.find((each) => (visible as string[]).includes(each.split('.')[0] ?? ''));
  const found = foreign ?? suggest(name, visible);
  return found === undefined ? undefined : written(found);
}
