/** One call through the real pipeline, on mocks and virtual time. */
import type { RunListener } from '../../platform/events.js';
import type { RunResult } from '../../platform/result.js';
import { createRunner } from '../../platform/runner.js';
import { unknownPermalink } from '../../platform/unknown-permalink.js';
import { widgetCall } from '../../platform/widget-call.js';
import type { Registry } from '../../registry/model.js';
import type { CoverageCollector } from '../coverage/collector.js';
import { type AnswerSource, createMockTransport } from '../mocks/mock-transport.js';
import type { TestCase } from '../model.js';
import { VirtualTime } from '../virtual-time.js';
import type { PreparedCase } from './case-context.js';

/** What `now()` is where a case does not say: 2026-01-01T00:00:00Z. Results have to be the same every day. */
export const defaultNow_s = 1_767_225_600;

/** Every answer of a test has this request id. */
export const testRequestId = '00000000-0000-4000-8000-000000000000';

export interface ExecuteOptions {
  registry: Registry;
  upstream: AnswerSource;
  /** What `now()` is where the case does not say. Default `defaultNow_s`. */
  now_s?: number | null;
  coverage?: CoverageCollector | undefined;
  signal?: AbortSignal;
  listener?: RunListener;
}

export async function execute(
  { connector, settings, call, mask }: PreparedCase,
  testCase: TestCase,
  { registry, upstream, now_s, coverage, signal, listener }: ExecuteOptions,
): Promise<RunResult> {
  const time = new VirtualTime(testCase.now ?? now_s ?? defaultNow_s);
  if (connector === null) {
    return unknownPermalink(
      testCase.connector.value,
      testCase.kind ?? 'simple',
      testRequestId,
      time.date_ms(),
    );
  }
  const runner = createRunner({
    registry,
    settings,
    transport: createMockTransport(upstream, time),
    secrets: mask,
    clock: time,
    random: { uuid: () => testRequestId },
    ...(coverage ? { coverage } : {}),
  });
  const { call: sent, warnings } = widgetCall(connector, call);
  const result = await runner.run(connector, {
    call: sent,
    ...(signal ? { signal } : {}),
    ...(listener ? { listener } : {}),
    // The configuration's payload is there for every connector; only one that was asked for is missed.
    warnings: testCase.request.payload === undefined ? [] : warnings,
  });
  coverage?.add(connector, result);
  return result;
}
