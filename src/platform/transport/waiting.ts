/** The exchanges that have been handed to undici and have no connection yet. */
import type { ConnectionTarget, ConnectionWaiter } from './connector.js';

/**
 * undici does not say for which request it opens a connection; the first that waits for the origin is as good as any, as
 * it will be the first to go out on it.
 */
export class WaitingExchanges {
  private readonly byOrigin = new Map<string, Set<ConnectionWaiter>>();

  add(origin: string, waiter: ConnectionWaiter): void {
    const waiters = this.byOrigin.get(origin);
    if (waiters) waiters.add(waiter);
    else this.byOrigin.set(origin, new Set([waiter]));
  }

  remove(origin: string, waiter: ConnectionWaiter): void {
    this.byOrigin.get(origin)?.delete(waiter);
  }

  /** The waiter that a connection is opened for; it waits for no other. */
  take({ protocol, hostname, port }: ConnectionTarget): ConnectionWaiter | undefined {
    // undici takes the brackets off an IPv6 address.
    const host = hostname.includes(':') && !hostname.startsWith('[') ? `[${hostname}]` : hostname;
    const origin = `${protocol}//${host}${port ? `:${port}` : ''}`;
    const waiters = this.byOrigin.get(origin);
    const [first] = waiters ?? [];
    if (first) waiters?.delete(first);
    return first;
  }
}
