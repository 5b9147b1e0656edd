/** A TLS connection and the certificate of its other end, as they are shown. */
import type { DetailedPeerCertificate, TLSSocket } from 'node:tls';

export interface TlsFacts {
  protocol: string;
  issuer: string;
  names: string[];
  valid_to: string;
  /** Whole days until it expires; negative where it has. */
  days_left: number;
  /** OpenSSL's or Node's code for why it is not trusted. */
  fault: string | null;
}

/** @param now_ms that the days are counted from */
export function tlsFacts(socket: TLSSocket, now_ms: number): TlsFacts {
  const certificate = socket.getPeerCertificate(true);
  const valid_to_ms = Date.parse(certificate.valid_to);
  return {
    protocol: socket.getProtocol() ?? 'TLS',
    issuer: nameOf(certificate.issuer),
    names: namesOf(certificate),
    valid_to: Number.isNaN(valid_to_ms) ? '' : new Date(valid_to_ms).toISOString(),
    days_left: Math.floor((valid_to_ms - now_ms) / 86_400_000),
    fault: socket.authorized ? null : String(socket.authorizationError),
  };
}

/** A field that repeats is a list, whatever the types say. */
function nameOf(name: DetailedPeerCertificate['issuer'] | undefined): string {
  const written: unknown = name?.CN ?? name?.O ?? name?.OU;
  return Array.isArray(written) ? written.join(', ') : String(written ?? 'one without a name');
}

function namesOf({ subjectaltname, subject }: DetailedPeerCertificate): string[] {
  const found = (subjectaltname ?? '').matchAll(/(?:DNS|IP Address):(?:"((?:[^"\\]|\\.)*)"|([^,]*))/g);
  const names = [...found].map(([, quoted, plain]) => quoted ?? plain ?? '');
  return names.length > 0 ? names : [nameOf(subject)];
}
