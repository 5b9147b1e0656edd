/** System and library error codes in plain words. */
import { type NetworkPhase, TransportError } from './transport.js';

const words = new Map<string, string>([
  ['ENOTFOUND', 'the name of the host does not resolve'],
  ['EAI_AGAIN', 'the name of the host could not be looked up (DNS gave no answer)'],
  ['ECONNREFUSED', 'the connection was refused; nothing listens on that port'],
  ['ECONNRESET', 'the upstream reset the connection'],
  ['EPIPE', 'the upstream closed the connection while the request was being sent'],
  ['ETIMEDOUT', 'the connection timed out'],
  ['EHOSTUNREACH', 'there is no way to the host'],
  ['ENETUNREACH', 'there is no way to the network of the host'],
  ['EADDRNOTAVAIL', 'the address cannot be reached from this machine'],
  ['UND_ERR_SOCKET', 'the upstream closed the connection before it had answered'],
  ['UND_ERR_HEADERS_OVERFLOW', 'the response headers are larger than 64 KiB, the bound of this program'],
  ['CERT_HAS_EXPIRED', 'the certificate of the host has expired'],
  ['CERT_NOT_YET_VALID', 'the certificate of the host is not valid yet'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'the certificate of the host is self-signed'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'the certificate chain of the host ends in one that is not trusted'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'the certificate of the host comes from an issuer that is not trusted'],
  [
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'the certificate of the host comes from an issuer that is not trusted',
  ],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'the certificate is for another host'],
  ['EPROTO', 'the TLS handshake failed'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'the host does not speak TLS on that port'],
]);

/** Turns whatever a socket, TLS, zlib or undici threw into a `TransportError`. */
export function asTransportError(thrown: unknown, phase: NetworkPhase | null): TransportError {
  if (thrown instanceof TransportError) return thrown;
  const error = innermost(thrown);
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  const isParserError =
    code.startsWith('HPE_') || (error instanceof Error && error.name === 'HTTPParserError');
  const isLengthError = code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH';
  const isEnd = isParserError && message.includes('Invalid EOF state');
  if (phase === 'download' && (isEnd || isLengthError || code === 'UND_ERR_SOCKET')) {
    const incomplete = 'the upstream closed the connection before the body of its answer was complete';
    return new TransportError('network', 'INCOMPLETE_BODY', phase, incomplete, { cause: thrown });
  }
  // Before a body has begun, undici says so of whatever the parser refuses once it has seen a Content-Length.
  if (isParserError || isLengthError) {
    const known = code.startsWith('HPE_') ? code : 'HPE_INVALID';
    const reason = /\((.*)\)$/.exec(message)?.[1];
    return new TransportError(
      'network',
      known,
      phase,
      `the answer is not valid HTTP${reason ? ` (${reason})` : ''}`,
      { cause: thrown },
    );
  }
  return new TransportError('network', code, phase, words.get(code) ?? message, { cause: thrown });
}

/** The other side closed the connection, politely or not. */
export const isClosed = ({ code }: TransportError): boolean =>
  code === 'UND_ERR_SOCKET' || code === 'ECONNRESET' || code === 'EPIPE';

/** Node wraps the errors of several attempted addresses; the first says most. */
function innermost(thrown: unknown): unknown {
  if (thrown instanceof AggregateError && thrown.errors.length > 0) return innermost(thrown.errors[0]);
  const cause = thrown instanceof Error ? thrown.cause : undefined;
  return cause instanceof Error && codeOf(cause) !== 'UNKNOWN' && codeOf(thrown) === 'UNKNOWN'
    ? innermost(cause)
    : thrown;
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : 'UNKNOWN';
}
