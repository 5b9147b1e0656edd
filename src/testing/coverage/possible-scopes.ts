/** The error scopes that a connector can answer with. platform.md section 8. */
import { type ast, parse, TemplateError, walk } from '../../jinja/index.js';
import { type FailureScope, simpleScope, stepScope, unexpectedErrorScope } from '../../platform/scopes.js';
import type { LabelledField } from '../../platform/template-fields.js';
import type { Composite, RequestDefinition, SimpleConnector } from '../../registry/model.js';
import { canFail } from './can-fail.js';
import { renderedFields } from './rendered-fields.js';

export interface PossibleScope {
  readonly scope: string;
  /** Null where it is no step's failure. */
  readonly step: string | null;
}

/** Each scope once, in the order of the steps. */
export function possibleScopes(connector: SimpleConnector | Composite): readonly PossibleScope[] {
  if (connector.kind === 'simple') {
    return (
      failuresOf(connector)
        // The upstream's own status passes through: an HTTP error is a token request's alone.
        .filter((failure) => failure !== 'http' || requestsToken(connector))
        .map((failure) => ({ scope: simpleScope(failure), step: connector.permalink }))
    );
  }
  if (connector.steps.length === 0) return [{ scope: unexpectedErrorScope, step: null }];
  return connector.steps.flatMap((step) => {
    const scopes = failuresOf(step).map((failure) => stepScope(step.name, step.index, failure));
    return [...new Set(scopes)].map((scope) => ({ scope, step: step.name }));
  });
}

const signed: ReadonlySet<string> = new Set(['jwt', 'oauth_jwt_bearer']);
const fetched: ReadonlySet<string> = new Set(['oauth_client_credentials', 'oauth_jwt_bearer']);

const requestsToken = ({ authentication }: RequestDefinition): boolean =>
  fetched.has(authentication?.type ?? 'none');

function failuresOf(request: RequestDefinition): FailureScope[] {
  const templates = renderedFields(request).map((labelled) => ({ labelled, tree: treeOf(labelled) }));
  const failing = templates.filter(({ labelled, tree }) => isFallible(labelled, tree));
  const isSigned =
    signed.has(request.authentication?.type ?? 'none') ||
    templates.some(({ tree }) => tree !== null && callsJwtEncode(tree));
  const isResponse = ({ labelled }: { labelled: LabelledField }) => labelled.group === 'response_body';
  return [
    'http',
    'network',
    ...(failing.some((each) => !isResponse(each)) ? (['template'] as const) : []),
    ...(failing.some(isResponse) ? (['response-template'] as const) : []),
    ...(isSigned ? (['jwt'] as const) : []),
  ];
}

/** Null where the template does not parse. */
function treeOf({ field }: LabelledField): ast.TemplateNode | null {
  try {
    return parse(field.value).tree;
  } catch (error) {
    if (error instanceof TemplateError) return null;
    throw error;
  }
}

/** What a URL or a header renders to can break the rules for URLs and headers, even where its template cannot fail. */
function isFallible({ field, label }: LabelledField, tree: ast.TemplateNode | null): boolean {
  if (tree === null || canFail(tree)) return true;
  const isLiteral = tree.body.every(
    (node) => node.kind === 'Output' && node.nodes.every(({ kind }) => kind === 'TemplateData'),
  );
  const hasRules = label === 'url' || label.startsWith('headers[') || field.pointer.endsWith('/token_url');
  return hasRules && !isLiteral;
}

function callsJwtEncode(tree: ast.TemplateNode): boolean {
  let found = false;
  walk(tree, (node) => {
    if (node.kind === 'Name' && node.name === 'jwt_encode') found = true;
  });
  return found;
}
