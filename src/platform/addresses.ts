/**
 * Which network addresses a connector may reach: public ones only. platform.md section 2.
 */
import ipaddr from 'ipaddr.js';

/**
 * Why an IP address is refused, in words, or null where it is public. Takes what `URL` or DNS yields: dotted IPv4, or
 * IPv6 with or without brackets and zone. Addresses that carry an IPv4 address inside are judged by it as well.
 */
export function refusedAddress(address: string): string | null {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  if (!ipaddr.isValid(bare)) return null;
  const parsed = ipaddr.process(bare);
  const range = parsed.range();
  if (range === 'unicast') return null;
  return `${bare} is ${rangeWords[range] ?? `a special address (${range})`}`;
}

const rangeWords: Record<string, string> = {
  unspecified: 'the unspecified address',
  broadcast: 'the broadcast address',
  multicast: 'a multicast address',
  linkLocal: 'a link-local address',
  loopback: 'a loopback address',
  private: 'a private address',
  uniqueLocal: 'a private (unique local) address',
  carrierGradeNat: 'a carrier-grade NAT address',
  reserved: 'a reserved address',
};

/** True for an address literal in the form that `URL` has already made canonical. */
export const isAddressLiteral = (hostname: string): boolean =>
  ipaddr.isValid(hostname.replace(/^\[|\]$/g, '')) && !/^[0-9]+$/.test(hostname);

/** Names that mean this machine whatever DNS says. */
export function isLocalName(hostname: string): boolean {
  const name = hostname.toLowerCase().replace(/\.+$/, '');
  return name === 'localhost' || name.endsWith('.localhost') || name === 'localhost.localdomain';
}

/** True for what never leaves this machine: local names, loopback addresses and the unspecified address. */
export function isLoopback(hostname: string): boolean {
  if (isLocalName(hostname)) return true;
  const bare = hostname.replace(/^\[|\]$/g, '');
  if (!ipaddr.isValid(bare)) return false;
  const range = ipaddr.process(bare).range();
  return range === 'loopback' || range === 'unspecified';
}
