/** Why the platform would refuse a call before it renders anything. platform.md sections 3 and 4. */
import type { Composite, SimpleConnector } from '../../registry/model.js';
import { fieldThatNeedsUser } from '../anonymous.js';
import { pathParametersOf, usablePathParameters } from '../path-parameters.js';
import type { Call } from '../settings.js';
import { placeholderText } from './placeholder.js';
import type { RenderContext } from './render-context.js';
import type { RenderFault } from './result.js';

export function findCallFaults(
  connector: SimpleConnector | Composite,
  call: Call,
  context: RenderContext,
): RenderFault[] {
  const faults: RenderFault[] = [];
  const add = (code: string, message: string, hint: string | null) =>
    faults.push({ code, kind: null, message, hint, place: null });
  if (connector.kind === 'simple' && call.method !== undefined && call.method !== connector.method) {
    add(
      'method',
      `the connector is called with ${connector.method}, and this call is a ${call.method}: the platform answers 405`,
      null,
    );
  }
  if (connector.kind === 'composite' && connector.steps.length === 0) {
    add('no-steps', 'the composite has no steps: the platform answers 500', null);
  }
  const needsUser = context.settings.persona.anonymous ? fieldOf(connector) : null;
  if (needsUser !== null) {
    add(
      'anonymous',
      `${needsUser} uses \`user\`, and the caller is anonymous: the platform answers 401`,
      'Choose a user of the configuration with --user.',
    );
  }
  if (connector.kind === 'simple') addPathParameters(connector, call, context, add);
  return faults;
}

function fieldOf(connector: SimpleConnector | Composite): string | null {
  if (connector.kind === 'simple') return fieldThatNeedsUser(connector)?.label ?? null;
  for (const step of connector.steps) {
    const found = fieldThatNeedsUser(step);
    if (found) return `step '${step.name}': ${found.label}`;
  }
  return null;
}

function addPathParameters(
  connector: SimpleConnector,
  call: Call,
  context: RenderContext,
  add: (code: string, message: string, hint: string | null) => void,
): void {
  const parameters = pathParametersOf(connector, call);
  if (!('code' in parameters)) {
    context.contexts.setPathParameters(parameters.values);
    for (const name of parameters.ignored) {
      const message = `the path parameter '${name}' is not declared in \`path_parameters\`; it has no effect`;
      context.warn({ code: 'path-parameter-ignored', message, hint: null, place: null });
    }
    return;
  }
  const { code, detail, params = [] } = parameters;
  add(
    code,
    `${detail}: the platform answers 400`,
    code === 'MISSING_PATH_PARAMETERS'
      ? `Give ${params.map((name) => `--path-param ${name}=<value>`).join(' ')}.`
      : null,
  );
  // The URL is shown all the same, with what is missing in its place.
  const usable = usablePathParameters(connector, call);
  const names = connector.pathParameters.map((row) => row.key.value);
  context.contexts.setPathParameters(
    new Map(names.map((name) => [name, usable.get(name) ?? placeholderText(`pathParams.${name}`)])),
  );
}
