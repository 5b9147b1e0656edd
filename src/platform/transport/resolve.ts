/** Names to addresses. */
import { lookup } from 'node:dns/promises';
import net from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { TransportError } from './transport.js';

export interface Address {
  address: string;
  family: number;
}

export type Addresses = readonly [Address, ...Address[]];

/** All addresses of a name, A and AAAA, in the order to try them. */
export type Lookup = (hostname: string) => Promise<Address[]>;

/** As the operating system resolves names: the hosts file, then DNS. */
export const systemLookup: Lookup = (hostname) => lookup(hostname, { all: true, verbatim: true });

/** An address literal stands for itself. */
export function literalAddress(hostname: string): [Address] | null {
  const family = net.isIP(hostname);
  return family ? [{ address: hostname, family }] : null;
}

/** @throws {TransportError} `ENOTFOUND` where the name exists and has no address; else what `lookup` throws */
export async function resolve(hostname: string, lookup: Lookup): Promise<Addresses> {
  const [first, ...others] = literalAddress(hostname) ?? (await lookup(hostname));
  if (first) return [first, ...others];
  throw new TransportError('network', 'ENOTFOUND', 'dns', 'the name of the host has no address');
}

/** Behind a proxy, this machine's DNS may know nothing of the world outside, or never answer. */
const patience_ms = 1000;

/** The addresses of a name that somebody else is going to resolve; none where this machine cannot tell in time. */
export async function resolveIfPossible(hostname: string, lookup: Lookup): Promise<readonly Address[]> {
  const given = new AbortController();
  try {
    return await Promise.race([
      resolve(hostname, lookup).catch(() => []),
      delay(patience_ms, [], { signal: given.signal }),
    ]);
  } finally {
    given.abort();
  }
}
