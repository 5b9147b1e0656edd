/**
 * Which secrets and variables an entry of the registry asks for by name, and where: what can be told from its templates
 * without running them.
 */
import { analyze, type ast, parse, TemplateError } from '../jinja/index.js';
import type { Composite, RequestDefinition, Step, TextField } from '../registry/model.js';
import type { Span } from '../text/source.js';
import type { FieldGroup } from './fields.js';
import { templateFields } from './template-fields.js';

/** A call of `get_secret` or `get_variable`. */
export interface ReferencePlace {
  /** The field whose template holds the call; it knows its place in the file. */
  readonly field: TextField;
  /** Of the call in the field's text, in UTF-16 units; `field.spanOf` leads to the file. */
  readonly span: Span;
  readonly group: FieldGroup;
  /** The name of the composite's step; null in a simple connector. */
  readonly step: string | null;
}

/** A call that names what it wants: `get_secret('name')`. */
export interface Reference extends ReferencePlace {
  readonly name: string;
  /** `default` follows the call, so that it has a value in any case. */
  readonly hasDefault: boolean;
}

/** Each list in the order of the fields, and within one in that of the text. */
export interface References {
  readonly secrets: readonly Reference[];
  readonly variables: readonly Reference[];
  /** Calls whose name is known only when the template runs. */
  readonly computed: readonly (ReferencePlace & { readonly what: 'secret' | 'variable' })[];
}

const functions = new Map([
  ['get_secret', 'secret'],
  ['get_variable', 'variable'],
] as const);

/** Fields whose template does not parse have none; rendering them says why. */
export function referencesOf(definition: RequestDefinition | Composite): References {
  const found = { secrets: [] as Reference[], variables: [] as Reference[], computed: [] as Computed[] };
  const requests = 'steps' in definition ? definition.steps : [definition];
  for (const request of requests) {
    for (const { field, group } of templateFields(request)) {
      collect({ field, group, step: isStep(request) ? request.name : null }, found);
    }
  }
  return found;
}

type Computed = References['computed'][number];

const isStep = (request: RequestDefinition): request is Step => 'index' in request;

function collect(
  place: Omit<ReferencePlace, 'span'>,
  found: { secrets: Reference[]; variables: Reference[]; computed: Computed[] },
): void {
  const text = place.field.value;
  if (!text.includes('get_secret') && !text.includes('get_variable')) return;
  const analysis = analysisOf(text);
  if (!analysis) return;
  const defaulted = new Set(
    analysis.filters
      .filter(({ name, node }) => (name === 'default' || name === 'd') && node.target !== null)
      .map(({ node }) => node.target),
  );
  for (const { name: callee, call, origin } of analysis.functions) {
    const what = functions.get(callee as 'get_secret');
    if (!what || origin === 'template') continue;
    const { span } = call;
    const name = nameIn(call);
    if (name === null) found.computed.push({ ...place, span, what });
    else {
      const list = what === 'secret' ? found.secrets : found.variables;
      list.push({ ...place, span, name, hasDefault: defaulted.has(call) });
    }
  }
}

function analysisOf(template: string): ReturnType<typeof analyze> | null {
  try {
    return analyze(parse(template).tree);
  } catch (error) {
    if (error instanceof TemplateError) return null;
    throw error;
  }
}

function nameIn({ args }: ast.Call): string | null {
  const name = args.positional[0] ?? args.keyword.find((each) => each.name === 'name')?.value;
  return name?.kind === 'Const' && typeof name.value === 'string' ? name.value : null;
}
