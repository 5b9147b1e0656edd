/** Numbers as people read them. */
import { STATUS_CODES } from 'node:http';

/** `0.4 ms`, `120.5 ms`, `1.25 s`. */
export function formatDuration(duration_ms: number): string {
  const tenths = duration_ms.toFixed(1);
  return Number(tenths) < 1000 ? `${tenths} ms` : `${(duration_ms / 1000).toFixed(2)} s`;
}

/** `17 bytes`, `12.3 KiB`, `50.0 MiB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return countOf(bytes, 'byte');
  const kibibytes = bytes / 1024;
  return kibibytes < 1024 ? `${kibibytes.toFixed(1)} KiB` : `${(kibibytes / 1024).toFixed(1)} MiB`;
}

/** `502 Bad Gateway`; the number alone where the status has no standard text. */
export function formatStatus(status: number): string {
  const text = STATUS_CODES[status];
  return text === undefined ? String(status) : `${status} ${text}`;
}

/** `1 step`, `3 steps`, `1,204 lines`. */
export function countOf(count: number, noun: string): string {
  return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
}
