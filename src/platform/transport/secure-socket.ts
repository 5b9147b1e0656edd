/** TLS over a connection that is open already. */
import net from 'node:net';
import tls from 'node:tls';
import { certificateFailure } from './certificate.js';

export interface SecureOptions {
  /** Undefined for Node's own. */
  context: tls.SecureContext | undefined;
  /** Tickets to resume sessions with, by key. */
  sessions: Map<string, Buffer>;
  sessionKey: string;
  /** Told of the connection when hands are shaken, before the certificate is judged. */
  onHandshake?: (secured: tls.TLSSocket) => void;
}

/**
 * Shakes hands and checks the certificate.
 * @throws {TransportError} for a certificate that is not accepted; else the system's error
 */
export function secureSocket(
  socket: net.Socket,
  hostname: string,
  { context, sessions, sessionKey, onHandshake }: SecureOptions,
): Promise<tls.TLSSocket> {
  const session = sessions.get(sessionKey);
  // Node's own switch, with Node's own warning.
  const accepts = process.env.NODE_TLS_REJECT_UNAUTHORIZED === '0';
  return new Promise((settle, fail) => {
    const secured = tls.connect({
      socket,
      host: hostname,
      ...(net.isIP(hostname) ? {} : { servername: hostname }),
      ALPNProtocols: ['http/1.1'],
      ...(session ? { session } : {}),
      ...(context ? { secureContext: context } : {}),
      // Rejected below, before a byte goes out: Node would take the certificate away before it could be described.
      ...(accepts ? {} : { rejectUnauthorized: false }),
    });
    let trusted = false;
    let ticket: Buffer | undefined;
    secured.on('session', (next: Buffer) => {
      // A resumed session is not checked against the host's name again: only one that has passed may be kept.
      if (trusted) sessions.set(sessionKey, next);
      else ticket = next;
    });
    const onClose = () =>
      fail(Object.assign(new Error('closed during the TLS handshake'), { code: 'TLS_CLOSED' }));
    secured.once('error', fail);
    secured.once('close', onClose);
    secured.once('secureConnect', () => {
      onHandshake?.(secured);
      if (!secured.authorized && !accepts) {
        const failure = certificateFailure(
          String(secured.authorizationError),
          hostname,
          secured.getPeerCertificate(true),
        );
        fail(failure);
        secured.destroy();
        return;
      }
      trusted = true;
      if (ticket) sessions.set(sessionKey, ticket);
      secured.off('error', fail);
      secured.off('close', onClose);
      settle(secured);
    });
  });
}
