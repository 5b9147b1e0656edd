/** What usually stands behind a template error, and what to write instead. platform.md section 11. */
import type { TemplateError } from '../jinja/index.js';
import { listNames, suggest } from '../text/suggest.js';
import { type ContextName, contextNames, type FieldGroup, groupsThatSee, visibleNames } from './fields.js';
import type { ConnectorKind } from './result.js';

export interface HintSource {
  kind: ConnectorKind;
  /** All steps of the composite, in order. */
  stepNames: readonly string[];
}

/** The groups of fields in words. */
export const groupWords: Readonly<Record<FieldGroup, string>> = {
  url: 'the URL',
  value: 'header, query parameter and authentication values',
  request_body: '`request_body`',
  response_body: '`response_body`',
};

/** Advice for an error, or null where the message says it all. */
export function hintFor(
  error: TemplateError,
  template: string,
  group: FieldGroup,
  source: HintSource,
): string | null {
  return (
    hyphenatedStep(template, source) ??
    undefinedName(error, group, source) ??
    undefinedAttribute(error) ??
    badJson(error, template, source.kind)
  );
}

/** `steps.fetch-user` subtracts. */
function hyphenatedStep(template: string, source: HintSource): string | null {
  for (const name of source.stepNames) {
    if (name.includes('-') && template.includes(`steps.${name}`)) {
      return `\`steps.${name}\` is a subtraction: write \`steps['${name}']\`.`;
    }
  }
  return null;
}

function undefinedName(error: TemplateError, group: FieldGroup, source: HintSource): string | null {
  const name = /^'([^']+)' is undefined$/.exec(error.message)?.[1];
  if (name === undefined) return null;
  const twin = otherKindsName(name, source.kind);
  if (twin) return `Here it is \`${twin}\`.`;
  if ((contextNames as readonly string[]).includes(name)) {
    const groups = groupsThatSee(source.kind, name as ContextName);
    if (groups.length === 0) {
      const owner = source.kind === 'composite' ? 'simple connectors' : 'composites';
      return `\`${name}\` exists only in ${owner}.`;
    }
    return `\`${name}\` can be used in ${groups.map((each) => groupWords[each]).join(', ')} only.`;
  }
  if (source.stepNames.includes(name)) return `A step's result is \`steps.${name}\`.`;
  const visible = visibleNames(source.kind, group);
  const near = suggest(name, visible);
  return near ? `Did you mean \`${near}\`?` : `Visible here: ${listNames(visible)}.`;
}

/** The same thing has another name in the other kind of connector. */
function otherKindsName(name: string, kind: ConnectorKind): string | null {
  if (kind === 'composite' && (name === 'body_text' || name === 'body_raw')) return `request.${name}`;
  if (kind === 'composite' && name === 'queryParams') return 'request.query_parameters';
  if (kind === 'simple' && name === 'request') return 'body_text';
  return null;
}

function undefinedAttribute(error: TemplateError): string | null {
  const name = /has no attribute '([^']+)'$/.exec(error.message)?.[1];
  if (error.kind !== 'undefined' || name === undefined) return null;
  return `There is no \`${name}\` to read from. Print the value it should stand in, or guard it: \`{% if ... is defined %}\`.`;
}

function badJson(error: TemplateError, template: string, kind: ConnectorKind): string | null {
  if (!template.includes('from_json')) return null;
  if (/must be str, bytes or bytearray, not NoneType/.test(error.message)) {
    const payload = kind === 'composite' ? 'request.body_text' : 'body_text';
    return `The text is None: there was no body, or it is binary. Guard it, for example \`{% if ${payload} %}\`.`;
  }
  if (error.pythonName === 'JSONDecodeError') {
    return 'The text is not JSON; an empty or error body is a usual cause. Guard it with `{% if ... %}` or check `status_code` first.';
  }
  return null;
}
