/** How much of a URL is known before anything runs: its text up to the first part that only a run can tell. */
import { type ast, parse, TemplateError } from '../jinja/index.js';
import { readVariable } from './url-template.js';

export interface StaticUrl {
  /** From the protocol on: at least the whole origin, and of the path what stands before the first computed part. */
  readonly known: string;
}

export interface UnknownUrl {
  /** In words, without the place. */
  readonly reason: string;
  /** The variable that has no value; null where something else is in the way. */
  readonly missingVariable: string | null;
}

/** @param variables the values that `get_variable` would give */
export function staticUrl(template: string, variables: ReadonlyMap<string, string>): StaticUrl | UnknownUrl {
  const body = bodyOf(template);
  if (!body) return unknown('its template does not parse');
  let known = '';
  const upTo = (reason: string, missingVariable: string | null = null): StaticUrl | UnknownUrl =>
    endsOrigin(known) ? { known } : unknown(reason, missingVariable);
  for (const statement of body) {
    if (definitions.has(statement.kind)) continue;
    if (statement.kind !== 'Output') return upTo('a block tag decides about its host');
    for (const node of statement.nodes) {
      if (node.kind === 'TemplateData') {
        known += node.text;
        continue;
      }
      const variable = readVariable(node);
      if (!variable) return upTo('its host is computed when a connector runs');
      const value = variables.get(variable.name);
      const isMissing = value === undefined || (value === '' && variable.replacesEmpty);
      const text = isMissing ? variable.fallback : value;
      if (text === null) return upTo(`the variable '${variable.name}' has no value`, variable.name);
      known += text;
    }
  }
  return { known };
}

const definitions: ReadonlySet<ast.Statement['kind']> = new Set(['Assign', 'AssignBlock', 'Macro']);

/** Whether nothing that follows can belong to the host any more. */
const endsOrigin = (known: string): boolean => /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*[/?#]/i.test(known);

const unknown = (reason: string, missingVariable: string | null = null): UnknownUrl => ({
  reason,
  missingVariable,
});

function bodyOf(template: string): readonly ast.Statement[] | null {
  try {
    return parse(template).tree.body;
  } catch (error) {
    if (error instanceof TemplateError) return null;
    throw error;
  }
}
