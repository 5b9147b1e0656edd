import { expect, it } from 'vitest';
import type { ConnectionWaiter } from '../../../src/platform/transport/connector.js';
import { WaitingExchanges } from '../../../src/platform/transport/waiting.js';

const waiter = (): ConnectionWaiter => ({
  observer: { phaseStarted: () => {}, phaseFinished: () => {} },
  signal: new AbortController().signal,
  opened: () => {},
});

it.each([
  ['https://api.example.com', { protocol: 'https:', hostname: 'api.example.com', port: '' }],
  ['http://127.0.0.1:8080', { protocol: 'http:', hostname: '127.0.0.1', port: '8080' }],
  ['http://[::1]:8080', { protocol: 'http:', hostname: '::1', port: '8080' }],
  ['https://[::1]', { protocol: 'https:', hostname: '[::1]', port: '' }],
])('who waits for %s is found, the first one first, once each', (origin, target) => {
  const waiting = new WaitingExchanges();
  const [first, second] = [waiter(), waiter()];
  waiting.add(origin, first);
  waiting.add(origin, second);
  expect(waiting.take(target)).toBe(first);
  expect(waiting.take(target)).toBe(second);
  expect(waiting.take(target)).toBeUndefined();
});
