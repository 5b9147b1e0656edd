/** Scripted runs: streams of events as the platform would emit them, built from a short table of steps. */
import type { PlannedStep, RunEvent } from '../../src/platform/events.js';
import {
  type PhaseName,
  type PhaseSegment,
  type PhaseTotals,
  phaseNames,
  type RequestRecord,
  type ResponseRecord,
  type RunResult,
  type RunWarning,
  type StepFailure,
  type StepResult,
} from '../../src/platform/result.js';

export interface ScriptedStep {
  name: string;
  method?: string;
  url: string;
  /** Phases in order, with their durations. None: the step does not run. */
  phases?: [PhaseName, number][];
  status?: number | null;
  reused?: boolean;
  routed_to?: string | null;
  body?: string | null;
  requestHeaders?: Record<string, string>;
  response?: Partial<ResponseRecord>;
  failure?: Partial<StepFailure>;
}

export interface ScriptedRun {
  permalink?: string;
  kind?: 'simple' | 'composite';
  steps: ScriptedStep[];
  status?: number;
  body?: string | Uint8Array;
  headers?: Record<string, string>;
  warnings?: RunWarning[];
  interrupted?: boolean;
}

const encoder = new TextEncoder();

export function scriptRun(run: ScriptedRun): RunEvent[] {
  const events: RunEvent[] = [];
  const planned: PlannedStep[] = run.steps.map((step, index) => ({
    name: step.name,
    index,
    method: step.method ?? 'GET',
    url: step.url,
  }));
  const permalink = run.permalink ?? 'contact-orders';
  const kind = run.kind ?? 'composite';
  events.push({ type: 'run-started', permalink, kind, steps: planned, timeout_ms: 15_000 });

  let now_ms = 0;
  const results = run.steps.map((step, index): StepResult => {
    if (step.phases === undefined) return skipped(step.name, index);
    const started_ms = now_ms;
    events.push({ type: 'step-started', index, at_ms: now_ms });
    const timeline: PhaseSegment[] = [];
    const request = requestOf(step, started_ms);
    let prepared = false;
    for (const [phase, duration_ms] of step.phases) {
      if (!prepared && phase !== 'template' && phase !== 'auth') {
        events.push({ type: 'request-prepared', index, at_ms: now_ms, request });
        prepared = true;
      }
      events.push({ type: 'phase-started', index, phase, at_ms: now_ms });
      const segment = { phase, started_ms: now_ms, duration_ms };
      timeline.push(segment);
      now_ms += duration_ms;
      events.push({ type: 'phase-finished', index, segment });
    }
    const result = stepResult(step, index, { started_ms, duration_ms: now_ms - started_ms, timeline });
    result.requests = prepared ? [{ ...request, duration_ms: now_ms - request.started_ms }] : [];
    events.push({ type: 'step-finished', index, step: result, at_ms: now_ms });
    return result;
  });
  for (const warning of run.warnings ?? []) events.push({ type: 'warning', warning });
  events.push({ type: 'run-finished', result: runResult(run, permalink, kind, results, now_ms) });
  return events;
}

function runResult(
  run: ScriptedRun,
  permalink: string,
  kind: 'simple' | 'composite',
  steps: StepResult[],
  total_ms: number,
): RunResult {
  const failed = steps.find((step) => step.failure !== null);
  const template_ms = steps.reduce((sum, step) => sum + (step.phases?.template_ms ?? 0), 0);
  return {
    permalink,
    kind,
    ok: failed === undefined,
    status: run.status ?? (failed === undefined ? 200 : 502),
    headers: run.headers ?? { 'content-type': 'application/json' },
    body: typeof run.body === 'string' ? encoder.encode(run.body) : (run.body ?? new Uint8Array()),
    error:
      failed?.failure == null
        ? null
        : {
            scope: failed.failure.scope,
            code: null,
            detail: failed.failure.detail,
            step: failed.name,
            index: failed.index,
          },
    request_id: '3f2b8c1e-9d4a-4c57-8a6f-0e1d2c3b4a59',
    started_at_ms: Date.UTC(2026, 0, 2, 3, 4, 5, 678),
    timing: { total_ms, internal_ms: template_ms, external_ms: total_ms - template_ms },
    steps,
    warnings: run.warnings ?? [],
    interrupted: run.interrupted ?? false,
  };
}

function requestOf(step: ScriptedStep, started_ms: number): RequestRecord {
  return {
    purpose: 'call',
    method: step.method ?? 'GET',
    url: step.url,
    routed_to: step.routed_to ?? null,
    headers: step.requestHeaders ?? { accept: 'application/json' },
    body: step.body ?? null,
    status_code: step.status === undefined ? 200 : step.status,
    error_body: null,
    response: null,
    phases: { dns_ms: 0, connect_ms: 0, tls_ms: 0, wait_ms: 0, download_ms: 0 },
    started_ms,
    duration_ms: 0,
    reused_connection: step.reused ?? false,
    remote_address: '203.0.113.7:443',
  };
}

function stepResult(
  step: ScriptedStep,
  index: number,
  time: { started_ms: number; duration_ms: number; timeline: PhaseSegment[] },
): StepResult {
  const status = step.status === undefined ? 200 : step.status;
  return {
    name: step.name,
    index,
    state: step.failure === undefined ? 'done' : 'failed',
    ...time,
    status_code: status,
    phases: totalsOf(time.timeline),
    requests: [],
    response:
      status === null
        ? null
        : {
            status_code: status,
            headers: { 'content-type': 'application/json' },
            header_list: [['Content-Type', 'application/json']],
            bytes: encoder.encode('{}'),
            body: '{}',
            transformed: null,
            body_bytes: 2,
            received_bytes: 2,
            truncated: false,
            ...step.response,
          },
    cache: null,
    failure: step.failure === undefined ? null : failureOf(step.failure),
  };
}

function failureOf(failure: Partial<StepFailure>): StepFailure {
  return {
    kind: 'http',
    scope: null,
    detail: '',
    advice: null,
    template: null,
    network: null,
    ...failure,
  };
}

function totalsOf(timeline: PhaseSegment[]): PhaseTotals {
  const of = (phase: PhaseName) =>
    timeline
      .filter((segment) => segment.phase === phase)
      .reduce((sum, segment) => sum + segment.duration_ms, 0);
  return Object.fromEntries(phaseNames.map((phase) => [`${phase}_ms`, of(phase)])) as PhaseTotals;
}

function skipped(name: string, index: number): StepResult {
  return {
    name,
    index,
    state: 'skipped',
    started_ms: null,
    duration_ms: null,
    status_code: null,
    phases: null,
    timeline: [],
    requests: [],
    response: null,
    cache: null,
    failure: null,
  };
}
