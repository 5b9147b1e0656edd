/** The phases of a request as HAR counts them. */
import type { Timings } from 'har-format';
import type { RequestRecord } from '../../platform/result.js';

/** HAR's word for "does not apply". */
const notApplicable = -1;

/**
 * `time` is the sum of the timings, less `ssl`, which `connect` contains, and less those of -1. What no phase explains,
 * such as waiting for a connection, counts as `blocked`.
 */
export function timingsOf(request: RequestRecord): { time: number; timings: Timings } {
  const { dns_ms, connect_ms, tls_ms, wait_ms, download_ms } = request.phases;
  const dns = rounded(dns_ms);
  const connect = rounded(connect_ms + tls_ms);
  const wait = rounded(wait_ms);
  const receive = rounded(download_ms);
  const blocked = Math.max(rounded(rounded(request.duration_ms) - (dns + connect + wait + receive)), 0);
  const took = (time_ms: number) => (time_ms > 0 ? time_ms : notApplicable);
  return {
    time: rounded(blocked + dns + connect + wait + receive),
    timings: {
      blocked: took(blocked),
      dns: took(dns),
      connect: took(connect),
      ssl: took(rounded(tls_ms)),
      send: 0,
      wait,
      receive,
    },
  };
}

/** Microseconds are what the clock can tell. */
const rounded = (time_ms: number): number => Math.round(time_ms * 1000) / 1000;
