/**
 * Keeps what happens in one step - phases, requests, the answer - and tells the run's listener of it. Phases are
 * measured where they happen; time between them is the program's own and counts as internal.
 */
import type { Clock } from './clock.js';
import type { RunListener } from './events.js';
import type {
  CacheOutcome,
  PhaseName,
  PhaseSegment,
  PhaseTotals,
  RequestRecord,
  ResponseRecord,
  StepFailure,
  StepResult,
  StepState,
} from './result.js';
import type { ExchangeObserver } from './transport/transport.js';

/** The time since the start of the run. */
export class RunClock {
  /** Wall-clock time of the start, in milliseconds since 1970. */
  readonly started_at_ms: number;
  private readonly origin_ms: number;
  constructor(readonly clock: Clock) {
    this.origin_ms = clock.now_ms();
    this.started_at_ms = clock.date_ms();
  }
  elapsed_ms(): number {
    return this.clock.now_ms() - this.origin_ms;
  }
}

export class StepRecorder {
  readonly requests: RequestRecord[] = [];
  response: ResponseRecord | null = null;
  statusCode: number | null = null;
  cache: CacheOutcome | null = null;
  /** Time spent waiting for others: the network phases of every request, tokens included. */
  external_ms = 0;
  private readonly timeline: PhaseSegment[] = [];
  private readonly started_ms: number;

  constructor(
    readonly name: string,
    private readonly index: number,
    private readonly run: RunClock,
    private readonly listener: RunListener,
  ) {
    this.started_ms = run.elapsed_ms();
    listener({ type: 'step-started', index, at_ms: this.started_ms });
  }

  /** Measures synchronous work as a phase. */
  measure<T>(phase: PhaseName, work: () => T): T {
    const started_ms = this.startPhase(phase);
    try {
      return work();
    } finally {
      this.finishPhase(phase, started_ms);
    }
  }

  /** Measures asynchronous work as one phase, whatever happens inside it. */
  async measureAsync<T>(phase: PhaseName, work: () => Promise<T>): Promise<T> {
    const started_ms = this.startPhase(phase);
    try {
      return await work();
    } finally {
      this.finishPhase(phase, started_ms);
    }
  }

  /** Adds a request that is about to be sent. */
  addRequest(request: Omit<RequestRecord, 'started_ms' | 'duration_ms' | 'phases'>): RequestRecord {
    const at_ms = this.run.elapsed_ms();
    const phases = { dns_ms: 0, connect_ms: 0, tls_ms: 0, wait_ms: 0, download_ms: 0 };
    const record: RequestRecord = { ...request, started_ms: at_ms, duration_ms: 0, phases };
    this.requests.push(record);
    this.listener({ type: 'request-prepared', index: this.index, at_ms, request: record });
    return record;
  }

  /** The observer for a request's exchange. A token's network phases are part of `auth` and not drawn by themselves. */
  observe(record: RequestRecord): ExchangeObserver {
    const open = new Map<PhaseName, number>();
    const ownPhases = record.purpose === 'call';
    return {
      phaseStarted: (phase) => {
        open.set(phase, ownPhases ? this.startPhase(phase) : this.run.elapsed_ms());
      },
      phaseFinished: (phase) => {
        const started_ms = open.get(phase);
        if (started_ms === undefined) return;
        open.delete(phase);
        const duration_ms = ownPhases
          ? this.finishPhase(phase, started_ms)
          : this.run.elapsed_ms() - started_ms;
        record.phases[`${phase}_ms`] += duration_ms;
        this.external_ms += duration_ms;
      },
      connected: ({ address, reused }) => {
        record.remote_address = address;
        record.reused_connection = reused;
      },
    };
  }

  /** @param response null where none arrived; the answer to the step's own call becomes the step's */
  finishRequest(record: RequestRecord, response: ResponseRecord | null): void {
    record.response = response;
    record.status_code = response?.status_code ?? null;
    record.duration_ms = this.run.elapsed_ms() - record.started_ms;
    if (record.purpose !== 'call' || response === null) return;
    this.response = response;
    this.statusCode = response.status_code;
  }

  /** The cache answers: in place of a request, or after the upstream confirmed what it had. */
  answerFromCache(
    outcome: Exclude<CacheOutcome, 'miss'>,
    response: ResponseRecord,
    { method, url }: { method: string; url: string },
  ): void {
    this.cache = outcome;
    this.response = response;
    this.statusCode = response.status_code;
    this.listener({
      type: 'answered-from-cache',
      index: this.index,
      at_ms: this.run.elapsed_ms(),
      outcome,
      method,
      url,
    });
  }

  /** Closes the step and tells the listener. */
  finish(state: Exclude<StepState, 'skipped'>, failure: StepFailure | null): StepResult {
    const at_ms = this.run.elapsed_ms();
    const step: StepResult = {
      name: this.name,
      index: this.index,
      state,
      started_ms: this.started_ms,
      duration_ms: at_ms - this.started_ms,
      status_code: this.statusCode,
      phases: totals(this.timeline),
      timeline: this.timeline,
      requests: this.requests,
      response: this.response,
      cache: this.cache,
      failure,
    };
    this.listener({ type: 'step-finished', index: this.index, step, at_ms });
    return step;
  }

  private startPhase(phase: PhaseName): number {
    const at_ms = this.run.elapsed_ms();
    this.listener({ type: 'phase-started', index: this.index, phase, at_ms });
    return at_ms;
  }

  private finishPhase(phase: PhaseName, started_ms: number): number {
    const segment: PhaseSegment = { phase, started_ms, duration_ms: this.run.elapsed_ms() - started_ms };
    this.timeline.push(segment);
    this.listener({ type: 'phase-finished', index: this.index, segment });
    return segment.duration_ms;
  }
}

export function skippedStep(name: string, index: number): StepResult {
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

function totals(timeline: readonly PhaseSegment[]): PhaseTotals {
  const sums: PhaseTotals = {
    template_ms: 0,
    auth_ms: 0,
    dns_ms: 0,
    connect_ms: 0,
    tls_ms: 0,
    wait_ms: 0,
    download_ms: 0,
  };
  for (const { phase, duration_ms } of timeline) sums[`${phase}_ms`] += duration_ms;
  return sums;
}
