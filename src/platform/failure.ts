/** How a step fails inside the pipeline, before it becomes part of the result tree. */
import type { StepFailure, TemplateFault } from './result.js';
import type { FailureScope } from './scopes.js';
import type { TransportError } from './transport/transport.js';
import { publicOnly } from './url-policy.js';

/** Ends a step. `scope` picks the scope string; null where the run was interrupted. */
export class StepError extends Error {
  override readonly name = 'StepError';
  constructor(
    readonly scope: FailureScope | null,
    readonly failure: Omit<StepFailure, 'scope'>,
  ) {
    super(failure.detail);
  }
}

const plain = { advice: null, template: null, network: null } as const;

export const httpError = (detail: string, advice: string | null): StepError =>
  new StepError('http', { ...plain, kind: 'http', detail, advice });

export const templateError = (fault: TemplateFault): StepError =>
  new StepError('template', {
    ...plain,
    kind: 'template',
    detail: `${fault.field}: ${fault.message}`,
    advice: fault.hint,
    template: fault,
  });

export const signingError = (fault: TemplateFault): StepError =>
  new StepError('jwt', {
    ...plain,
    kind: 'jwt',
    detail: `${fault.field}: ${fault.message}`,
    advice: fault.hint,
    template: fault,
  });

/** A value that no template made is refused as a rendered one would be. */
export const refusedValue = (detail: string, advice: string | null): StepError =>
  new StepError('template', { ...plain, kind: 'template', detail, advice });

/** `host` is the one that the rendered URL names. */
export function networkError(error: TransportError, host: string, isToken: boolean): StepError {
  if (error.failure === 'aborted') {
    return new StepError(null, { ...plain, kind: 'interrupted', detail: 'interrupted' });
  }
  // What the URL rules forbid is the URL's fault, also where only the look-up of the name shows it.
  if (error.failure === 'address') {
    return refusedValue(`${isToken ? 'token_url' : 'url'}: ${error.message}`, publicOnly);
  }
  return new StepError('network', {
    ...plain,
    kind: error.failure === 'timeout' ? 'timeout' : 'network',
    detail: `${isToken ? 'token request: ' : ''}${error.message}${error.code === 'UNKNOWN' ? '' : ` (${error.code})`}`,
    advice: adviceFor(error),
    network: { code: error.code, phase: error.phase, host },
  });
}

const proxySettings = '`http.proxy` in the configuration, or HTTPS_PROXY in the environment';

/** What to do about a failure of the network, or null. */
export function adviceFor(error: Pick<TransportError, 'failure' | 'code'>): string | null {
  if (error.failure === 'timeout') {
    return 'The platform gives an upstream 15 s; `--timeout <ms>` changes it here only.';
  }
  switch (error.code) {
    case 'PROXY_INVALID':
      return 'Only HTTP proxies are supported (http:// or https://).';
    case 'PROXY_NOT_FOUND':
    case 'PROXY_REFUSED':
    case 'PROXY_UNREACHABLE':
    case 'PROXY_PROTOCOL':
      return `Check ${proxySettings}; NO_PROXY names hosts to reach without a proxy.`;
    case 'PROXY_AUTHENTICATION':
      return `Put the user and the password, percent-encoded, into the proxy's URL (${proxySettings}): http://user:password@proxy.example.com:3128.`;
    case 'PROXY_FORBIDDEN':
    case 'PROXY_STATUS':
    case 'PROXY_CLOSED':
      return 'The proxy does not let this connection through; NO_PROXY names hosts to reach without it.';
    case 'PROXY_GATEWAY':
      return 'The proxy could not reach the host. Check the host in the URL; NO_PROXY names hosts to reach without a proxy.';
    case 'CERT_HAS_EXPIRED':
    case 'CERT_NOT_YET_VALID':
      return 'The certificate has to be renewed on the host, unless the clock of this machine is wrong.';
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return 'Check the host in the URL, or the target of the route.';
    case 'ECONNREFUSED':
      return 'Is the upstream, or the target of the route, running?';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'Check the host in the URL; `--route <from>=<to>` sends its traffic to a local server.';
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
      return 'Name the certificate authority in the configuration (`http.ca`) or in NODE_EXTRA_CA_CERTS.';
    case 'ERR_SSL_WRONG_VERSION_NUMBER':
    case 'EPROTO':
      return 'A route to a plain HTTP server has to begin with http://.';
    default:
      return null;
  }
}
