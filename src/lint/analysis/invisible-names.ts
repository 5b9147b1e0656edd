/** Names of the platform that a field does not see: where they can be used, and what is meant here. */
import { type ContextName, groupsThatSee, isVisible } from '../../platform/fields.js';
import { groupWords } from '../../platform/hints.js';
import type { Report } from '../finding.js';
import type { TemplateSite } from '../rule.js';
import { strengthOf } from './existence-guards.js';
import { ownedNames } from './owned-names.js';
import { isFunctionName } from './platform-names.js';
import { isContextName } from './provenance.js';
import type { Use } from './uses.js';

type Fault = Pick<Report, 'message' | 'hint' | 'suggestion' | 'severity'>;

/** What widgets call the query parameters; templates of composites have them by another name. */
const widgetsName = 'queryParams';

/** Null for a name that the field sees, that the author asks about first, or that is no name of the platform. */
export function invisibleName(name: string, use: Use, site: TemplateSite): Fault | null {
  if (ownedNames.has(name)) return null;
  const isForeign = name === widgetsName;
  if (!isForeign && (!isContextName(name) || isVisible(site.kind, site.group, name))) return null;
  const guarded = strengthOf(use.guards, use.node);
  if (use.fate === 'existence' || guarded === 'existence') return null;
  // What prints nothing leaves a hole in the path, which nobody means.
  const isBroken = use.fate === 'fails' || (use.fate === 'nothing' && isInPath(use, site));
  const severity = isBroken && guarded === null ? 'error' : 'warning';
  const fault = isForeign ? widgetParameters(use, site) : explain(name as ContextName, use, site);
  return { severity, ...fault };
}

function widgetParameters(use: Use, site: TemplateSite): Fault {
  const { kind } = site;
  const message = `\`${widgetsName}\` does not exist in templates`;
  if (kind === 'simple' && isInPath(use, site)) {
    const key = use.parent.kind === 'GetAttribute' ? use.parent.name : '<key>';
    return {
      message,
      suggestion: 'pathParams',
      hint: `A value for the path is \`pathParams.${key}\`, with { "key": "${key}" } in \`path_parameters\`; the widget sends it as \`pathParams\`.`,
    };
  }
  if (kind === 'simple') {
    return {
      message,
      hint: "The widget's query parameters go out by themselves; a row in `query_parameters` with `overridable: true` gives a default.",
    };
  }
  return { message, suggestion: 'request.query_parameters', hint: 'Here it is `request.query_parameters`.' };
}

/** Of the URL: what stands before its query string. */
const isInPath = ({ node }: Use, { group, field }: TemplateSite): boolean =>
  group === 'url' && !field.value.slice(0, node.span.start).includes('?');

function explain(name: ContextName, use: Use, site: TemplateSite): Fault {
  const { kind, group } = site;
  const groups = groupsThatSee(kind, name);
  if (groups.length === 0) {
    const message = `\`${name}\` does not exist in ${kind === 'simple' ? 'simple connectors' : 'composites'}`;
    return { message, ...counterpart(name, use, site) };
  }
  const message = `\`${name}${isFunctionName(name) ? '()' : ''}\` cannot be used in ${groupWords[group]}`;
  const places = groups.map((each) => groupWords[each]).join(', ');
  if (name === 'response' && kind === 'composite') {
    return { message, hint: "An earlier step's answer is `steps.<name>`." };
  }
  const hint = `It exists in ${places} only.`;
  // Only the caller knows what a payload holds, so the caller has to send that part of it another way.
  const isPayloadInPath = (name === 'body_text' || name === 'body_raw') && isInPath(use, site);
  return {
    message,
    hint: isPayloadInPath
      ? `${hint} A value for the path is \`pathParams.<key>\`, which the widget sends.`
      : hint,
  };
}

/** The same thing has another name in the other kind of connector. */
function counterpart(
  name: ContextName,
  { parent }: Use,
  { kind, group }: TemplateSite,
): Pick<Fault, 'hint' | 'suggestion'> {
  if (kind === 'composite') {
    const suggestion = `request.${name}`;
    return { suggestion, hint: `Here it is \`${suggestion}\`.` };
  }
  if (name === 'steps')
    return { hint: 'Only composites have steps; an answer is `response` in `response_body`.' };
  const attribute = parent.kind === 'GetAttribute' ? parent.name : '';
  if (attribute === 'query_parameters') {
    return { hint: "The caller's query parameters go out by themselves." };
  }
  if (attribute === 'body_text' || attribute === 'body_raw') {
    return group === 'request_body'
      ? { suggestion: attribute, hint: `Here it is \`${attribute}\`.` }
      : { hint: `Here it is \`${attribute}\`, in \`request_body\` only.` };
  }
  return { hint: 'The body of the request is `body_text`, in `request_body` only.' };
}
