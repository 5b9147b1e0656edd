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
  if (!ipaddr.isValid(bare)) return `'${bare}' is no IP address`;
  const parsed = ipaddr.process(inGroups(bare));
  const inner = translated(parsed);
  if (inner !== null) {
    const refused = refusedAddress(inner);
    return refused === null ? null : `${bare} is a translation of ${refused.replace(' is ', ', ')}`;
  }
  const range = parsed.range();
  if (range !== 'unicast') return `${bare} is ${rangeWords[range] ?? `a special address (${range})`}`;
  // Of IPv6 one eighth is given out; what lies outside, such as an IPv4 address after nothing but zeros, leads nowhere public.
  const isPublic = parsed instanceof ipaddr.IPv4 || ((parsed.parts[0] ?? 0) & 0xe000) === 0x2000;
  return isPublic ? null : `${bare} is a reserved address (outside of 2000::/3)`;
}

/** Without dots in IPv6: the library takes `::8.8.8.8` for `::ffff:8.8.8.8`, which is another address. */
const inGroups = (address: string): string => {
  const isMixed = address.includes(':') && address.includes('.') && URL.canParse(`http://[${address}]`);
  return isMixed ? new URL(`http://[${address}]`).hostname.slice(1, -1) : address;
};

/**
 * The IPv4 address that NAT64 reaches under an IPv6 address of 64:ff9b::/96 (RFC 6052), or null. On networks without
 * IPv4 the resolver writes every public IPv4 address so.
 */
function translated(address: ipaddr.IPv4 | ipaddr.IPv6): string | null {
  if (address instanceof ipaddr.IPv4 || !address.match(nat64)) return null;
  return new ipaddr.IPv4(address.toByteArray().slice(12)).toString();
}

const nat64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');

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
  // The library throws and catches an error for what is none; names with letters are far more frequent.
  (/^[\d.]+$/.test(hostname) || hostname.includes(':')) &&
  ipaddr.isValid(hostname.replace(/^\[|\]$/g, '')) &&
  !/^[0-9]+$/.test(hostname);

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
