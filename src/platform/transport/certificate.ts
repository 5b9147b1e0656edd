/** What is wrong with a certificate, in words. */
import type { DetailedPeerCertificate } from 'node:tls';
import { TransportError } from './transport.js';

/**
 * @param code OpenSSL's or Node's, `CERT_HAS_EXPIRED`
 * @param hostname that was asked for
 * @param certificate as `getPeerCertificate(true)` gives it; empty where there is none
 */
export function certificateFailure(
  code: string,
  hostname: string,
  certificate: DetailedPeerCertificate,
): TransportError {
  return new TransportError('network', code, 'tls', reason(code, hostname, chainOf(certificate)));
}

function reason(code: string, hostname: string, chain: readonly DetailedPeerCertificate[]): string {
  const leaf = chain[0];
  const last = chain.at(-1);
  switch (code) {
    case 'CERT_HAS_EXPIRED': {
      const expired = chain.find((each) => Date.parse(each.valid_to) < Date.now());
      return `${whose(expired, leaf, hostname)} has expired${expired ? `, on ${day(expired.valid_to)}` : ''}`;
    }
    case 'CERT_NOT_YET_VALID': {
      const early = chain.find((each) => Date.parse(each.valid_from) > Date.now());
      return `${whose(early, leaf, hostname)} is not valid yet${early ? `, only from ${day(early.valid_from)}` : ''}`;
    }
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
      return `the certificate of '${hostname}' is self-signed (by ${leaf ? subjectOf(leaf) : 'itself'})`;
    case 'SELF_SIGNED_CERT_IN_CHAIN':
      return `the certificate of '${hostname}' comes from an issuer that is not trusted${last ? `, ${subjectOf(last)}` : ''}`;
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
    case 'UNABLE_TO_GET_ISSUER_CERT':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
      return `the certificate of '${hostname}' comes from an issuer that is not trusted${last ? `, ${nameOf(last.issuer)}` : ''}`;
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return `the certificate is for another host: asked for was '${hostname}', the certificate names ${leaf ? namesOf(leaf) : 'none'}`;
    case 'CERT_REVOKED':
      return `the certificate of '${hostname}' has been revoked`;
    case 'INVALID_PURPOSE':
      return `the certificate of '${hostname}' is not meant for servers`;
    default:
      return `the certificate of '${hostname}' is not accepted`;
  }
}

/** From the host's own certificate upward; the last one is its own issuer, or the issuer was not sent. */
function chainOf(certificate: DetailedPeerCertificate): DetailedPeerCertificate[] {
  const chain: DetailedPeerCertificate[] = [];
  let next: DetailedPeerCertificate | undefined = certificate;
  while (next?.valid_to && !chain.includes(next)) {
    chain.push(next);
    next = next.issuerCertificate;
  }
  return chain;
}

const whose = (
  certificate: DetailedPeerCertificate | undefined,
  leaf: DetailedPeerCertificate | undefined,
  hostname: string,
): string =>
  certificate === undefined || certificate === leaf
    ? `the certificate of '${hostname}'`
    : `the certificate ${subjectOf(certificate)}, which vouches for that of '${hostname}',`;

const subjectOf = ({ subject }: DetailedPeerCertificate): string => nameOf(subject);

function nameOf(name: DetailedPeerCertificate['subject'] | undefined): string {
  // A field that repeats is a list.
  const written: unknown = name?.CN ?? name?.O ?? name?.OU;
  const text = Array.isArray(written) ? written.join(', ') : String(written ?? '');
  return text === '' ? 'one without a name' : `'${text}'`;
}

const day = (date: string): string => new Date(date).toISOString().slice(0, 10);

const shownNames = 8;

function namesOf(certificate: DetailedPeerCertificate): string {
  const written = certificate.subjectaltname ?? '';
  const found = written.matchAll(/(?:DNS|IP Address):(?:"((?:[^"\\]|\\.)*)"|([^,]*))/g);
  const names = [...found].map(([, quoted, plain]) => quoted ?? plain ?? '');
  if (names.length === 0) return nameOf(certificate.subject);
  const more = names.length - shownNames;
  return names.slice(0, shownNames).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
